import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import type { Story } from '#core/article/model';
import { parseStory } from '#core/article/schema';
import { type Desk, expect } from './desk';

/** The shipped sample: a scrape with every fault of a scrape. */
export const SAMPLE = fileURLToPath(
  new URL('../../assets/samples/harbour-talks.txt', import.meta.url),
);
export const SAMPLE_HEADLINE = 'Okafor and Lindqvist reopen the Salt Strait talks';
export const SAMPLE_REF = 'okafor-and-lindqvist-reopen-the-salt-strait-talks.galley';

/** The sheet. */
export function sheet(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Story' });
}

/** Imports the sample through File › Import… and waits until it is open and checked. */
export async function openSample(desk: Desk): Promise<void> {
  await desk.dialogs.answerOpen([await desk.copy(SAMPLE)]);
  await desk.run('story.import');
  await expect(sheet(desk.page)).toContainText(SAMPLE_HEADLINE);
  await checked(desk.page);
}

/** Waits until all checks have looked, spelling among them, which has to be set up first. */
export async function checked(page: Page): Promise<void> {
  const line = page.getByRole('contentinfo');
  await expect(line).toContainText(/Checked, all \d+ checks/u, { timeout: 40_000 });
}

/** Waits until the last change is on disk, and reads it back. */
export async function savedStory(
  desk: Desk,
  ref: string,
  until: (story: Story) => boolean,
): Promise<Story> {
  let story: Story | null = null;
  await expect
    .poll(async () => {
      const path = `${desk.library}/${ref}/story.json`;
      const parsed = parseStory(await readFile(path, 'utf8'), path);
      if (!parsed.ok) throw new Error(parsed.message);
      story = parsed.value;
      return until(story);
    })
    .toBe(true);
  if (!story) throw new Error('No story was read');
  return story;
}

/** Types at the very start of the story, which is its headline. */
export async function typeAtTheTop(page: Page, words: string): Promise<void> {
  await sheet(page).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type(words);
}

/** The finding's row in the panel, by the check's title. */
export function findingRow(page: Page, title: string): Locator {
  return page.getByLabel('Inspector').getByRole('region', { name: title, exact: true });
}
