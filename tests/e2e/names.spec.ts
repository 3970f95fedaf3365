import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Story } from '#core/article/model';
import { serialiseStory } from '#core/article/schema';
import { figureBlock, missingPhoto, newStory, textBlock } from '#core/article/story';
import { expect, test } from './desk';
import { checked, savedStory, sheet } from './steps';

const REF = 'pier-opens.galley';

/** A story of our own: one mayor in two spellings, a total that does not add up, a count that disagrees. */
function pierStory(): Story {
  return newStory({
    id: 'pier',
    slug: 'pier-opens',
    styleBook: 'ap',
    photos: [missingPhoto('p1', 'pier.jpg')],
    article: {
      blocks: [
        textBlock('h', 'headline', 'Mayor opens pier'),
        textBlock(
          'b1',
          'paragraph',
          'Mayor Ana Brandvold opened the pier in Esbjerg on a cold and windy morning. Brandvold thanked the 12 members of the council, and Peter Lund of the harbour board held the ribbon. Brandvold smiled.',
        ),
        textBlock(
          'b2',
          'paragraph',
          'Anna Brandvold said later that the pier would last. “We built it for the children,” Brandvold said, and Lund agreed.',
        ),
        figureBlock(
          'f1',
          'p1',
          'Anna Brandvold cuts the ribbon in Esbjerg on a windy morning.',
          'Jo Lee/AP',
          'A woman cuts a ribbon on a pier.',
        ),
        textBlock(
          'b3',
          'paragraph',
          'The council has 12 members: seven voted for, four against. Its eleven members meet again soon.',
        ),
      ],
    },
  });
}

test.use({
  launch: {
    prepare: async ({ library }) => {
      const folder = join(library, REF);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'story.json'), serialiseStory(pierStory()));
    },
  },
});

async function openStory(page: Page): Promise<void> {
  await expect(page.getByRole('row', { name: 'pier-opens' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.type('pier-opens');
  await expect(page.getByRole('option', { name: /pier-opens/u })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toContainText('Mayor opens pier');
  await checked(page);
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.map(
    (rule) => `${rule.id}: ${rule.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

const decided = (page: Page) =>
  page.getByLabel('Inspector').getByRole('region', { name: 'Name not as decided' });

test('a person’s places are walked, two spellings merged, one marked as right, the others fixed', async ({
  desk,
}) => {
  test.slow();
  const press = (key: string) => desk.page.keyboard.press(key.replace('Mod', 'ControlOrMeta'));
  await openStory(desk.page);
  const panel = desk.page.getByRole('tabpanel', { name: 'Names' });
  const focused = panel.locator('button:focus');

  await press('Mod+Alt+n');
  await expect(focused).toHaveText(/Ana Brandvold/u);
  await expect(focused).toContainText('a letter away');
  expect(await violations(desk.page), 'names').toEqual([]);

  // Walk the surname's places: the sheet shows each, the keyboard stays.
  await press('Enter');
  await press('ArrowDown');
  await expect(focused).toHaveAttribute('data-text', 'Ana Brandvold');
  await press('ArrowDown');
  await expect(focused).toHaveAttribute('data-text', 'Brandvold');
  await press('ArrowRight');
  await expect(focused).toContainText('1 of');
  await press('Enter');
  await expect(focused).toContainText('2 of');
  await press('ArrowLeft');
  await expect(focused).toContainText('1 of');
  await press('F9');
  await expect(focused).toContainText('2 of');
  expect(await violations(desk.page), 'open person').toEqual([]);

  // The offered name is merged with one key: what is spelled the other way becomes a finding.
  while (!(await focused.getAttribute('data-line'))?.startsWith('near')) await press('ArrowDown');
  await expect(focused).toHaveAttribute('data-text', 'Anna Brandvold');
  await press('m');
  await expect(panel.locator('.ledger-entry.is-open')).toContainText('Anna Brandvold');
  await expect(panel.locator('.ledger-row', { hasText: 'Anna Brandvold' })).toHaveCount(0);
  await press('Home');
  while ((await focused.getAttribute('data-text')) !== 'Anna Brandvold') await press('ArrowDown');
  await press('r');
  await expect(focused).toContainText('right');
  await savedStory(desk, REF, (story) => story.decisions?.length === 2);

  // Restart: the decisions stand.
  await desk.restart();
  await openStory(desk.page);
  await desk.page.keyboard.press('ControlOrMeta+3');
  await expect(decided(desk.page)).toBeVisible();
  await press('Mod+Alt+n');
  const again = desk.page.getByRole('tabpanel', { name: 'Names' });
  await expect(again.getByText('Decisions')).toBeVisible();
  await expect(again.getByRole('button', { name: /Anna Brandvold/u }).first()).toContainText(
    '2 spellings',
  );

  // Fix the other spelling from the findings, and undo.
  await press('Mod+3');
  const row = decided(desk.page).locator('.finding-row').first();
  while (!(await row.evaluate((one) => one === document.activeElement))) await press('ArrowDown');
  await press('Enter');
  await press('Enter');
  await expect(sheet(desk.page)).toContainText('Mayor Anna Brandvold opened');
  await expect(decided(desk.page)).toHaveCount(0);
  await press('Mod+z');
  await expect(sheet(desk.page)).toContainText('Mayor Ana Brandvold opened');
  await expect(decided(desk.page)).toBeVisible();
});

test('a name is merged by typing it, kept apart again, and every decision can be taken back', async ({
  desk,
}) => {
  const { page } = desk;
  const press = (key: string) => page.keyboard.press(key.replace('Mod', 'ControlOrMeta'));
  await openStory(page);
  const panel = page.getByRole('tabpanel', { name: 'Names' });
  const focused = panel.locator('button:focus');
  await press('Mod+Alt+n');
  while (!(await focused.textContent())?.includes('Peter Lund')) await press('ArrowDown');
  await press('Enter');
  await press('m');
  const dialog = page.getByRole('dialog', { name: /Peter Lund is the same person as/u });
  await expect(dialog).toBeVisible();
  expect(await violations(page), 'merge').toEqual([]);
  await page.keyboard.type('anna');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(focused).toContainText('spellings');
  await press('u');
  await expect(panel.locator('.ledger-row', { hasText: 'Peter Lund' })).toHaveCount(1);
  await expect(panel.getByText('Decisions')).toHaveCount(0);

  // Two people after all: the offer goes, and comes back with undo.
  await press('Escape');
  await press('Home');
  await expect(focused).toContainText('a letter away');
  await press('Enter');
  while (!(await focused.getAttribute('data-line'))?.startsWith('near')) await press('ArrowDown');
  await press('s');
  await expect(panel.locator('.ledger-row').first()).not.toContainText('a letter away');
  await press('Mod+z');
  await expect(panel.locator('.ledger-row').first()).toContainText('a letter away');
});

test('the number ledger shows what does not add up; a figure marked as right sets the other against it', async ({
  desk,
}) => {
  const { page } = desk;
  const press = (key: string) => page.keyboard.press(key.replace('Mod', 'ControlOrMeta'));
  await openStory(page);
  const panel = page.getByRole('tabpanel', { name: 'Names' });
  const focused = panel.locator('button:focus');
  await press('Mod+Alt+u');
  await expect(panel.getByRole('button', { name: /7 \+ 4 = 11, not 12/u })).toBeVisible();
  expect(await violations(page), 'numbers').toEqual([]);
  while (!(await focused.textContent())?.startsWith('members')) await press('ArrowDown');
  await press('Enter');
  while ((await focused.getAttribute('data-text')) !== '12 members') await press('ArrowDown');
  await press('r');
  await press('Mod+3');
  await expect(
    page.getByLabel('Inspector').getByRole('region', { name: 'Number not as decided' }),
  ).toContainText('eleven → twelve');
});
