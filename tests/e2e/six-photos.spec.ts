import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator } from '@playwright/test';
import type { WriteTags } from 'exiftool-vendored';
import { ExifTool } from 'exiftool-vendored';
import sharp from 'sharp';
import { expect, test } from './desk';
import { checked, sheet } from './steps';

interface Sent {
  readonly caption: string;
  readonly credit: string;
  readonly tags: Readonly<Record<string, string | readonly string[]>>;
}

/** Six pictures with eleven faults, as three agencies and a handout might send them. */
const SENT: readonly Sent[] = [
  {
    // The name is a letter off, and the creator is in capitals.
    caption: 'Mayor Teresa Oliviera waves from the ferry in Porto Velho on Sunday, March 1, 2026.',
    credit: 'RUI SANTOS/AP',
    tags: { 'XMP-dc:Creator': ['Rui Santos'], 'XMP-photoshop:Credit': 'AP' },
  },
  {
    // The file names another creator.
    caption: 'Daniel Okonkwo, left, checks a rope in Porto Velho on Sunday, March 1, 2026.',
    credit: 'Rui Santos/AP',
    tags: { 'XMP-dc:Creator': ['Carla Pinto'], 'XMP-photoshop:Credit': 'Reuters' },
  },
  {
    // An order that nobody has signed, and an agency twice.
    caption: 'The ferry Andorinha turns off Porto Velho on Sunday, March 1, 2026.',
    credit: 'Carla Pinto/Reuters/Reuters',
    tags: {
      'XMP-dc:Creator': ['Carla Pinto'],
      'XMP-photoshop:Credit': 'Reuters',
      'XMP-photoshop:Instructions': 'Hold until 6 a.m. Tuesday. Do not use in magazines.',
    },
  },
  {
    // Letters in the wrong charset, and a day on which the file was not taken.
    caption: 'A band plays for SÃ£o JoÃ£o in Porto Velho on Sunday, March 1, 2026.',
    credit: 'Carla Pinto/Reuters',
    tags: {
      'XMP-dc:Creator': ['Carla Pinto'],
      'XMP-photoshop:Credit': 'Reuters',
      'XMP-photoshop:DateCreated': '2026:02:22 11:00:00',
    },
  },
  {
    // No credit.
    caption: 'Children wave from the pier in Porto Velho on Sunday, March 1, 2026.',
    credit: '',
    tags: { 'XMP-dc:Creator': ['Rui Santos'], 'XMP-photoshop:Credit': 'AP' },
  },
  {
    // Somebody whom the story does not name, and the file neither.
    caption: 'Helena Barbosa talks to passengers in Porto Velho on Sunday, March 1, 2026.',
    credit: 'Rui Santos/AP',
    tags: { 'XMP-dc:Creator': ['Rui Santos'], 'XMP-photoshop:Credit': 'AP' },
  },
];

const TEXT = [
  'The ferry Andorinha crossed the bay on Sunday for the first time in two years, with Mayor Teresa Oliveira on the bridge and harbor master Daniel Okonkwo at the quay in Porto Velho.',
  'Oliveira said the line would run six days a week. Okonkwo said the new landing could take two boats at once, and that tickets would cost what they cost before.',
  'Engineer Marta Lindgren led the work on the landing, which the council paid for. Fishermen had asked for a lower quay, and they got one, Lindgren said on the boat.',
  'Passengers queued from early morning. A brass band played on the upper deck, and children waved from the old pier while the boat turned in the wind.',
];

function web(): string {
  const figures = SENT.map(
    ({ caption, credit }, at) =>
      `<figure><img src="ferry-${at + 1}.jpg"><figcaption>${caption}${credit === '' ? '' : ` <span class="credit">${credit}</span>`}</figcaption></figure>`,
  );
  const body = TEXT.map((text, at) => `<p>${text}</p>${figures[at] ?? ''}`).join('\n');
  return `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Ferry returns to Porto Velho</title></head><body><article><h1>Ferry returns to Porto Velho after two years</h1>\n${body}\n${figures.slice(4).join('\n')}</article></body></html>`;
}

test('six photos with eleven faults are brought to green by keyboard and exported', async ({
  desk,
}) => {
  const { page } = desk;
  const tool = new ExifTool({ maxProcs: 1 });
  for (const [at, { tags }] of SENT.entries()) {
    const picture = sharp({
      create: {
        width: 640 + at,
        height: 420,
        channels: 3,
        background: { r: 40 * at, g: 120, b: 150 },
      },
    });
    const path = await desk.file(`page/ferry-${at + 1}.jpg`, await picture.jpeg().toBuffer());
    await tool.write(path, tags as unknown as WriteTags, { writeArgs: ['-overwrite_original'] });
  }
  await desk.dialogs.answerOpen([await desk.file('page/ferry.html', web())]);
  await desk.run('story.import');
  await expect(sheet(page)).toContainText('Ferry returns');
  await checked(page);
  await desk.run('view.photo-desk');
  const stage = page.getByRole('main', { name: 'Photo desk' });
  await expect(stage.getByRole('option')).toHaveCount(6);

  const faults = new Set<string>();
  for (let number = 1; number <= 6; number += 1) {
    await go(stage, number);
    for (const words of await stage.locator('.verdict-words').allTextContents()) faults.add(words);
  }
  expect([...faults].join(' ')).toMatch(/Oliviera.*Carla Pinto.*Hold until/u);
  expect(faults.size).toBeGreaterThanOrEqual(11);

  const caption = stage.getByRole('textbox', { name: 'Caption as printed' });
  const tell = async (alt: string) => {
    await stage.getByRole('textbox', { name: /Alt text/u }).fill(alt);
    await page.keyboard.press('Tab');
    await desk.run('photo.house-credit');
  };
  const takeFileCredit = () =>
    stage.getByRole('button', { name: 'Use the file’s credit' }).press('Enter');

  // A code of the desk's list stands for the mayor's name.
  await desk.run('photo.codes');
  await page.getByRole('textbox', { name: 'Codes' }).fill('m1\tMayor Teresa Oliveira');
  await page.getByRole('button', { name: 'Keep' }).press('Enter');
  await go(stage, 1);
  await caption.fill('\\m1\\ waves from the ferry in Porto Velho on March 1, 2026.');
  await expect(caption).toHaveValue(/^Mayor Teresa Oliveira waves/u);
  await tell('A woman on a bridge raises her arm.');
  await go(stage, 2);
  await takeFileCredit();
  await tell('A man bends over a rope.');
  await go(stage, 3);
  await desk.run('photo.acknowledge');
  await tell('A white boat turns in front of a town.');
  await go(stage, 4);
  await caption.fill('A band plays for São João in Porto Velho on Feb. 22, 2026.');
  await tell('Six people with trumpets on a deck.');
  await go(stage, 5);
  await takeFileCredit();
  await tell('Four children on a pier.');
  await go(stage, 6);
  await caption.fill('');
  await caption.pressSequentially('Lind');
  await expect(stage.getByRole('button', { name: 'Marta Lindgren' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Space');
  await expect(caption).toHaveValue('Marta Lindgren');
  await page.keyboard.insertText(' talks to passengers in Porto Velho on March 1, 2026.');
  await expect(caption).toHaveValue(/^Marta Lindgren talks to/u);
  await tell('A woman among people with bags.');
  for (let number = 1; number <= 6; number += 1) {
    await go(stage, number);
    await expect(stage.locator('.verdict-words')).toHaveCount(0);
    await desk.run('photo.approve');
  }
  await expect(stage.getByRole('option', { name: /Approved/u })).toHaveCount(6);

  const target = join(desk.folder, 'out', 'ferry.html');
  await desk.file('out/keep.txt', '');
  await desk.dialogs.answerSave(target);
  await desk.run('story.export');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const write = dialog.getByRole('button', { name: /Write files/u });
  await expect(write).toBeEnabled();
  await write.press('Enter');
  await expect(page.getByText(/7 files written/u)).toBeVisible();
  const sources = [...(await readFile(target, 'utf8')).matchAll(/<img src="([^"]+)"/gu)];
  expect(sources).toHaveLength(6);
  const fourth = join(dirname(target), decodeURI(sources[3]?.[1] ?? ''));
  expect(await tool.read(fourth).finally(() => tool.end())).toMatchObject({
    'Caption-Abstract': 'A band plays for São João in Porto Velho on Feb. 22, 2026.',
    'By-line': 'Carla Pinto',
    AltTextAccessibility: 'Six people with trumpets on a deck.',
  });
});

async function go(stage: Locator, number: number): Promise<void> {
  const option = stage.getByRole('option', { name: new RegExp(`^Photo ${number}`, 'u') });
  await option.press('Enter');
  await expect(option).toHaveAttribute('aria-selected', 'true');
}
