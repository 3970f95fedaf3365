import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Story } from '#core/article/model';
import { textBlock } from '#core/article/story';
import { must, testServices } from '../test-platform';

const withHeadline = (story: Story, text: string): Story => ({
  ...story,
  article: { blocks: [textBlock('b1', 'headline', text), ...story.article.blocks.slice(1)] },
});

async function create(
  services: Awaited<ReturnType<typeof testServices>>['services'],
  slug: string,
) {
  return must(await services.handlers['library.create']([{ slug }], { window: 1 }));
}

describe('library', () => {
  it('creates a story in a folder of its own and opens it again', async () => {
    const { services, library, root } = await testServices();
    const created = await create(services, 'harbour-fire');
    expect(created.ref).toBe('harbour-fire.galley');
    expect(await readdir(root)).toEqual(['harbour-fire.galley']);
    expect(await readdir(join(root, created.ref))).toContain('story.json');
    const opened = must(await library.open(created.ref));
    expect(opened).toEqual(created);
    expect(opened.story.slug).toBe('harbour-fire');
    expect(opened.story.styleBook).toBe('ap');
  });

  it('makes slugs unique, however they are written', async () => {
    const { services } = await testServices();
    const refs = [];
    for (const slug of ['Dock', 'dock', 'DOCK', '', '../up', 'con', 'a/b\\c:d']) {
      refs.push((await create(services, slug)).ref);
    }
    expect(refs).toEqual([
      'Dock.galley',
      'dock-2.galley',
      'DOCK-3.galley',
      'untitled.galley',
      '-up.galley',
      '_con.galley',
      'a-b-c-d.galley',
    ]);
  });

  it('saves under the revision it was read with, and refuses another', async () => {
    const { services, library, root } = await testServices();
    const { ref, story, revision } = await create(services, 'ferry');
    const saved = must(await library.save(ref, withHeadline(story, 'Ferry late'), revision));
    expect(saved.revision).not.toBe(revision);
    const again = await library.save(ref, withHeadline(story, 'Older'), revision);
    expect(again).toMatchObject({ ok: false, code: 'conflict' });
    const disk = JSON.parse(await readFile(join(root, ref, 'story.json'), 'utf8'));
    expect(disk.article.blocks[0].spans).toEqual([{ text: 'Ferry late' }]);
    expect(must(await library.open(ref)).revision).toBe(saved.revision);
  });

  it('keeps what it overwrites in history', async () => {
    const { services, library, root } = await testServices();
    const { ref, story } = await create(services, 'ferry');
    const theirs = JSON.stringify(withHeadline(story, 'Theirs'));
    await writeFile(join(root, ref, 'story.json'), theirs);
    must(await library.overwrite(ref, withHeadline(story, 'Mine')));
    const history = join(root, ref, 'history');
    const kept = await Promise.all(
      (await readdir(history)).map((name) => readFile(join(history, name), 'utf8')),
    );
    expect(kept).toContain(theirs);
    expect(await readFile(join(root, ref, 'story.json'), 'utf8')).toContain('Mine');
  });

  it('takes a snapshot at most every ten minutes and keeps fifty', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z');
    const { services, library, root } = await testServices({ watch: false, now: () => now });
    const { ref, story, revision } = await create(services, 'long-day');
    let last = revision;
    for (let minute = 0; minute < 700; minute += 5) {
      now += 5 * 60_000;
      last = must(await library.save(ref, withHeadline(story, `At ${minute}`), last)).revision;
    }
    const names = (await readdir(join(root, ref, 'history'))).sort();
    expect(names).toHaveLength(50);
    const times = names.map((name) =>
      Date.parse(name.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.json/u, 'T$1:$2:$3.$4Z')),
    );
    for (const [index, time] of times.entries()) {
      if (index > 0) expect(time - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(600_000);
    }
  });

  it('keeps both: a copy has its own id, folder and photos', async () => {
    const { services, library, root } = await testServices();
    const { ref, story } = await create(services, 'ferry');
    await mkdir(join(root, ref, 'photos'));
    await writeFile(join(root, ref, 'photos', 'quay.jpg'), 'picture');
    const copy = must(await library.saveCopy(ref, withHeadline(story, 'Mine')));
    expect(copy.ref).toBe('ferry-copy.galley');
    expect(copy.story.id).not.toBe(story.id);
    expect(copy.story.slug).toBe('ferry-copy');
    expect(await readFile(join(root, copy.ref, 'photos', 'quay.jpg'), 'utf8')).toBe('picture');
    expect(must(await library.open(ref)).story).toEqual(story);
  });

  it('duplicates what is on disk', async () => {
    const { services, library } = await testServices();
    const { ref, story, revision } = await create(services, 'ferry');
    must(await library.save(ref, withHeadline(story, 'Saved'), revision));
    const copy = must(await library.duplicate(ref));
    expect(copy.story.article.blocks[0]).toMatchObject({ spans: [{ text: 'Saved' }] });
    expect(
      must(await library.list())
        .map((row) => row.ref)
        .sort(),
    ).toEqual(['ferry-copy.galley', 'ferry.galley']);
  });

  it('renames folder and slug together, and stays unique', async () => {
    const { services, library, root } = await testServices();
    const { ref } = await create(services, 'ferry');
    await create(services, 'quay');
    const renamed = must(await library.rename(ref, 'quay'));
    expect(renamed.ref).toBe('quay-2.galley');
    expect(renamed.story.slug).toBe('quay-2');
    expect((await readdir(root)).sort()).toEqual(['quay-2.galley', 'quay.galley']);
    expect(must(await library.open('quay-2.galley'))).toEqual(renamed);
    const same = must(await library.rename('quay-2.galley', 'Quay-2'));
    expect(same.ref).toBe('Quay-2.galley');
    must(await library.save(same.ref, same.story, same.revision));
  });

  it('moves a story to the trash and forgets it', async () => {
    const { services, library, root } = await testServices();
    const { ref, story, revision } = await create(services, 'ferry');
    must(await library.trash(ref));
    expect(await readdir(root)).toEqual([]);
    expect(await library.open(ref)).toMatchObject({ ok: false, code: 'not-found' });
    expect(await library.save(ref, story, revision)).toMatchObject({
      ok: false,
      code: 'not-found',
    });
  });

  it('keeps fields it does not know, at every level, through open and save', async () => {
    const { services, library, root } = await testServices();
    const { ref } = await create(services, 'ferry');
    const file = join(root, ref, 'story.json');
    const raw = JSON.parse(await readFile(file, 'utf8'));
    raw.mood = 'calm';
    raw.dates.embargo = '2026-02-01';
    raw.article.blocks[0].spans = [{ text: 'Late', colour: 'red' }];
    raw.article.blocks[1].weather = { wind: 4 };
    await writeFile(file, JSON.stringify(raw));
    const { story, revision } = must(await library.open(ref));
    must(await library.save(ref, { ...story, status: 'final' }, revision));
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ ...raw, status: 'final' });
  });

  it('refuses a story of a newer Galley and leaves it alone', async () => {
    const { services, library, root } = await testServices();
    const { ref, story } = await create(services, 'ferry');
    const file = join(root, ref, 'story.json');
    const newer = JSON.stringify({ ...story, schema: 99 });
    await writeFile(file, newer);
    const opened = await library.open(ref);
    expect(opened).toMatchObject({ ok: false, code: 'too-new' });
    expect(must(await library.list())[0]?.trouble).toMatch(/newer Galley/u);
    expect(await library.rename(ref, 'other')).toMatchObject({ ok: false, code: 'too-new' });
    expect(await readFile(file, 'utf8')).toBe(newer);
  });

  it('lists a damaged story with its trouble, and the sound ones beside it', async () => {
    const { services, library, root } = await testServices();
    const sound = await create(services, 'sound');
    const broken = await create(services, 'broken');
    await writeFile(join(root, broken.ref, 'story.json'), '{"schema": 1, "id": ');
    await mkdir(join(root, 'empty.galley'));
    await mkdir(join(root, 'not a story'));
    const rows = new Map(must(await library.list()).map((row) => [row.slug, row.trouble]));
    expect([...rows.keys()].sort()).toEqual(['broken', 'empty', 'sound']);
    expect(rows.get('sound')).toBeNull();
    expect(rows.get('broken')).toMatch(/broken\.galley\/story\.json is not readable as JSON/u);
    expect(rows.get('empty')).toMatch(/no story\.json/u);
    expect(must(await library.open(sound.ref)).story.slug).toBe('sound');
  });

  it('lists headline, words and photos, and sees a change at once', async () => {
    const { services, library } = await testServices();
    const { ref, story, revision } = await create(services, 'ferry');
    expect(must(await library.list())[0]).toMatchObject({ headline: '', words: 0, photos: 0 });
    const next = {
      ...withHeadline(story, 'Ferry is late'),
      status: 'final' as const,
      article: {
        blocks: [
          textBlock('b1', 'headline', 'Ferry is late'),
          textBlock('b2', 'paragraph', [
            { text: 'It came ' },
            { text: 'never', deleted: 'c1' },
            { text: 'at noon.' },
          ]),
        ],
      },
    };
    must(await library.save(ref, next, revision));
    expect(must(await library.list())[0]).toMatchObject({
      headline: 'Ferry is late',
      words: 4,
      status: 'final',
    });
  });

  it('refuses names that lead out of the library, and links', async () => {
    const { services, library, root, platform } = await testServices();
    await create(services, 'inside');
    await mkdir(join(platform.folder, 'outside.galley'));
    await symlink(join(platform.folder, 'outside.galley'), join(root, 'link.galley'));
    for (const ref of [
      '../outside.galley',
      '/etc.galley',
      'a/b.galley',
      '..\\outside.galley',
      'inside',
      'link.galley',
      'x\0.galley',
    ]) {
      const opened = await library.open(ref);
      expect(opened, ref).toMatchObject({ ok: false, code: 'bad-input' });
    }
    expect(must(await library.list()).map((row) => row.ref)).toEqual(['inside.galley']);
  });

  it('gives photo paths only for files inside the story', async () => {
    const { services, library, root } = await testServices();
    const { ref } = await create(services, 'ferry');
    const photos = must(await library.photosFolder(ref));
    await writeFile(join(photos, 'quay.jpg'), 'picture');
    await writeFile(join(root, 'secret.jpg'), 'secret');
    await symlink(join(root, 'secret.jpg'), join(photos, 'link.jpg'));
    expect(await library.photoPath(ref, 'quay.jpg')).toMatch(/quay\.jpg$/u);
    for (const file of ['link.jpg', '../story.json', '../../secret.jpg', '.hidden', 'gone.jpg']) {
      expect(await library.photoPath(ref, file), file).toBeNull();
    }
    const other = await create(services, 'other');
    await symlink(root, join(root, other.ref, 'photos'));
    expect(await library.photoPath(other.ref, 'secret.jpg')).toBeNull();
    expect(await library.photosFolder(other.ref)).toMatchObject({ ok: false, code: 'denied' });
  });

  it('never saves one story into the folder of another', async () => {
    const { services, library } = await testServices();
    const one = await create(services, 'one');
    const two = await create(services, 'two');
    const wrong = await library.save(one.ref, two.story, one.revision);
    expect(wrong).toMatchObject({ ok: false, code: 'bad-input' });
    expect(must(await library.open(one.ref)).story.id).toBe(one.story.id);
  });

  it('runs saves of one story one after another: each sees the revision of the one before', async () => {
    const { services, library } = await testServices();
    const { ref, story, revision } = await create(services, 'ferry');
    const results = await Promise.all(
      ['A', 'B', 'C', 'D'].map((text) => library.save(ref, withHeadline(story, text), revision)),
    );
    expect(results.map((result) => result.ok)).toEqual([true, false, false, false]);
  });

  it('clears away what a crash left when the story is opened', async () => {
    const { services, library, root } = await testServices();
    const { ref } = await create(services, 'ferry');
    await writeFile(join(root, ref, '.story.json.0123456789ab.tmp'), '{"half');
    must(await library.open(ref));
    expect(await readdir(join(root, ref))).not.toContain('.story.json.0123456789ab.tmp');
  });

  it('leaves nothing behind when adding a story fails', async () => {
    const { library, root } = await testServices();
    const failed = await library.add('doomed', async (folder) => {
      await writeFile(join(folder, 'photo.jpg'), 'x');
      return { ok: false, code: 'bad-input', message: 'no' };
    });
    expect(failed).toMatchObject({ ok: false, code: 'bad-input' });
    await expect(
      library.add('doomed', () => Promise.reject(new Error('thrown'))),
    ).resolves.toMatchObject({ ok: false });
    expect(await readdir(root)).toEqual([]);
  });

  it('tells of a story that another program changed or removed, but not of its own saves', async () => {
    const { services, library, root, platform } = await testServices({ watch: true });
    const { ref, story, revision } = await create(services, 'ferry');
    const saved = must(await library.save(ref, withHeadline(story, 'Mine'), revision));
    const text = JSON.stringify(withHeadline(story, 'Theirs'));
    // As other programs save: beside, then over it.
    await writeFile(join(root, 'incoming'), text);
    await rename(join(root, 'incoming'), join(root, ref, 'story.json'));
    const first = await platform.event('story.changed-on-disk');
    expect(first.ref).toBe(ref);
    expect(first.revision).not.toBe(saved.revision);
    expect(must(await library.open(ref)).revision).toBe(first.revision);
    await rename(join(root, ref), join(root, 'elsewhere'));
    await platform.event('story.changed-on-disk', (payload) => payload.revision === null);
    const told = platform.sent.filter((sent) => sent.event === 'story.changed-on-disk');
    expect(told).toHaveLength(2);
  });

  it('remembers the chosen folder', async () => {
    const { services, library, platform } = await testServices();
    platform.answers.folder = join(platform.folder, 'elsewhere');
    await mkdir(platform.answers.folder);
    const chosen = must(await services.handlers['library.choose']([], { window: 1 }));
    expect(chosen).toBe(platform.answers.folder);
    expect(library.folder()).toBe(platform.answers.folder);
    const next = await testServices({ watch: false }, platform.folder);
    expect(next.root).toBe(platform.answers.folder);
  });

  it('says so when the library folder is gone', async () => {
    const { library, root } = await testServices();
    await rename(root, `${root}-away`);
    expect(await library.list()).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('lists a library again from what it remembered', async () => {
    const { services, library, root, platform } = await testServices();
    for (let number = 0; number < 40; number += 1) await create(services, `story-${number}`);
    const rows = must(await library.list());
    expect(rows).toHaveLength(40);
    await services.shutdown();
    const cache = join(platform.paths.userData, 'cache', 'summaries.json');
    expect(JSON.parse(await readFile(cache, 'utf8')).entries).toHaveLength(40);
    const again = await testServices({ folder: root, watch: false }, platform.folder);
    expect(must(await again.library.list())).toEqual(rows);
    await writeFile(cache, 'rubbish');
    const third = await testServices({ folder: root, watch: false }, platform.folder);
    expect(must(await third.library.list())).toEqual(rows);
  });
});
