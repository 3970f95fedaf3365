import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from './desk';
import { checked, findingRow, openSample, SAMPLE_REF, savedStory, sheet } from './steps';

test('a scrape is imported, fixed, dismissed, edited, exported and read back', async ({ desk }) => {
  const { page } = desk;
  await openSample(desk);

  // The importer has set a clean galley: one copy of everything, no page furniture.
  const story = sheet(page);
  await expect(story.getByText('We are here to listen')).toHaveCount(1);
  await expect(story.getByText('More from The Northern Ledger')).toHaveCount(0);
  await expect(
    story
      .locator('figcaption, [data-kind=caption]')
      .or(story.getByText('Grace Okafor, Nils Lindqvist')),
  ).not.toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toContainText(/Import: \d+ repairs/u);

  // A fix, in one press.
  await findingRow(page, 'Creator in capitals').getByRole('button').first().click();
  await page.getByRole('button', { name: /^Tomas Halversen/u }).click();
  await expect(story).toContainText('Tomas Halversen/Reuters');
  await expect(findingRow(page, 'Creator in capitals')).toHaveCount(0);

  // A dismissal is kept, listed and can be taken back.
  await findingRow(page, 'Caption without a place').getByRole('button').first().click();
  await page.getByRole('button', { name: /^Keep as it is/u }).click();
  await expect(findingRow(page, 'Caption without a place')).toHaveCount(0);
  await savedStory(desk, SAMPLE_REF, (saved) => saved.dismissals.length === 1);

  // An edited caption is checked again.
  await story.getByText('Grace Okafor, Nils Lindqvist').click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.type('Grace Okafor, left, meets Nils Lindqvist in Tallinn on March 5, 2013.');
  await expect(findingRow(page, 'Caption without a verb')).toHaveCount(0);

  // One history: undo goes back through the caption, the dismissal and the fix.
  await checked(page);

  await page.getByRole('tab', { name: 'Photos' }).click();
  await page.getByRole('textbox', { name: /Alt text/u }).fill('Two people shake hands on a quay.');
  await page.keyboard.press('Tab');
  await page.getByRole('tab', { name: 'Findings' }).click();
  await expect(findingRow(page, 'Alt text missing')).toHaveCount(0);

  const target = join(desk.folder, 'out', 'talks.html');
  await desk.file('out/keep.txt', 'already here');
  await desk.dialogs.answerSave(target);
  await desk.run('story.export');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('<article>');
  await dialog.getByRole('button', { name: /Write files/u }).click();
  await expect.poll(() => readFile(target, 'utf8').catch(() => '')).toContain('</html>');

  const html = await readFile(target, 'utf8');
  const tree = JSON.stringify(fromHtml(html));
  expect(tree).toContain('Grace Okafor, left, meets Nils Lindqvist in Tallinn on March 5, 2013.');
  expect(tree).toContain('Tomas Halversen/Reuters');
  expect(html).not.toContain('style=');
  expect(html).not.toContain('The Northern Ledger”');
  expect(html.match(/<script/gu)).toHaveLength(1);
});

test('one history: undo takes back typing, a dismissal and a fix, in order', async ({ desk }) => {
  const { page } = desk;
  await openSample(desk);
  const story = sheet(page);
  await findingRow(page, 'Creator in capitals').getByRole('button').first().click();
  await page.getByRole('button', { name: /^Tomas Halversen/u }).click();
  await expect(story).toContainText('Tomas Halversen/Reuters');
  await findingRow(page, 'Caption without a verb').getByRole('button').first().click();
  await page.getByRole('button', { name: /^Keep as it is/u }).click();
  await expect(findingRow(page, 'Caption without a verb')).toHaveCount(0);
  await story.getByText('Okafor didn’t press').click();
  await page.keyboard.press('End');
  // One input, one entry: typed keys could fall into two on a slow machine.
  await page.keyboard.insertText(' Quite so.');
  await expect(story).toContainText('Quite so.');

  await desk.run('edit.undo');
  await expect(story).not.toContainText('Quite so.');
  await desk.run('edit.undo');
  await expect(findingRow(page, 'Caption without a verb')).toHaveCount(1);
  await desk.run('edit.undo');
  await expect(story).toContainText('TOMAS HALVERSEN/Reuters');
  await desk.run('edit.redo');
  await expect(story).toContainText('Tomas Halversen/Reuters');
});
