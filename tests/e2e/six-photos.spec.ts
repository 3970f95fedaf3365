import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { ExifTool } from 'exiftool-vendored';
import { SENT, sendFerryStory } from '../helpers/ferry-story.mjs';
import { type Desk, expect, test } from './desk';
import { checked, sheet } from './steps';

/** What the desk must say of each picture, one row a fault. */
const FAULTS: readonly (readonly [photo: number, says: RegExp])[] = [
  [1, /caption says Oliviera, the story says Oliveira/u],
  [1, /creator is in capitals/u],
  [1, /has no alt text/u],
  [2, /credit says Rui Santos, the photo’s metadata says Carla Pinto/u],
  [3, /acknowledged the photo’s instructions: “Hold until 6 a\.m\. Tuesday/u],
  [3, /Reuters stands twice/u],
  [4, /letters were read in the wrong encoding/u],
  [4, /caption says March 1, 2026, the photo’s metadata says 2026-02-22/u],
  [5, /has no credit/u],
  [6, /caption names Helena Barbosa, the photo’s metadata names Marta Lindgren/u],
  [6, /caption names Helena Barbosa; the story does not/u],
];

/** What each exported copy must say of itself. */
const PRINTED: readonly (readonly [
  caption: string,
  creator: string,
  credit: string,
  alt: string,
])[] = [
  [
    'Mayor Teresa Oliveira waves from the ferry in Porto Velho on Sunday, March 1, 2026.',
    'Rui Santos',
    '(AP Photo/Rui Santos)',
    'A woman on a bridge raises her arm.',
  ],
  [
    'Daniel Okonkwo, left, checks a rope in Porto Velho on Sunday, March 1, 2026.',
    'Carla Pinto',
    '(Carla Pinto/Reuters)',
    'A man bends over a rope.',
  ],
  [
    'The ferry Andorinha turns off Porto Velho on Sunday, March 1, 2026.',
    'Carla Pinto',
    '(Carla Pinto/Reuters)',
    'A white boat turns in front of a town.',
  ],
  [
    'A band plays for São João in Porto Velho on Feb. 22, 2026.',
    'Carla Pinto',
    '(Carla Pinto/Reuters)',
    'Six people with trumpets on a deck.',
  ],
  [
    'Children wave from the pier in Porto Velho on Sunday, March 1, 2026.',
    'Rui Santos',
    '(AP Photo/Rui Santos)',
    'Four children on a pier.',
  ],
  [
    'Marta Lindgren talks to passengers in Porto Velho on Sunday, March 1, 2026.',
    'Rui Santos',
    '(AP Photo/Rui Santos)',
    'A woman among people with bags.',
  ],
];

test('six photos with eleven faults are brought to green by keyboard and exported', async ({
  desk,
}) => {
  // Some two hundred keys, each waited for.
  test.slow();
  const { page } = desk;
  const { keyboard } = page;
  await desk.dialogs.answerOpen([await sendFerryStory(join(desk.folder, 'page'))]);
  await desk.run('story.import');
  await expect(sheet(page)).toContainText('Ferry returns');
  await checked(page);
  const before = await originals(desk);
  expect(before).toHaveLength(6);
  // From here on nothing but keys: no pointer, no menu, no field filled in from outside.
  await page.evaluate(() => {
    for (const kind of ['pointerdown', 'mousedown', 'click'] as const) {
      window.addEventListener(
        kind,
        (event) => {
          const byPointer = event instanceof PointerEvent && event.pointerType !== '';
          if (kind !== 'click' || byPointer) throw new Error(`the journey used a pointer: ${kind}`);
        },
        { capture: true },
      );
    }
  });

  await keyboard.press('ControlOrMeta+7');
  const stage = page.getByRole('main', { name: 'Photo desk' });
  await expect(stage.getByRole('option', { name: /^Photo 1/u })).toBeFocused();
  const faults = FAULTS.map(([photo, says]) => ({ photo, says }));
  expect(faults.length).toBe(SENT.flatMap((one) => one.faults).length);
  for (const number of [1, 2, 3, 4, 5, 6]) {
    await photo(page, number);
    const said = (await stage.locator('.verdict-words').allTextContents()).join('\n');
    for (const { says } of faults.filter((one) => one.photo === number)) expect(said).toMatch(says);
  }

  const caption = stage.getByRole('textbox', { name: 'Caption as printed' });
  const credit = stage.getByRole('textbox', { name: 'Credit as printed' });
  const alt = stage.getByRole('textbox', { name: /^Alt text/u });
  const verdict = (words: RegExp) => stage.getByRole('listitem', { name: words });
  /** What the finding says that has the keyboard. */
  const held = () =>
    page.evaluate(() =>
      document.activeElement?.matches('[data-finding]')
        ? (document.activeElement.getAttribute('aria-label') ?? '')
        : '',
    );
  /** F8 until the keyboard is on this finding. */
  const walkTo = async (words: RegExp) => {
    for (let steps = 0; steps < 40; steps += 1) {
      const now = await held();
      if (words.test(now)) return;
      await keyboard.press('F8');
      await expect.poll(held).not.toBe(now);
    }
    throw new Error(`F8 never came to ${words}`);
  };
  const tell = async (number: number) => {
    await walkTo(/no alt text/u);
    await keyboard.press('Enter');
    await expect(alt).toBeFocused();
    await keyboard.type(PRINTED[number - 1]?.[3] ?? '');
    await keyboard.press('Tab');
    await expect(verdict(/no alt text/u)).toHaveCount(0);
    await keyboard.press('ControlOrMeta+Alt+C');
    await expect(credit).toHaveValue(PRINTED[number - 1]?.[2] ?? '');
    await expect(stage.locator('.verdict')).toHaveCount(0);
  };

  // 1: the first fix is on Enter, and the keyboard goes on to the next finding by itself.
  await photo(page, 1);
  await walkTo(/Oliviera/u);
  await keyboard.press('Enter');
  await expect(caption).toHaveValue(PRINTED[0]?.[0] ?? '');
  await expect(verdict(/creator is in capitals/u)).toBeFocused();
  await keyboard.press('Enter');
  await expect(credit).toHaveValue('Rui Santos/AP');
  await tell(1);

  // 2: the file is right about who took it.
  await photo(page, 2);
  await walkTo(/metadata says Carla Pinto/u);
  await keyboard.press('ControlOrMeta+Alt+ArrowLeft');
  await expect(credit).toHaveValue('Carla Pinto/Reuters');
  await tell(2);

  // 3: the embargo is signed by name, then an agency goes.
  await photo(page, 3);
  await walkTo(/Hold until/u);
  await keyboard.press('Enter');
  await expect(verdict(/Hold until/u)).toHaveCount(0);
  await walkTo(/stands twice/u);
  await keyboard.press('Enter');
  await expect(credit).toHaveValue('Carla Pinto/Reuters');
  await tell(3);

  // 4: letters are repaired in print and in the file; the day is written anew.
  await photo(page, 4);
  await walkTo(/wrong encoding/u);
  // Both at once: the second place moves with the words before it, checked anew or not.
  await keyboard.press('Enter');
  await expect(verdict(/wrong encoding/u)).toHaveCount(1);
  await expect(verdict(/wrong encoding/u)).toBeFocused();
  await keyboard.press('Enter');
  await expect(caption).toHaveValue(/^A band plays for São João/u);
  await walkTo(/metadata says 2026-02-22/u);
  await keyboard.press('Enter');
  await expect(caption).toBeFocused();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type(PRINTED[3]?.[0] ?? '');
  await tell(4);
  await tabTo(page, page.getByRole('tab', { name: 'File says' }));
  await keyboard.press('ArrowRight');
  const repairs = stage.getByRole('button', { name: /^Repair the letters/u });
  await tabTo(page, repairs.first());
  await keyboard.press('Enter');
  await tabTo(page, repairs.nth(1));
  await keyboard.press('Enter');
  await expect(stage.getByText('All decided.')).toBeVisible();

  // 5: the file knows whose it is.
  await photo(page, 5);
  await walkTo(/has no credit/u);
  await keyboard.press('ControlOrMeta+Alt+ArrowLeft');
  await expect(credit).toHaveValue('Rui Santos/AP');
  await tell(5);

  // 6: the file names the person whom the story names.
  await photo(page, 6);
  await walkTo(/metadata names Marta Lindgren/u);
  await keyboard.press('Enter');
  await expect(caption).toHaveValue(PRINTED[5]?.[0] ?? '');
  await tell(6);

  for (const number of [1, 2, 3, 4, 5, 6]) {
    await photo(page, number);
    await keyboard.press('ControlOrMeta+Shift+A');
    await expect(option(page, number)).toContainText('Approved');
  }

  const target = join(desk.folder, 'out', 'ferry.html');
  await desk.file('out/keep.txt', '');
  await desk.dialogs.answerSave(target);
  await keyboard.press('ControlOrMeta+Shift+S');
  const write = page
    .getByRole('dialog', { name: 'Export' })
    .getByRole('button', { name: /Write/u });
  await expect(write).toBeEnabled();
  await tabTo(page, write);
  await keyboard.press('Enter');
  await expect(page.getByText(/7 files written/u)).toBeVisible();

  const sources = [...(await readFile(target, 'utf8')).matchAll(/<img src="([^"]+)"/gu)];
  expect(sources).toHaveLength(6);
  const tool = new ExifTool({ maxProcs: 1, useMWG: false });
  try {
    for (const [at, [words, creator, line, described]] of PRINTED.entries()) {
      const copy = join(dirname(target), decodeURI(sources[at]?.[1] ?? ''));
      const tags = (await tool.readRaw(copy, {
        readArgs: ['-G1', '-a', '-struct', '-charset', 'iptc=UTF8'],
        useMWG: false,
      })) as unknown as Readonly<Record<string, unknown>>;
      expect(tags, `photo ${at + 1}`).toMatchObject({
        'IPTC:CodedCharacterSet': 'UTF8',
        'IPTC:Caption-Abstract': words,
        'XMP-dc:Description': words,
        'IFD0:ImageDescription': words,
        'IPTC:By-line': creator,
        'XMP-dc:Creator': [creator],
        'IPTC:Credit': line,
        'XMP-photoshop:Credit': line,
        'XMP-iptcCore:AltTextAccessibility': described,
      });
      expect(Object.keys(tags).filter((tag) => tag.startsWith('GPS'))).toEqual([]);
      if (at === 3) expect(tags['XMP-dc:Rights']).toBe('© 2026 Reuters, Lançado em Porto Velho');
    }
  } finally {
    await tool.end();
  }
  expect(await originals(desk)).toEqual(before);
});

const option = (page: Page, number: number) =>
  page.getByRole('option', { name: new RegExp(`^Photo ${number}`, 'u') });

/** Goes to a photo of the list by keys. */
async function photo(page: Page, number: number): Promise<void> {
  await page.keyboard.press('ControlOrMeta+7');
  await expect(page.locator('.photo-list [role="option"]:focus')).toHaveCount(1);
  await page.keyboard.press('Home');
  for (let at = 1; at < number; at += 1) await page.keyboard.press('ArrowDown');
  await expect(option(page, number)).toBeFocused();
  await expect(option(page, number)).toHaveAttribute('aria-selected', 'true');
}

/** Tab until the keyboard is on a control. */
async function tabTo(page: Page, control: ReturnType<Page['locator']>): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    if (await control.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never came to the control');
}

/** Name and hash of every original of the story. */
async function originals(desk: Desk): Promise<readonly string[]> {
  const [story] = (await readdir(desk.library)).filter((name) => name.endsWith('.galley'));
  const folder = join(desk.library, story ?? '', 'photos');
  const names = (await readdir(folder)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      return `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
    }),
  );
}
