/** `node build/icons.mjs`: draws build/icons/*.svg in every size and packs the .ico and .icns from them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const folder = fileURLToPath(new URL('icons', import.meta.url));
const SIZES = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024];
const ICO = [16, 24, 32, 48, 64, 128, 256];
/** Apple's names of the sizes; the second of a pair is for screens with twice the dots. */
const ICNS = [
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['icp6', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

async function draw(size) {
  const name = size <= 32 ? 'icon-small.svg' : 'icon.svg';
  const side = size <= 32 ? 32 : 1024;
  const svg = await readFile(join(folder, name));
  return sharp(svg, { density: Math.max(72, (72 * size) / side) })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** ICO: a header, a directory of 16 bytes a picture, then the PNGs. */
function packIco(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    // 0 stands for 256.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** ICNS: each picture under its four-letter name with its length, all under `icns`. */
function packIcns(pictures) {
  const chunks = pictures.map(({ name, png }) => chunk(name, png));
  return chunk('icns', Buffer.concat(chunks));
}

function chunk(name, data) {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(data.length + 8, 4);
  return Buffer.concat([head, data]);
}

const drawn = new Map();
for (const size of SIZES) {
  drawn.set(size, await draw(size));
  await writeFile(join(folder, `${size}x${size}.png`), drawn.get(size));
}
await writeFile(
  join(folder, 'icon.ico'),
  packIco(ICO.map((size) => ({ size, png: drawn.get(size) }))),
);
await writeFile(
  join(folder, 'icon.icns'),
  packIcns(ICNS.map(([name, size]) => ({ name, png: drawn.get(size) }))),
);
console.log(`Drew ${SIZES.length} sizes, icon.ico and icon.icns`);
