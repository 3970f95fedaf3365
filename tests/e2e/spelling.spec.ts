import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { serialiseStory } from '#core/article/schema';
import { newStory, textBlock } from '#core/article/story';
import { type Desk, expect, test } from './desk';
import { checked, savedStory, sheet } from './steps';

const REF = 'pier-works.galley';

test.use({
  launch: {
    prepare: async ({ library }) => {
      const folder = join(library, REF);
      await mkdir(folder, { recursive: true });
      const blocks = [
        textBlock('b1', 'headline', 'Pier works to begin in spring'),
        textBlock('b2', 'dek', 'Oak and iron for the old landing'),
        textBlock('b3', 'byline', 'By Jo Lee'),
        textBlock('b4', 'paragraph', 'The council will recieve the plans in March. 😀'),
        textBlock(
          'b5',
          'paragraph',
          'A bollardette holds the rope. The bollardette’s cap is iron.',
        ),
        textBlock('b6', 'paragraph', 'The colour of the fenderette is not known yet.'),
        textBlock('b7', 'paragraph', 'The ferry could of sunk.'),
      ];
      const story = newStory({
        id: 'pier-works',
        slug: 'pier-works',
        styleBook: 'ap',
        dates: { dateline: '', published: '2026-03-02' },
        article: { blocks },
      });
      await writeFile(join(folder, 'story.json'), serialiseStory(story));
    },
  },
});

const press = (page: Page, key: string) => page.keyboard.press(key.replace('Mod', 'ControlOrMeta'));
const findings = (page: Page) => page.getByRole('tabpanel', { name: 'Findings' });
const row = (page: Page, word: string) =>
  findings(page).locator('.finding-row').filter({ hasText: word });

async function open(desk: Desk): Promise<void> {
  const { page } = desk;
  await page.getByText('Pier works to begin').first().dblclick();
  await expect(sheet(page)).toContainText('Pier works');
  await checked(page);
}

/** Opens a finding’s card with the keyboard. */
async function openRow(page: Page, word: string): Promise<void> {
  const focused = findings(page).locator('.finding-row:focus');
  if ((await focused.count()) === 0) await press(page, 'Mod+3');
  await expect(focused).toHaveCount(1);
  await press(page, 'Home');
  const rows = await findings(page).locator('.finding-row').count();
  for (let at = 0; at < rows; at += 1) {
    if ((await focused.textContent())?.includes(word)) break;
    await press(page, 'ArrowDown');
  }
  await expect(focused).toContainText(word);
  if ((await focused.getAttribute('aria-expanded')) === 'false') await press(page, 'Enter');
  await expect(findings(page).getByRole('article')).toContainText(word);
}

test('a misspelt word is found behind the real policy and fixed with Enter', async ({ desk }) => {
  const { page } = desk;
  await open(desk);
  await openRow(page, 'recieve');
  const card = findings(page).getByRole('article');
  await expect(card).toContainText('is in no American dictionary');
  await expect(card).toContainText('Source: Harper');
  await press(page, 'Enter');
  await expect(sheet(page)).toContainText('The council will receive the plans in March. 😀');
  await expect(row(page, 'recieve')).toHaveCount(0);
  await checked(page);
  await press(page, 'Mod+z');
  await expect(sheet(page)).toContainText('recieve');
  await expect(row(page, 'recieve')).toHaveCount(1);
});

test('words go into the lexicons of story and library by keyboard, last, and come out again', async ({
  desk,
}) => {
  await open(desk);
  await openRow(desk.page, 'bollardette');
  await expect(row(desk.page, 'bollardette')).toContainText('×2');
  await press(desk.page, 'l');
  await expect(row(desk.page, 'bollardette')).toHaveCount(0);
  await openRow(desk.page, 'fenderette');
  await press(desk.page, 'Shift+l');
  await expect(row(desk.page, 'fenderette')).toHaveCount(0);
  const list = findings(desk.page).getByRole('button', { name: /^Lexicon/u });
  await expect(list).toContainText('2');
  const story = await savedStory(desk, REF, (one) => one.lexicon?.length === 1);
  expect(story.lexicon?.[0]).toMatchObject({
    word: 'bollardette',
    at: expect.stringMatching(/^20/u),
  });
  await expect
    .poll(() => readFile(join(desk.library, 'lexicon.txt'), 'utf8'))
    .toMatch(/^fenderette\t/mu);

  await desk.restart();
  await open(desk);
  const { page } = desk;
  await expect(row(page, 'colour')).toHaveCount(1);
  await expect(row(page, 'bollardette')).toHaveCount(0);
  await expect(row(page, 'fenderette')).toHaveCount(0);

  // Out again: from the trigger of the list by Tab alone.
  await findings(page)
    .getByRole('button', { name: /^Lexicon/u })
    .focus();
  await press(page, 'Enter');
  const remove = (word: string) =>
    page.getByRole('button', { name: `Remove from the lexicon: ${word}` });
  await expect(remove('bollardette')).toBeVisible();
  await press(page, 'Tab');
  await expect(remove('bollardette')).toBeFocused();
  await press(page, 'Enter');
  await expect(row(page, 'bollardette')).toHaveCount(1);
  await remove('fenderette').focus();
  await press(page, 'Enter');
  await expect(row(page, 'fenderette')).toHaveCount(1);
  await expect(findings(page).getByRole('button', { name: /^Lexicon/u })).toHaveCount(0);
  // Of the story's own lexicon undo knows; the library's is no part of the story.
  await sheet(page).focus();
  await press(page, 'Mod+z');
  await expect(row(page, 'bollardette')).toHaveCount(0);
  await expect(row(page, 'fenderette')).toHaveCount(1);
});

test('a word that another program writes into the library’s lexicon is right at once', async ({
  desk,
}) => {
  await open(desk);
  await expect(row(desk.page, 'fenderette')).toHaveCount(1);
  await writeFile(join(desk.library, 'lexicon.txt'), 'fenderette\n');
  await expect(row(desk.page, 'fenderette')).toHaveCount(0);
});

test('a British book takes “colour” and finds “color”', async ({ desk }) => {
  const { page } = desk;
  await open(desk);
  await expect(row(page, 'colour')).toHaveCount(1);
  await page.getByRole('tab', { name: 'Story' }).click();
  await page.getByRole('button', { name: 'AP-like Style book' }).click();
  await page.getByRole('option', { name: 'Guardian-like' }).click();
  await page.getByRole('tab', { name: 'Findings' }).click();
  await expect(row(page, 'colour')).toHaveCount(0);
  await checked(page);
});

test('a house book switches one rule of Harper off', async ({ desk }) => {
  const { page } = desk;
  await open(desk);
  await expect(row(page, 'could of')).toHaveCount(1);
  await desk.run('stylebook.edit');
  const view = page.getByRole('main', { name: 'Style book' });
  await view.getByRole('button', { name: 'Make a house book…' }).press('Enter');
  await view.getByRole('textbox', { name: /Name of the house book/u }).fill('Pier Gazette');
  await press(page, 'Enter');
  await expect(view.getByRole('heading', { level: 1 })).toHaveText('Pier Gazette');
  await view.getByRole('tab', { name: 'Grammar rules' }).click();
  await view.getByRole('searchbox', { name: 'Search the rules' }).fill('modal of');
  await view.getByRole('option', { name: 'Modal of' }).click();
  const axe = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(axe.violations.map((rule) => `${rule.id} ${rule.nodes[0]?.html}`)).toEqual([]);
  await view.getByRole('button', { name: /In this book/u }).press('Enter');
  await page.getByRole('option', { name: 'Off', exact: true }).press('Enter');
  await expect(view.getByRole('option', { name: 'Modal of' })).toContainText('House');
  await view.getByRole('button', { name: 'Use in the open story' }).press('Enter');
  await desk.run('view.findings');
  await expect(row(page, 'could of')).toHaveCount(0);
  await expect(row(page, 'recieve')).toHaveCount(1);
  const file = await readFile(join(desk.library, 'stylebooks', 'pier-gazette.yaml'), 'utf8');
  expect(file).toMatch(/harper:\n {2}rules:\n {4}ModalOf: off\n/u);
});
