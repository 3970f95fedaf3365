import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './desk';
import { openSample, sheet } from './steps';

test('a house rule is written, tried out, taken live, and found in the open story', async ({
  desk,
}) => {
  const { page } = desk;
  await openSample(desk);
  await desk.run('stylebook.edit');
  const view = page.getByRole('main', { name: 'Style book' });
  const search = view.getByRole('searchbox', { name: 'Search the word list' });
  await expect(search).toBeFocused();
  await view.getByRole('button', { name: 'Make a house book…' }).press('Enter');
  await view.getByRole('textbox', { name: /Name of the house book/u }).fill('Strait Courier');
  await page.keyboard.press('Enter');
  await expect(view.getByRole('heading', { level: 1 })).toHaveText('Strait Courier');

  await view.getByRole('button', { name: 'Add a row' }).press('Enter');
  await view.getByRole('textbox', { name: 'Words to find' }).fill('reopen');
  await view.getByRole('textbox', { name: 'Write instead, one a line' }).fill('resume');
  const live = view.getByRole('button', { name: 'Take it live' });
  await expect(live).toBeDisabled();
  await view.getByRole('button', { name: 'Try it out' }).press('Enter');
  const trial = view.getByRole('region', { name: 'Try-out' });
  await expect(trial).toContainText(/1 place in 1 story/u);
  const axe = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(axe.violations.map((rule) => `${rule.id} ${rule.nodes[0]?.html}`)).toEqual([]);
  // A sample opens the story at the place; the row is still there to be taken live.
  await trial.getByRole('button', { name: /reopen\s+resume/u }).press('Enter');
  await expect(sheet(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('reopen');
  await desk.run('stylebook.edit');
  await expect(search).toBeFocused();
  await live.press('Enter');
  await expect(view.getByRole('option', { name: 'reopen' })).toContainText('House');
  await view.getByRole('button', { name: 'Use in the open story' }).press('Enter');

  await desk.run('view.findings');
  const finding = page.getByLabel('Inspector').getByText(/reopen → resume/u);
  await expect(finding.first()).toBeVisible();

  // The finding leads to its entry, and back.
  await finding.first().click();
  await desk.run('stylebook.entry');
  await expect(view.getByRole('textbox', { name: 'Words to find' })).toHaveValue('reopen');
  await desk.run('view.findings');

  // A mistake made by hand is told with its place, and the row stays in force.
  const path = join(desk.library, 'stylebooks', 'strait-courier.yaml');
  await writeFile(path, `${await readFile(path, 'utf8')}limits: many\n`);
  await expect(page.getByRole('alert').first()).toContainText(
    /strait-courier\.yaml, line \d+, column 9/u,
  );
  await expect(finding.first()).toBeVisible();
});
