import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { must, testServices } from './test-platform';

const PHOTOS = new URL('../../../shared/material/photos', import.meta.url).pathname;
const FOLDERS = ['with-metadata', 'malformed', 'fuzz', 'libreoffice-graphicfilter'];
/** Milliseconds that one file may take from its bytes to its small picture. */
const HANG = 2_000;

interface Row {
  readonly files: number;
  opened: number;
  cutOff: number;
  keptUnseen: number;
  refused: number;
  slowest: number;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  const paths = names.toSorted().map((name) => join(folder, name));
  const kinds = await Promise.all(paths.map((path) => stat(path)));
  return paths.filter((_, at) => kinds[at]?.isFile() ?? false);
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.skipIf(!existsSync(PHOTOS))('photos of other desks, broken ones too', () => {
  it('open, or say clearly why not, each within its time', async () => {
    const { services, library, platform } = await testServices();
    const caller = { window: 1 };
    const { ref } = must(await services.handlers['library.create']([{ slug: 'all' }], caller));
    const table: Record<string, Row> = {};
    const unclear: string[] = [];
    const late: string[] = [];
    const sent = () =>
      platform.sent.filter(
        ({ event, payload }) =>
          event === 'app.trouble' && /cut off/u.test((payload as { message: string }).message),
      ).length;
    // The first file pays for what is loaded once.
    await services.photos.add(ref, [{ name: 'first.jpg', bytes: Buffer.from('Dear desk') }]);
    for (const folder of FOLDERS) {
      const files = await filesIn(join(PHOTOS, folder));
      const row: Row = {
        files: files.length,
        opened: 0,
        cutOff: 0,
        keptUnseen: 0,
        refused: 0,
        slowest: 0,
      };
      table[folder] = row;
      for (const path of files) {
        const bytes = await readFile(path);
        const before = hash(bytes);
        const name = basename(path);
        const told = sent();
        const from = performance.now();
        const added = must(await services.photos.add(ref, [{ name, bytes }]));
        if (sent() > told) row.cutOff += 1;
        const took = Math.round(performance.now() - from);
        row.slowest = Math.max(row.slowest, took);
        if (took > HANG) late.push(`${name} ${took} ms`);
        expect(hash(await readFile(path)), path).toBe(before);
        const [photo] = added.photos;
        const [refused] = added.refused;
        if (refused) {
          row.refused += 1;
          // A sentence that names the file and says what to do or what is wrong.
          if (!refused.message.includes(name) || !/\.$/u.test(refused.message)) {
            unclear.push(`${name}: ${refused.message}`);
          }
          continue;
        }
        if (!photo?.file) throw new Error(`${name} is neither kept nor refused`);
        const stored = (await library.photoPath(ref, photo.file)) ?? '';
        expect(hash(await readFile(stored)), name).toBe(before);
        if ((await services.thumbnails.of(stored, 480)) !== null) {
          row.opened += 1;
          continue;
        }
        row.keptUnseen += 1;
        const why = must(
          await services.handlers['photos.trouble']([ref, photo.file, name], caller),
        );
        if (!why?.includes(name)) unclear.push(`${name}: not shown, and nothing said`);
      }
    }
    console.table(table);
    expect(unclear).toEqual([]);
    expect(late).toEqual([]);
    expect(Object.values(table).reduce((sum, { files }) => sum + files, 0)).toBeGreaterThan(400);
  });
});
