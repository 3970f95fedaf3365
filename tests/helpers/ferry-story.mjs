import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExifTool } from 'exiftool-vendored';
import sharp from 'sharp';
import { SCENES } from './ferry-pictures.mjs';

const AI = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/**
 * A story with six pictures as two agencies and a harbor office might send them, and eleven faults among them. `fault`
 * says what is wrong, for people. Every name is invented.
 */
export const SENT = [
  {
    faults: ['a name is a letter off', 'the creator in capitals', 'no alt text'],
    caption: 'Mayor Teresa Oliviera waves from the ferry in Porto Velho on Sunday, March 1, 2026.',
    credit: 'RUI SANTOS/AP',
    tags: {
      'XMP-dc:Description':
        'Mayor Teresa Oliveira waves from the ferry in Porto Velho on Sunday, March 1, 2026.',
      'XMP-dc:Creator': ['Rui Santos'],
      'IPTC:By-line': 'R. Santos',
      'XMP-photoshop:AuthorsPosition': 'Staff',
      'XMP-photoshop:Credit': 'AP',
      'XMP-photoshop:DateCreated': '2026:03:01 10:20:00',
      'XMP-iptcExt:PersonInImage': ['Teresa Oliveira'],
      'XMP-iptcExt:LocationShown': [{ City: 'Porto Velho', CountryName: 'Portugal' }],
      'XMP-dc:Rights': '© 2026 The Associated Press',
      'XMP-dc:Subject': ['ferry', 'harbor', 'politics'],
      'XMP-iptcExt:DigitalSourceType': `${AI}digitalCapture`,
      'EXIF:GPSLatitude': 41.1,
      'EXIF:GPSLatitudeRef': 'N',
    },
  },
  {
    faults: ['another creator and agency in the file'],
    caption: 'Daniel Okonkwo, left, checks a rope in Porto Velho on Sunday, March 1, 2026.',
    credit: 'Rui Santos/AP',
    tags: {
      'XMP-dc:Description':
        'Harbor master Daniel Okonkwo checks a rope in Porto Velho on Sunday, March 1, 2026.',
      'XMP-dc:Creator': ['Carla Pinto'],
      'XMP-photoshop:Credit': 'Reuters',
      'XMP-photoshop:DateCreated': '2026:03:01 08:05:00',
    },
  },
  {
    faults: ['an embargo nobody has signed', 'an agency twice'],
    caption: 'The ferry Andorinha turns off Porto Velho on Sunday, March 1, 2026.',
    credit: 'Carla Pinto/Reuters/Reuters',
    tags: {
      'XMP-dc:Creator': ['Carla Pinto'],
      'XMP-photoshop:Credit': 'Reuters',
      'XMP-photoshop:DateCreated': '2026:03:01 11:40:00',
      'XMP-photoshop:Instructions': 'Hold until 6 a.m. Tuesday. Do not use in magazines.',
      'XMP-xmpRights:UsageTerms': 'Editorial use only.',
      'XMP-plus:Licensor': [{ LicensorName: 'Reuters Pictures' }],
    },
  },
  {
    faults: ['letters in the wrong charset', 'taken on another day'],
    caption: 'A band plays for SÃ£o JoÃ£o in Porto Velho on Sunday, March 1, 2026.',
    credit: 'Carla Pinto/Reuters',
    tags: {
      'XMP-dc:Description': 'A band plays for SÃ£o JoÃ£o in Porto Velho on Feb. 22, 2026.',
      'IPTC:Caption-Abstract': 'A band plays for Sao Joao in Porto Velho on Feb. 22, 2026.',
      'EXIF:ImageDescription': 'OLYMPUS DIGITAL CAMERA',
      'XMP-dc:Creator': ['Carla Pinto'],
      'XMP-photoshop:Credit': 'Reuters',
      'XMP-dc:Rights': 'Â© 2026 Reuters, LanÃ§ado em Porto Velho',
      'XMP-photoshop:DateCreated': '2026:02:22 11:00:00',
    },
  },
  {
    faults: ['no credit'],
    caption: 'Children wave from the pier in Porto Velho on Sunday, March 1, 2026.',
    credit: '',
    tags: {
      'XMP-dc:Creator': ['Rui Santos'],
      'XMP-photoshop:Credit': 'AP',
      'XMP-photoshop:DateCreated': '2026:03:01 09:15:00',
      'XMP-iptcExt:DigitalSourceType': `${AI}compositeCapture`,
    },
  },
  {
    faults: ['the file names another person', 'a person whom the story does not name'],
    caption: 'Helena Barbosa talks to passengers in Porto Velho on Sunday, March 1, 2026.',
    credit: 'Rui Santos/AP',
    tags: {
      'XMP-dc:Description':
        'Engineer Marta Lindgren talks to passengers in Porto Velho on Sunday, March 1, 2026.',
      'XMP-dc:Creator': ['Rui Santos'],
      'XMP-photoshop:Credit': 'AP',
      'XMP-photoshop:DateCreated': '2026:03:01 12:30:00',
      'XMP-iptcExt:PersonInImage': ['Marta Lindgren'],
    },
  },
];

const TEXT = [
  'The ferry Andorinha crossed the bay on Sunday for the first time in two years, with Mayor Teresa Oliveira on the bridge and harbor master Daniel Okonkwo at the quay in Porto Velho.',
  'Oliveira said the line would run six days a week. Okonkwo said the new landing could take two boats at once, and that tickets would cost what they cost before.',
  'Engineer Marta Lindgren led the work on the landing, which the council paid for. Fishermen had asked for a lower quay, and they got one, Lindgren said on the boat.',
  'Passengers queued from early morning. A brass band played on the upper deck, and children waved from the old pier while the boat turned in the wind.',
];

/** The page that names the six pictures `ferry-1.jpg` … as its figures. */
export function ferryPage() {
  const figures = SENT.map(
    ({ caption, credit }, at) =>
      `<figure><img src="ferry-${at + 1}.jpg"><figcaption>${caption}${credit === '' ? '' : ` <span class="credit">${credit}</span>`}</figcaption></figure>`,
  );
  const body = TEXT.map((text, at) => `<p>${text}</p>${figures[at] ?? ''}`).join('\n');
  return `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Ferry returns to Porto Velho</title></head><body><article><h1>Ferry returns to Porto Velho after two years</h1>\n${body}\n${figures.slice(4).join('\n')}</article></body></html>`;
}

/** Writes the page and its pictures into a folder; gives the page's path. `scale` 1: as drawn, 2,400 pixels wide. */
export async function sendFerryStory(folder, scale = 0.4) {
  await mkdir(folder, { recursive: true });
  const tool = new ExifTool({ maxProcs: 1 });
  try {
    for (const [at, { tags }] of SENT.entries()) {
      const path = join(folder, `ferry-${at + 1}.jpg`);
      const scene = Buffer.from(SCENES[at] ?? '');
      const { width = 0 } = await sharp(scene).metadata();
      const drawn = sharp(scene).resize(Math.round(width * scale));
      await drawn.flatten({ background: '#fff' }).jpeg({ quality: 88 }).toFile(path);
      await tool.write(path, tags, { writeArgs: ['-overwrite_original'], useMWG: false });
    }
  } finally {
    await tool.end();
  }
  const page = join(folder, 'ferry.html');
  await writeFile(page, ferryPage());
  return page;
}
