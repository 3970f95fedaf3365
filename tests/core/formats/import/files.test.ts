import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArticle } from '#core/article/reading';
import { decodeText } from '#core/formats/import-bytes';
import { slugOf } from '#core/formats/import-draft';
import { baseName, dataPicture } from '#core/formats/import-pictures';
import { sniffFormat } from '#core/formats/import-sniff';
import { safeLink } from '#core/formats/import-spans';
import { IMPORT_FORMATS, importFile } from '#core/formats/index';

const story = 'Étude en rouge\n\nUn café — « déjà ».\n';

function utf16(text: string, little: boolean): number[] {
  return [...text].flatMap((char) => {
    const code = char.charCodeAt(0);
    const pair = [code & 255, code >> 8];
    return little ? pair : pair.reverse();
  });
}

function decoded(bytes: readonly number[]): string {
  const result = decodeText(new Uint8Array(bytes), 'a.txt');
  return result.ok ? `${result.value.encoding} ${result.value.text}` : result.message;
}

describe('encodings', () => {
  const utf8 = [...new TextEncoder().encode(story)];

  test.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...utf8], 'utf-8'],
    ['UTF-16 little endian', [0xff, 0xfe, ...utf16(story, true)], 'utf-16le'],
    ['UTF-16 big endian', [0xfe, 0xff, ...utf16(story, false)], 'utf-16be'],
    ['UTF-16 without a mark', utf16('A plain English text without a mark.', true), 'utf-16le'],
  ])('%s', (_, bytes, encoding) => {
    expect(decoded(bytes).split(' ')[0]).toBe(encoding);
    expect(decoded(bytes)).not.toContain('\uFFFD');
    expect(decoded(bytes)).not.toContain('\uFEFF');
  });

  test('bytes that are no UTF-8 are windows-1252, and the report says so', () => {
    const bytes = new Uint8Array([
      ...[...'Caf'].map((char) => char.charCodeAt(0)),
      0xe9,
      0x20,
      0x93,
      0x61,
      0x94,
    ]);
    const result = importFile({ name: 'old.txt', bytes });
    if (!result.ok) throw new Error(result.message);
    expect(readArticle(result.value.story.article)[0]?.text).toBe('Café “a”');
    expect(result.value.report.losses[0]?.message).toContain('Windows-1252');
  });

  test('mojibake is reported and left as it is', () => {
    const text =
      'They didnâ€™t say\n\nThe captain didnâ€™t say when the boat would come, and nobody on the quay had asked.';
    const result = importFile({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
    if (!result.ok) throw new Error(result.message);
    expect(readArticle(result.value.story.article)[0]?.text).toBe('They didnâ€™t say');
    expect(result.value.report.losses).toHaveLength(1);
  });

  test.each([
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ['a zip', [0x50, 0x4b, 0x03, 0x04, 0, 0]],
    ['zeros', [65, 0, 0, 0, 66, 0, 0, 1]],
    ['control characters', [...Array(40).keys()].map((at) => (at % 7) + 1)],
  ])('%s is refused by name', (_, bytes) => {
    const result = importFile({ name: 'thing.txt', bytes: new Uint8Array(bytes) });
    expect(result).toMatchObject({ ok: false, code: 'bad-input' });
    expect(result.ok ? '' : result.message).toContain('thing.txt');
  });

  test('any bytes under any name give a story or a refusal, never a throw', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('a.txt', 'a.html', 'a.md', 'a', 'x.docm'),
        (bytes, name) => {
          const result = importFile({ name, bytes });
          expect(result.ok || ['bad-input', 'too-large'].includes(result.code)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('choosing a format', () => {
  test.each([
    ['<!DOCTYPE html><html>', 'html'],
    ['  <article><p>x', 'html'],
    ['---\ntitle: x\n---\n\nText', 'markdown'],
    ['# Head\n\nA [link](https://example.org) here', 'markdown'],
    ['A headline\n\n# 1 in the charts this week', 'scrape'],
    ['5 < 6 and other sums', 'scrape'],
  ])('%j is %s', (text, format) => {
    expect(sniffFormat(text)).toBe(format);
  });

  test('extensions are listed once', () => {
    const all = IMPORT_FORMATS.flatMap((format) => format.extensions);
    expect(new Set(all).size).toBe(all.length);
  });

  test('a page saved as .txt is read as a page', () => {
    const bytes = new TextEncoder().encode(
      '<!doctype html><html><body><h1>Boats</h1><p>All home.</p></body></html>',
    );
    const result = importFile({ name: 'boats.txt', bytes });
    expect(result.ok && result.value.report.format).toBe('html');
  });
});

describe('small parts', () => {
  test('links', () => {
    expect(safeLink('https://example.org/a b')).toBe('https://example.org/ab');
    expect(safeLink('mailto:jo@example.org')).toBe('mailto:jo@example.org');
    for (const bad of [
      'javascript:alert(1)',
      ' java\tscript:alert(1)',
      'data:text/html,x',
      'file:///etc/x',
      '//host/x',
      '/x',
      '#x',
      'vbscript:x',
      '',
    ])
      expect(safeLink(bad)).toBeNull();
  });

  test('slugs', () => {
    expect(slugOf('Lavrov & Co. à Genève')).toBe('lavrov-co-a-geneve');
    expect(slugOf('../../etc')).toBe('etc');
    expect(slugOf('!!!')).toBe('');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const slug = slugOf(title);
        expect(slug.length).toBeLessThanOrEqual(60);
        expect(slug).toMatch(/^[\p{L}\p{N}-]*$/u);
      }),
    );
  });

  test('data addresses and names', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (bytes) => {
        const address = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
        expect([...(dataPicture(address)?.bytes ?? [])]).toEqual([...bytes]);
      }),
    );
    expect(dataPicture('data:image/svg+xml;base64,PHN2Zz4=')).toBeNull();
    expect(dataPicture('data:image/png;base64,%%%')).toBeNull();
    expect(baseName('https://x.org/a/b%20c.jpg?w=1')).toBe('b c.jpg');
  });
});
