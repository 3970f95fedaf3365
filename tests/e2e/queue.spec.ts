import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { type Desk, expect, test } from './desk';
import { checked, findingRow, openSample, SAMPLE, SAMPLE_HEADLINE, sheet } from './steps';

async function slugs(desk: Desk): Promise<readonly string[]> {
  const list = await desk.call('library.list');
  return list.ok ? list.value.map((story) => story.slug).toSorted() : [];
}

test('a dropped file and a pasted scrape become stories', async ({ desk }) => {
  const { page } = desk;
  const text = await readFile(SAMPLE, 'utf8');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['# Pier reopens\n\nThe pier reopened on Tuesday.\n'], 'pier.md'));
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  });
  await expect.poll(() => slugs(desk)).toEqual(['pier-reopens']);
  await desk.run('view.queue');
  await page.evaluate((scrape) => {
    const data = new DataTransfer();
    data.setData('text/plain', scrape);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
  await expect(sheet(page)).toContainText(SAMPLE_HEADLINE);
  await expect.poll(async () => (await slugs(desk)).length).toBe(2);
});

test('a story is renamed, duplicated and moved to the trash', async ({ desk }) => {
  const { page } = desk;
  await openSample(desk);
  await desk.run('story.rename');
  await page.getByRole('textbox', { name: 'Slug' }).fill('salt-strait');
  await page.keyboard.press('Enter');
  await expect.poll(() => slugs(desk)).toEqual(['salt-strait']);
  await expect(sheet(page)).toContainText(SAMPLE_HEADLINE);

  await desk.run('story.duplicate');
  await expect.poll(async () => (await slugs(desk)).length).toBe(2);

  await desk.run('story.trash');
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect.poll(async () => (await slugs(desk)).length).toBe(1);
  expect((await desk.outside()).map((note) => note.kind)).toContain('trash');
});

test('a dismissal in the whole story is listed and brought back', async ({ desk }) => {
  const { page } = desk;
  await openSample(desk);
  await findingRow(page, 'Caption without a verb').getByRole('button').first().click();
  await page.keyboard.press('Backspace');
  await page.getByRole('menuitem', { name: /Everywhere in this story/u }).click();
  await expect(findingRow(page, 'Caption without a verb')).toHaveCount(0);
  await desk.restart();
  await desk.page.getByText(SAMPLE_HEADLINE).first().click();
  await desk.page.keyboard.press('Enter');
  await expect(sheet(desk.page)).toContainText(SAMPLE_HEADLINE);
  await expect(findingRow(desk.page, 'Alt text missing')).toHaveCount(1);
  await expect(findingRow(desk.page, 'Caption without a verb')).toHaveCount(0);
  await desk.page.getByRole('button', { name: /Dismissed in this story/u }).click();
  await desk.page.getByRole('button', { name: 'Bring back' }).click();
  await expect(findingRow(desk.page, 'Caption without a verb')).toHaveCount(1);
});

test('a dismissal in every story holds in the next one, is listed with who and when, and comes back', async ({
  desk,
}) => {
  await openSample(desk);
  const row = (title: string) => findingRow(desk.page, title);
  await row('Day without a name').getByRole('button').first().click();
  await desk.page.keyboard.press('ControlOrMeta+Alt+d');
  await expect(row('Day without a name')).toHaveCount(0);
  const notices = desk.page.getByRole('region', { name: 'Notices' });
  await expect(notices.getByText('Dismissed in every story.')).toBeVisible();

  // Another story with the same words, after a restart.
  await desk.run('story.duplicate');
  await desk.restart();
  await desk.page
    .getByRole('row', { name: /reopen-the-salt-strait-talks-/u })
    .first()
    .click();
  await desk.page.keyboard.press('Enter');
  await checked(desk.page);
  await expect(row('Alt text missing')).toHaveCount(1);
  await expect(row('Day without a name')).toHaveCount(0);

  await desk.run('check.dismissals');
  const dialog = desk.page.getByRole('dialog', { name: 'Dismissed in every story' });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await expect(dialog).toContainText(/Day without a name, every story/u);
  await expect(dialog).toContainText(/\d{1,2} \w{3} 20\d\d, \d\d:\d\d/u);
  const axe = await new AxeBuilder({ page: desk.page }).setLegacyMode().analyze();
  expect(axe.violations.map((rule) => `${rule.id} ${rule.nodes[0]?.html}`)).toEqual([]);
  await dialog.getByRole('button', { name: /^Bring back/u }).press('Enter');
  await expect(dialog).toContainText('Nothing yet');
  await desk.page.keyboard.press('Escape');
  await expect(row('Day without a name')).toHaveCount(1);
});
