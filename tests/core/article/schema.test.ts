import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrate } from '#core/article/migrate';
import type { Story } from '#core/article/model';
import { BODY_KINDS, METADATA_FIELDS, SCHEMA_VERSION, STATUSES } from '#core/article/model';
import { parseStory, serialiseStory } from '#core/article/schema';
import { newStory } from '#core/article/story';

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const id = fc.string({ minLength: 1, maxLength: 8 });
const record = <T>(shape: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) => fc.record(shape);

const mark = fc.constantFrom('bold', 'italic', 'underline', 'strike', 'superscript', 'subscript');
const span = fc.record(
  {
    text,
    marks: fc.array(mark, { maxLength: 3 }),
    link: fc.webUrl(),
    inserted: id,
    deleted: id,
    notes: fc.array(id, { maxLength: 2 }),
  },
  { requiredKeys: ['text'] },
);
const textBlock = (kind: fc.Arbitrary<string>) =>
  fc.record(
    {
      id,
      kind,
      spans: fc.array(span, { maxLength: 4 }),
      ordered: fc.boolean(),
      depth: fc.nat(5),
      endInserted: id,
      endDeleted: id,
    },
    { requiredKeys: ['id', 'kind', 'spans'] },
  );
const bodyBlock = textBlock(fc.constantFrom(...BODY_KINDS));
const figure = fc.record(
  {
    id,
    kind: fc.constant('figure'),
    photo: id,
    caption: textBlock(fc.constant('caption')),
    credit: textBlock(fc.constant('credit')),
    alt: fc.option(text),
    inserted: id,
    deleted: id,
  },
  { requiredKeys: ['id', 'kind', 'photo', 'caption', 'credit', 'alt'] },
);
const block = fc.oneof(bodyBlock, figure);
const count = fc.option(fc.nat());
const values = fc.array(text, { maxLength: 2 });
const photo = record({
  id,
  file: fc.option(text),
  originalName: text,
  width: count,
  height: count,
  bytes: count,
  sha256: fc.option(text),
  metadata: fc.option(
    fc.dictionary(
      fc.constantFrom(...METADATA_FIELDS),
      fc.record({ iim: values, xmp: values, exif: values }, { requiredKeys: [] }),
      { maxKeys: 4 },
    ),
  ),
  approval: fc.option(
    record({ by: text, at: text, sha256: fc.option(text), caption: text, credit: text }),
  ),
  acknowledged: fc.array(
    record({ by: text, at: text, field: fc.constantFrom(...METADATA_FIELDS), text }),
    { maxLength: 2 },
  ),
});
const related = record({
  id,
  headline: text,
  dek: text,
  caption: text,
  credit: text,
  link: text,
  other: values,
});
const lines = fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 3 });
const patch = fc.oneof(
  record({ op: fc.constant('insert-block'), after: fc.option(id), block }),
  record({ op: fc.constant('remove-block'), block: id }),
  record({ op: fc.constant('replace-block'), block: id, with: block }),
  record({ op: fc.constant('add-related'), item: related }),
  record({ op: fc.constant('remove-related'), item: id }),
);
const importReport = record({
  format: text,
  source: text,
  lineCount: fc.nat(),
  repairs: fc.array(
    record({
      id,
      check: text,
      lines,
      message: text,
      text,
      undo: fc.array(patch, { maxLength: 2 }),
      undone: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  loose: fc.array(record({ lines, text }), { maxLength: 2 }),
  losses: fc.array(record({ lines, message: text }), { maxLength: 2 }),
  questions: values,
});
const story = record({
  schema: fc.constant(SCHEMA_VERSION),
  id,
  slug: id,
  language: fc.constantFrom('en-US', 'de', 'fr-CA'),
  styleBook: text,
  status: fc.constantFrom(...STATUSES),
  dates: record({ dateline: text, published: fc.option(text) }),
  targetLength: fc.option(fc.integer({ min: 1, max: 20_000 })),
  article: record({ blocks: fc.array(block, { maxLength: 6 }) }),
  photos: fc.array(photo, { maxLength: 3 }),
  notes: fc.array(
    record({
      id,
      kind: fc.constantFrom('note', 'query'),
      block: fc.option(id),
      messages: fc.array(record({ author: text, at: text, text }), { maxLength: 2 }),
      resolved: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  changes: fc.array(
    fc.record(
      {
        id,
        kind: fc.constantFrom('insert', 'delete', 'move', 'format'),
        author: text,
        at: text,
        before: fc.array(mark, { maxLength: 2 }),
        pair: id,
      },
      { requiredKeys: ['id', 'kind', 'author', 'at'] },
    ),
    { maxLength: 2 },
  ),
  dismissals: fc.array(
    record({
      key: text,
      scope: fc.constantFrom('once', 'story'),
      check: text,
      actual: text,
      message: text,
      by: text,
      at: text,
    }),
    { maxLength: 2 },
  ),
  related: fc.array(related, { maxLength: 2 }),
  importReport: fc.option(importReport),
}) as unknown as fc.Arbitrary<Story>;

/** Every plain object inside a value, with its path. */
function objectsIn(
  value: unknown,
  path = '',
): readonly (readonly [string, Record<string, unknown>])[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => objectsIn(item, `${path}[${at}]`));
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Record<string, unknown>;
  return [
    [path, own],
    ...Object.entries(own).flatMap(([key, inner]) => objectsIn(inner, `${path}.${key}`)),
  ];
}

describe('stored stories', () => {
  it('come back from disk as they went there', () => {
    fc.assert(
      fc.property(story, (given) => {
        expect(parseStory(serialiseStory(given), 'story.json')).toEqual({ ok: true, value: given });
      }),
    );
  });

  it('are the same text again when nothing changed', () => {
    fc.assert(
      fc.property(story, (given) => {
        const once = serialiseStory(given);
        const read = parseStory(once, 'story.json');
        if (!read.ok) throw new Error(read.message);
        expect(JSON.parse(serialiseStory(read.value))).toEqual(JSON.parse(once));
        const twice = serialiseStory(read.value);
        const again = parseStory(twice, 'story.json');
        expect(again.ok && serialiseStory(again.value)).toBe(twice);
      }),
    );
  });

  it('keep a field that this version does not know, wherever it stands', () => {
    fc.assert(
      fc.property(story, fc.nat(), fc.jsonValue(), (given, pick, extra) => {
        const stored = JSON.parse(serialiseStory(given));
        const places = objectsIn(stored);
        const [, place] = places[pick % places.length] ?? ['', stored];
        place['fromLater'] = JSON.parse(JSON.stringify(extra)); // JSON has no -0
        const read = parseStory(JSON.stringify(stored), 'story.json');
        if (!read.ok) throw new Error(read.message);
        expect(JSON.parse(serialiseStory(read.value))).toEqual(stored);
      }),
      { numRuns: 300 },
    );
  });

  it('end with a new line and can be read by people', () => {
    const written = serialiseStory(newStory({ id: 's1', slug: 'quay' }));
    expect(written).toMatch(/^\{\n {2}"schema": 1,\n/u);
    expect(written.endsWith('}\n')).toBe(true);
  });

  it('survive naughty text byte for byte', () => {
    for (const naughty of ['\u0000', '\ud800', '\u2028', '</script>', '\ufeff', '"\\', '👩‍👩‍👧']) {
      const given = newStory({ id: 's1', slug: 'quay', styleBook: naughty });
      const read = parseStory(serialiseStory(given), 'story.json');
      expect(read.ok && read.value.styleBook).toBe(naughty);
    }
  });
});

describe('what is refused', () => {
  const plain = () => JSON.parse(serialiseStory(newStory({ id: 's1', slug: 'quay' })));

  it('names the file and the first wrong field', () => {
    const wrong = { ...plain(), status: 'lost' };
    const read = parseStory(JSON.stringify(wrong), 'quay.galley/story.json');
    expect(read).toMatchObject({ ok: false, code: 'bad-input' });
    expect(!read.ok && read.message).toMatch(/^quay\.galley\/story\.json .*status/u);
  });

  it('is every story with a field of the wrong type or missing', () => {
    const whole = plain();
    for (const field of Object.keys(whole)) {
      const { [field]: _gone, ...rest } = whole;
      expect(parseStory(JSON.stringify(rest), 'x').ok, `${field} missing`).toBe(false);
      const wrong = { ...whole, [field]: { surprise: true } };
      expect(parseStory(JSON.stringify(wrong), 'x').ok, `${field} wrong`).toBe(false);
    }
  });

  it('is what is not JSON, cut off anywhere', () => {
    const whole = serialiseStory(newStory({ id: 's1', slug: 'quay' })).trimEnd();
    for (let length = 0; length < whole.length; length += 1) {
      const read = parseStory(whole.slice(0, length), 'story.json');
      expect(read.ok).toBe(false);
    }
  });

  it('is any other JSON, without a throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseStory(JSON.stringify(value), 'story.json')).toMatchObject({
          ok: false,
          code: 'bad-input',
        });
      }),
    );
  });
});

describe('migration', () => {
  it('leaves the current schema as it is', () => {
    const stored = { schema: SCHEMA_VERSION, anything: [1] };
    expect(migrate(stored, 'story.json')).toEqual({ ok: true, value: stored });
  });

  it('refuses a newer schema and says what to do', () => {
    fc.assert(
      fc.property(fc.integer({ min: SCHEMA_VERSION + 1, max: 1e9 }), (schema) => {
        const got = migrate({ schema }, 'story.json');
        expect(got).toMatchObject({ ok: false, code: 'too-new' });
        expect(!got.ok && got.message).toContain('Update Galley');
      }),
    );
  });

  it('refuses what names no schema version', () => {
    for (const data of [null, [], 'x', 7, {}, { schema: '1' }, { schema: 0 }, { schema: 1.5 }]) {
      expect(migrate(data, 'story.json')).toMatchObject({ ok: false, code: 'bad-input' });
    }
  });
});
