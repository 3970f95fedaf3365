import { expect, test } from './desk';
import { checked, findingRow, openSample, SAMPLE_REF, savedStory, sheet } from './steps';

test('a change inside a quotation waits for a signature, which is listed and holds until the words change again', async ({
  desk,
}) => {
  const { page } = desk;
  await openSample(desk);
  const row = findingRow(page, 'Quotation changed since import');
  await expect(row).toHaveCount(0);

  // The words are found, and typed over.
  const select = async (words: string) => {
    await desk.run('edit.find');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(words);
  };
  await select('which harbours');
  await page.keyboard.type('which ports');
  await expect(sheet(page)).toContainText('“which ports would open first”');
  await checked(page);
  await expect(row).toContainText('ports ≠ harbours');

  await page.keyboard.press('ControlOrMeta+3');
  await row.getByRole('button').first().press('Enter');
  const card = row.getByRole('article');
  await expect(card).toContainText('“harbours” became “ports” inside this quotation.');
  await expect(card.getByRole('button', { name: 'Dismiss…' })).toHaveCount(0);
  await page.keyboard.press('k');
  await expect(row).toHaveCount(0);
  const saved = await savedStory(desk, SAMPLE_REF, (story) => story.dismissals.length === 1);
  expect(saved.dismissals[0]).toMatchObject({ check: 'quotation-changed', scope: 'once' });
  await page.getByRole('button', { name: /Dismissed in this story/u }).press('Enter');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(
    /Quotation changed since import, signed off/u,
  );

  // Another change asks again, and the words come back as they came.
  await select('which ports');
  await page.keyboard.type('which quays');
  await expect(row).toContainText('quays ≠ harbours');
  await row.getByRole('button').first().press('Enter');
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toContainText('“which harbours would open first”');
  await expect(row).toHaveCount(0);
});
