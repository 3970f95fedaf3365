/**
 * `node build/screenshots.mjs`: docs/screenshots, made anew from the built app in the browser shell: every screen at
 * 1280×800 and the galley at 1920×1080, light and dark. Look at them before committing them.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ExifTool } from 'exiftool-vendored';
import sharp from 'sharp';
import { launchBrowserShell } from '../tests/browser-shell/shell.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'docs/screenshots');
const sample = join(root, 'assets/samples/harbour-talks.txt');

/** A drawn picture, so that no photographer is needed. */
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000">
  <rect width="1600" height="520" fill="#b9cddd"/><rect y="420" width="1600" height="580" fill="#5d8aa3"/>
  <rect y="560" width="1600" height="440" fill="#476d84"/>
  <path d="M1600 300 1430 270 1240 430 1100 560h500z" fill="#3f5746"/>
  <path d="M170 540h880c0 60-30 110-90 110H260c-60 0-90-50-90-110z" fill="#f4f1ea"/>
  <path d="M350 470h860v70H350z" fill="#f4f1ea"/><path d="M500 410h620c0 30-16 60-44 60H544c-28 0-44-30-44-60z" fill="#c73d32"/>
</svg>`;

const exiftool = new ExifTool();
const settle = (page) => page.evaluate(() => document.fonts.ready.then(() => undefined));

async function tour(theme, width, height, screens) {
  const folder = await mkdtemp(join(tmpdir(), 'galley-'));
  const photo = join(folder, 'harbour.jpg');
  await sharp(Buffer.from(picture)).jpeg({ quality: 88 }).toFile(photo);
  await exiftool.write(
    photo,
    {
      Description:
        'Foreign Minister Grace Okafor meets envoy Nils Lindqvist in Tallinn on March 5, 2013.',
      Creator: ['Tomas Halversen'],
      'XMP-photoshop:Credit': 'Reuters',
      PersonInImage: ['Grace Okafor', 'Nils Lindqvist'],
      'XMP-photoshop:DateCreated': '2013:03:05 10:20:00',
      'IPTC:By-line': 'T. Halvorsen',
      'IPTC:CopyrightNotice': 'Â© 2013 Reuters, TromsÃ¸',
      'XMP-photoshop:Instructions': 'No use before Oct. 14, 6 a.m. No archive sales.',
    },
    { writeArgs: ['-overwrite_original'] },
  );
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
  await page.getByRole('button', { name: 'Put away' }).click();
  await run('view.photos');
  await shell.dialogs.answerOpen([photo]);
  await page.getByRole('button', { name: /Choose file/u }).click();
  await page.locator('.sheet img').first().waitFor();
  await shot('photos');
  await run('view.photo-desk');
  await page.getByRole('main', { name: 'Photo desk' }).waitFor();
  await shot('photo-desk');
  await page.getByRole('tab', { name: /Conflicts/u }).click();
  await shot('conflicts');
  await run('view.contact-sheet');
  await page.getByRole('option', { name: /Photo 1/u }).press('Space');
  await shot('contact-sheet');
  await run('view.galley');
  await run('view.findings');
  await page.getByText('Creator in capitals').click();
  await shot('galley');
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
  await run('view.queue');
  await shot('queue');
  await shell.close();
  await rm(folder, { recursive: true, force: true });
}

const every = [
  'empty-queue',
  'queue',
  'galley',
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
  await tour(theme, 1920, 1080, ['galley', 'photo-desk', 'queue']);
}
await exiftool.end();
