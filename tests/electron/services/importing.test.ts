import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFigure } from '#core/article/model';
import { figureBlock, missingPhoto } from '#core/article/story';
import { exportTarget } from '../../../electron/services/exporting';
import { pictureBeside, sniffPicture } from '../../../electron/services/picture-files';
import { MARKDOWN, PAGE, PNG } from '../fixtures';
import { must, temporaryFolder, testServices } from '../test-platform';

const CALLER = { window: 1 };
const PHOTOS = { profile: 'web', strip: true } as const;

async function savedPage(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'ferry.html'), PAGE);
  await mkdir(join(folder, 'ferry_files'));
  await writeFile(join(folder, 'ferry_files', 'ferry-01.png'), PNG);
  return join(folder, 'ferry.html');
}

describe('importing', () => {
  it('makes a story of a saved page with the picture that lies beside it', async () => {
    const { services, library, platform, root } = await testServices();
    platform.answers.files = [await savedPage()];
    const outcome = must(await services.handlers['importing.choose']([], CALLER));
    expect(outcome.refused).toEqual([]);
    const ref = outcome.imported[0]?.ref ?? '';
    const { story } = must(await library.open(ref));
    expect(outcome.imported[0]?.headline).toBe('Ferry runs aground off Skarholm');
    expect(story.photos).toHaveLength(1);
    const photo = story.photos[0];
    expect(photo).toMatchObject({ width: 2, height: 3, bytes: PNG.length });
    expect(photo?.sha256).toMatch(/^[0-9a-f]{64}$/u);
    const original = await readFile(join(root, ref, 'photos', photo?.file ?? ''));
    expect(original.equals(PNG)).toBe(true);
    expect(story.article.blocks.some(isFigure)).toBe(true);
    expect(platform.sent.some(({ event }) => event === 'task.progress')).toBe(true);
  });

  it('takes nothing from the disk for dropped data', async () => {
    const { services, library } = await testServices();
    const files = [{ name: await savedPage(), bytes: new TextEncoder().encode(PAGE) }];
    const { imported } = must(await services.handlers['importing.data']([files], CALLER));
    const { story } = must(await library.open(imported[0]?.ref ?? ''));
    expect(story.photos[0]?.file).toBeNull();
    expect(imported[0]?.report.source).toBe('ferry.html');
  });

  it('gives each story its own id and slug, and the style book of the settings', async () => {
    const { services, library } = await testServices();
    await services.settings.set({ styleBook: 'guardian' });
    const file = { name: 'fire.md', bytes: new TextEncoder().encode(MARKDOWN) };
    const { imported } = await services.importing.importAll([file, file]);
    const [one, two] = await Promise.all(imported.map(({ ref }) => library.open(ref)));
    if (!one || !two) throw new Error('two stories expected');
    expect(must(one).story.id).not.toBe(must(two).story.id);
    expect(must(one).ref).not.toBe(must(two).ref);
    expect(must(one).story.styleBook).toBe('guardian');
    expect(`${must(two).story.slug}.galley`).toBe(must(two).ref);
  });

  it('refuses what it cannot read, by name, and imports the rest', async () => {
    const { services, root } = await testServices();
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'good.md'), MARKDOWN);
    const outcome = await services.importing.importAll([
      { name: 'huge.txt', bytes: new Uint8Array(64 * 1024 * 1024 + 1) },
      { path: join(folder, 'missing.txt') },
      { path: folder },
      { path: join(folder, 'good.md') },
      { name: 'picture.png', bytes: PNG },
    ]);
    expect(outcome.imported).toHaveLength(1);
    expect(outcome.refused.map(({ name }) => name)).toEqual([
      'huge.txt',
      'missing.txt',
      folder.split('/').at(-1),
      'picture.png',
    ]);
    for (const { name, message } of outcome.refused) expect(message).toContain(name);
    expect(outcome.refused[0]?.message).toMatch(/64 MB/u);
    expect(await readdir(root)).toHaveLength(1);
  });

  it('stops when it is told to', async () => {
    const { services, platform, root } = await testServices();
    const bytes = new TextEncoder().encode(MARKDOWN);
    const running = services.importing.importAll(
      Array.from({ length: 5 }, (_unused, index) => ({ name: `fire-${index}.md`, bytes })),
    );
    const { task } = await platform.event('task.progress', ({ done }) => done === 1);
    must(await services.handlers['tasks.cancel']([task], CALLER));
    const outcome = await running;
    expect(outcome.imported.length).toBeLessThan(5);
    expect(outcome.imported.length + outcome.refused.length).toBe(5);
    expect(await readdir(root)).toHaveLength(outcome.imported.length);
  });

  it('copies a story folder of another library with its photos', async () => {
    const { services, library } = await testServices();
    const made = must(await services.importing.importOne({ path: await savedPage() }));
    const other = await testServices();
    const path = join(library.folder(), made.ref);
    for (const given of [path, join(path, 'story.json')]) {
      const copy = must(await other.services.importing.importOne({ path: given }));
      const { story } = must(await other.library.open(copy.ref));
      const file = story.photos[0]?.file ?? '';
      expect(await other.library.photoPath(copy.ref, file)).not.toBeNull();
    }
  });
});

describe('pictures beside a file', () => {
  it('come from its folder only', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'in', 'deep'), { recursive: true });
    await writeFile(join(folder, 'secret.png'), PNG);
    await writeFile(join(folder, 'in', 'deep', 'a b.png'), PNG);
    await writeFile(join(folder, 'in', 'top.png'), PNG);
    await writeFile(join(folder, 'in', 'text.png'), 'not a picture');
    await symlink(join(folder, 'secret.png'), join(folder, 'in', 'link.png'));
    const source = join(folder, 'in', 'page.html');
    for (const reference of [
      'deep/a%20b.png',
      './deep/a b.png',
      'https://example.org/x/top.png?w=3',
    ]) {
      expect(await pictureBeside(source, reference), reference).not.toBeNull();
    }
    for (const reference of [
      '../secret.png',
      '..%2fsecret.png',
      'link.png',
      join(folder, 'secret.png'),
      `file://${join(folder, 'secret.png')}`,
      'text.png',
      'gone.png',
      '',
      '..',
      '.',
      '%00',
    ]) {
      expect(await pictureBeside(source, reference), reference).toBeNull();
    }
  });

  it('are known by their first bytes', () => {
    expect(sniffPicture(PNG)).toBe('png');
    expect(sniffPicture(Buffer.from('<svg onload="x">'))).toBeNull();
    expect(sniffPicture(new Uint8Array())).toBeNull();
  });
});

describe('photos', () => {
  it('adds originals under names of their own', async () => {
    const { services, library, root } = await testServices();
    const { ref } = must(await services.handlers['library.create']([{ slug: 'x' }], CALLER));
    const files = ['quay.png', 'QUAY.PNG', '../../up.jpg'].map((name) => ({ name, bytes: PNG }));
    const { photos } = must(await services.photos.add(ref, files));
    expect(photos.map(({ file }) => file)).toEqual(['quay.png', 'QUAY-2.png', 'up.png']);
    expect(photos[0]).toMatchObject({ originalName: 'quay.png', width: 2, height: 3 });
    expect(new Set(photos.map(({ id }) => id)).size).toBe(3);
    expect((await readdir(join(root, ref, 'photos'))).length).toBe(3);
    expect(must(await library.open(ref)).story.photos).toEqual([]);
  });
});

describe('exporting', () => {
  it('previews and writes each format, photos beside it', async () => {
    const { services, library, platform } = await testServices();
    const { ref } = must(await services.importing.importOne({ path: await savedPage() }));
    const { story } = must(await library.open(ref));
    const folder = await temporaryFolder();
    for (const { id, extension } of services.exporting.formats()) {
      const preview = must(
        await services.handlers['exporting.preview']([ref, story, id, PHOTOS], CALLER),
      );
      expect(preview.files[0]?.text).toContain('Ferry runs aground');
      const path = join(folder, id, `alba.${extension}`);
      platform.answers.save = path;
      const { paths } = must(
        await services.handlers['exporting.write']([ref, story, id, PHOTOS], CALLER),
      );
      expect(paths[0]).toBe(path);
      expect(await readFile(path, 'utf8')).toContain('Nobody was hurt');
      for (const beside of paths.slice(1)) {
        expect(sniffPicture(await readFile(beside))).toBe('png');
      }
      // Again over itself: the same pictures are no conflict.
      must(await services.handlers['exporting.write']([ref, story, id, PHOTOS], CALLER));
    }
    expect(must(await services.exporting.preview(story, 'html')).files).toHaveLength(2);
  });

  it('writes nothing when the dialog is cancelled or the format is unknown', async () => {
    const { services, library } = await testServices();
    const { ref } = must(await services.importing.importOne({ path: await savedPage() }));
    const { story } = must(await library.open(ref));
    expect(
      must(await services.handlers['exporting.write']([ref, story, 'html', PHOTOS], CALLER)),
    ).toEqual({
      paths: [],
      warnings: [],
    });
    const unknown = await services.exporting.preview(story, 'wordstar');
    expect(unknown).toMatchObject({ ok: false, code: 'bad-input' });
  });

  it('never half-writes: a missing photo leaves the folder as it was', async () => {
    const { services, library } = await testServices();
    const { ref } = must(await services.importing.importOne({ path: await savedPage() }));
    const { story } = must(await library.open(ref));
    const lost = {
      ...story,
      photos: [...story.photos, { ...missingPhoto('lost', 'lost.png'), file: 'lost.png' }],
      article: { blocks: [...story.article.blocks, figureBlock('f9', 'lost', 'A quay', 'Jo/AP')] },
    };
    const folder = await temporaryFolder();
    const path = join(folder, 'alba.html');
    await writeFile(path, 'before');
    const failed = await services.exporting.write(lost, 'html', path, (file) =>
      library.photoPath(ref, file),
    );
    expect(failed).toMatchObject({ ok: false, code: 'not-found' });
    expect(await readdir(folder)).toEqual(['alba.html']);
    expect(await readFile(path, 'utf8')).toBe('before');
  });

  it('does not replace somebody else’s picture', async () => {
    const { services, library } = await testServices();
    const { ref } = must(await services.importing.importOne({ path: await savedPage() }));
    const { story } = must(await library.open(ref));
    const folder = await temporaryFolder();
    const path = join(folder, 'alba.html');
    const write = () =>
      services.exporting.write(story, 'html', path, (file) => library.photoPath(ref, file));
    const { paths } = must(await write());
    await writeFile(paths[1] ?? '', 'another picture');
    expect(await write()).toMatchObject({ ok: false, code: 'conflict' });
    expect(await readFile(paths[1] ?? '', 'utf8')).toBe('another picture');
  });

  it('keeps every file below the target folder', () => {
    expect(exportTarget('/out', 'a/b.jpg')).toBe('/out/a/b.jpg');
    for (const path of ['../b.jpg', '/etc/passwd', 'a/../../b', '..', '.', '', 'a\\..\\b', 'a\0']) {
      expect(exportTarget('/out', path), path).toBeNull();
    }
  });
});

describe('style books', () => {
  it('come from the app and from the library, the library first', async () => {
    const { services, root } = await testServices();
    await mkdir(join(root, 'stylebooks'));
    const own = join(root, 'stylebooks', 'gazette.yaml');
    await writeFile(
      own,
      'id: gazette\ntitle: The Gazette\nlanguage: en-GB\ncreditForm: guardian\n',
    );
    const ids = (await services.stylebooks.list()).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['ap', 'gazette', 'plain']));
    const first = await services.stylebooks.load('gazette');
    expect(first.book.language).toBe('en-GB');
    await writeFile(own, 'id: gazette\nlanguage: [\n');
    const broken = await services.stylebooks.load('gazette');
    expect(broken.problems[0]?.file).toBe('gazette.yaml');
    // What was in force before the mistake still is.
    expect(broken.book).toEqual(first.book);
  });

  it('says so when there is no such book', async () => {
    const { services } = await testServices();
    const { book, problems } = await services.stylebooks.load('nowhere');
    expect(book.id).toBe('plain');
    expect(problems).toHaveLength(1);
  });
});
