import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialiseStory } from '#core/article/schema';
import { busyStory } from './busy-story';
import { expect, test } from './desk';
import { checked, sheet } from './steps';

test.use({
  launch: {
    prepare: async ({ library }) => {
      const folder = join(library, 'street-works.galley');
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'story.json'), serialiseStory(busyStory()));
    },
  },
});

test('a story with sixty findings is worked to zero by keyboard alone', async ({ desk }) => {
  test.slow();
  const { page } = desk;
  const press = (key: string) => page.keyboard.press(key.replace('Mod', 'ControlOrMeta'));
  await press('Mod+Shift+p');
  await page.keyboard.type('street-works');
  await expect(page.getByRole('option', { name: /street-works/u })).toBeVisible();
  await press('Enter');
  await expect(sheet(page)).toContainText('Street works to begin');
  await checked(page);

  const panel = page.getByRole('tabpanel', { name: 'Findings' });
  const lights = panel.getByLabel('Severities shown').getByRole('button');
  const left = async () => {
    const counts = await lights.allTextContents();
    return counts.reduce((sum, count) => sum + Number(count), 0);
  };
  await expect(lights).toHaveCount(3);
  expect(await left()).toBeGreaterThanOrEqual(60);
  await press('Mod+3');
  const focused = panel.locator('.finding-row:focus');
  await expect(focused).toHaveCount(1);

  // In reading order and back; narrowed to one class of check and back.
  await press('Mod+Shift+o');
  await expect(panel.getByRole('region', { name: 'In reading order' })).toBeVisible();
  await press('Mod+Shift+o');
  await expect(panel.getByRole('region', { name: 'In reading order' })).toHaveCount(0);
  await expect(focused).toHaveCount(1);
  await press('f');
  await expect(page.getByRole('menu', { name: /Filter/u })).toBeVisible();
  await page.keyboard.type('Structure');
  await press('Enter');
  await press('Escape');
  await expect(panel.getByText(/of \d+: Structure/u)).toBeVisible();
  await press('f');
  await page.keyboard.type('Structure');
  await press('Enter');
  await press('Escape');
  await expect(panel.getByText(/of \d+: Structure/u)).toHaveCount(0);

  // The whole list: what can be fixed is fixed, the rest is kept.
  await expect(focused).toHaveCount(1);
  await press('Enter');
  await press('e');
  await expect(panel.getByText('Fine as it is')).toBeVisible();
  await press('e');
  let steps = 0;
  for (let before = await left(); before > 0 && steps < 150; before = await left()) {
    await expect(focused).toHaveAttribute('aria-expanded', 'true');
    const card = panel.getByRole('article');
    const fixable = (await card.getByText('Enter', { exact: true }).count()) > 0;
    await press(fixable ? 'Enter' : 'k');
    steps += 1;
    await expect.poll(left, 'each key takes findings away').toBeLessThan(before);
  }
  await expect(panel.getByText('Clear', { exact: true })).toBeVisible();
  // Findings that are alike went together.
  expect(steps).toBeLessThan(94);
  await expect(sheet(page)).toContainText('Jan. 4');
  await press('Mod+z');
  await expect.poll(left).toBeGreaterThan(0);
});
