/**
 * `node build/screenshots.mjs`: docs/screenshots, made anew from the built app in the browser shell: every screen at
 * 1280×800 and the galley at 1920×1080, light and dark. Look at them before committing them.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { launchBrowserShell } from '../tests/browser-shell/shell.mjs';
import { SCENES } from '../tests/helpers/ferry-pictures.mjs';
import { sendFerryStory } from '../tests/helpers/ferry-story.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'docs/screenshots');
const sample = join(root, 'assets/samples/harbour-talks.txt');

const settle = (page) => page.evaluate(() => document.fonts.ready.then(() => undefined));

async function tour(theme, width, height, screens) {
  const folder = await mkdtemp(join(tmpdir(), 'galley-'));
  const photo = join(folder, 'harbour.jpg');
  await sharp(Buffer.from(SCENES[2])).flatten({ background: '#fff' }).jpeg().toFile(photo);
  const ferry = await sendFerryStory(join(folder, 'page'), 1);
  await mkdir(join(folder, 'data'));
  await mkdir(join(folder, 'Documents'));
  const shell = await launchBrowserShell({
    dist: join(root, 'dist'),
    userData: join(folder, 'data'),
    documents: join(folder, 'Documents'),
    headless: true,
    theme,
    screen: { width, height },
  });
  const page = await shell.firstWindow();
  await page.setViewportSize({ width, height });
  const run = (id) => shell.menus.click(id);
  /** Notices leave by themselves after a while; what is still there is put away. */
  const putAway = async () => {
    for (const button of await page.getByRole('button', { name: 'Put away' }).all()) {
      await button.click({ timeout: 2_000 }).catch(() => undefined);
    }
  };
  const shot = async (name) => {
    if (!screens.includes(name)) return;
    await settle(page);
    await page.mouse.move(width - 1, height - 1);
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(out, `${name}-${theme}-${width}.png`) });
  };
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shot('empty-queue');
  await shell.dialogs.answerOpen([sample]);
  await run('story.import');
  await page.getByRole('textbox', { name: 'Story' }).waitFor();
  await page.getByText(/Checked, all/u).waitFor();
  await putAway();
  await run('view.photos');
  await shell.dialogs.answerOpen([photo]);
  await page.getByRole('button', { name: /Choose file/u }).click();
  await page.locator('.sheet img').first().waitFor();
  await shot('photos');
  await run('view.galley');
  await run('view.findings');
  await page.getByText('Creator in capitals').click();
  await shot('galley');
  await page.keyboard.press('ControlOrMeta+d');
  await run('view.findings');
  await page.getByRole('button', { name: /Dismissed in this story/u }).click();
  await shot('dismissed');
  await run('view.names');
  await page.locator('.ledger-row').first().press('Enter');
  await page.locator('.ledger-line').nth(1).click();
  await shot('names');
  await run('view.numbers');
  await shot('numbers');
  await run('view.import-report');
  await shot('import-report');
  await run('view.story');
  await shot('story');
  await run('edit.find');
  await page.keyboard.type('Okafor');
  await shot('find');
  await page.keyboard.press('Escape');
  for (const [command, name] of [
    ['view.palette', 'palette'],
    ['help.shortcuts', 'shortcuts'],
    ['view.settings', 'settings'],
    ['story.export', 'export'],
  ]) {
    await run(command);
    await page.getByRole('dialog').waitFor();
    await shot(name);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await run('stylebook.edit');
  const book = page.getByRole('main', { name: 'Style book' });
  await book.getByRole('option', { name: 'healthcare' }).click();
  await shot('style-book');
  await book.getByRole('tab', { name: 'Checks' }).click();
  await book.getByRole('option', { name: 'Weekday and date disagree' }).click();
  await shot('style-book-checks');
  await run('view.queue');
  await shot('queue');
  // Six photos as agencies send them, each with its faults.
  await shell.dialogs.answerOpen([ferry]);
  await run('story.import');
  await page.getByRole('textbox', { name: 'Story' }).waitFor();
  await page.getByText(/Checked, all/u).waitFor();
  await putAway();
  await run('view.photo-desk');
  await page.getByRole('main', { name: 'Photo desk' }).waitFor();
  await shot('photo-desk');
  await page.getByRole('option', { name: /^Photo 4/u }).press('Enter');
  await page.getByRole('tab', { name: /Conflicts/u }).click();
  await shot('conflicts');
  await run('view.contact-sheet');
  await page.getByRole('option', { name: /^Photo 1/u }).press('Space');
  await page.getByRole('option', { name: /^Photo 3/u }).press('Space');
  await page.getByRole('textbox', { name: 'Credit for all of them' }).fill('Rui Santos/AP');
  await shot('contact-sheet');
  await shell.close();
  await rm(folder, { recursive: true, force: true });
}

const every = [
  'empty-queue',
  'queue',
  'galley',
  'dismissed',
  'style-book',
  'style-book-checks',
  'photos',
  'photo-desk',
  'conflicts',
  'contact-sheet',
  'names',
  'numbers',
  'import-report',
  'story',
  'find',
  'palette',
  'shortcuts',
  'settings',
  'export',
];
await mkdir(out, { recursive: true });
for (const theme of ['light', 'dark']) {
  await tour(theme, 1280, 800, every);
  await tour(theme, 1920, 1080, [
    'galley',
    'photo-desk',
    'conflicts',
    'contact-sheet',
    'names',
    'style-book',
    'queue',
  ]);
}
