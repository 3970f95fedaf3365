import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanTemp,
  realPathInside,
  writeAtomic,
  writeTemp,
} from '../../../electron/services/files';
import { foldName, safeFileName, safeName, uniqueName } from '../../../electron/services/names';
import { createQueue } from '../../../electron/services/queue';
import { temporaryFolder } from '../test-platform';

describe('atomic write', () => {
  it('replaces the content and leaves no temporary file', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'story.json');
    await writeAtomic(path, 'one');
    const before = (await stat(path)).ino;
    await writeAtomic(path, 'two');
    expect(await readFile(path, 'utf8')).toBe('two');
    // Another file took the name: the old one was never opened for writing.
    expect((await stat(path)).ino).not.toBe(before);
    expect(await readdir(folder)).toEqual(['story.json']);
  });

  it('leaves the old content when it cannot rename', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'taken');
    await mkdir(join(path, 'full'), { recursive: true });
    await expect(writeAtomic(path, 'new')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['taken']);
  });

  it('clears only its own temporary files', async () => {
    const folder = await temporaryFolder();
    await writeTemp(join(folder, 'story.json'), 'half');
    await writeFile(join(folder, 'notes.tmp'), 'mine');
    await cleanTemp(folder);
    expect(await readdir(folder)).toEqual(['notes.tmp']);
  });
});

describe('safe names', () => {
  it('never leads elsewhere, hides, or breaks a file system', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('..', '.', 'CON', 'nul.txt', 'a/../b', 'x\u202egpj.exe', ' . ', '\0', 'COM1'),
    );
    fc.assert(
      fc.property(nasty, (name) => {
        const safe = safeName(name, 'untitled');
        expect(safe).not.toBe('');
        expect(safe).not.toMatch(/[/\\:*?"<>|\p{Cc}\u202a-\u202e]/u);
        expect(safe).not.toMatch(/^[.\s]|[.\s]$/u);
        expect(safe).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(181);
        expect(safe.normalize('NFC')).toBe(safe);
        // Once safe, safe for good.
        expect(safeName(safe, 'untitled')).toBe(safe);
      }),
    );
  });

  it('keeps what people write', () => {
    for (const name of ['harbour-fire', 'Café Müller', '東京の火事', 'Q&A, part 2', 'x.y']) {
      expect(safeName(name, 'untitled')).toBe(name);
    }
  });

  it('keeps an extension however long the name is', () => {
    expect(safeFileName(`${'a'.repeat(400)}.JPG`, 'photo')).toMatch(/^a+\.jpg$/u);
    expect(safeFileName('../../evil.jpg', 'photo')).toBe('evil.jpg');
    expect(safeFileName('C:\\dir\\pic.PNG', 'photo', 'jpg')).toBe('pic.jpg');
    expect(safeFileName('..', 'photo', 'jpg')).toBe('photo.jpg');
  });

  it('finds a name nobody has', () => {
    const taken = new Set(['a.galley', 'a-2.galley'].map(foldName));
    expect(uniqueName('A', taken, '.galley')).toBe('A-3.galley');
    expect(uniqueName('b', taken, '.galley')).toBe('b.galley');
  });
});

describe('real paths', () => {
  it('does not take a sibling with the same beginning for the root', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'lib'));
    await mkdir(join(folder, 'library'));
    await writeFile(join(folder, 'library', 'x'), '');
    await writeFile(join(folder, 'lib', 'x'), '');
    expect(await realPathInside(join(folder, 'lib'), join(folder, 'library', 'x'))).toBeNull();
    expect(await realPathInside(join(folder, 'lib'), join(folder, 'lib', 'x'))).not.toBeNull();
  });
});

describe('queue', () => {
  it('keeps the order of one key, goes on after a failure, and drains', async () => {
    const queue = createQueue();
    const order: string[] = [];
    const task = (name: string) => async () => {
      order.push(`${name} starts`);
      await Promise.resolve();
      order.push(`${name} ends`);
      if (name === 'a1') throw new Error('no');
      return name;
    };
    const first = queue.run('a', task('a1'));
    const second = queue.run('a', task('a2'));
    await expect(first).rejects.toThrow('no');
    expect(await second).toBe('a2');
    await queue.drained();
    expect(order).toEqual(['a1 starts', 'a1 ends', 'a2 starts', 'a2 ends']);
  });
});
