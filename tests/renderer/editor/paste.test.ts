// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeAddress } from '../../../renderer/editor/paste/address';
import { cleanHtml, plainBlocks } from '../../../renderer/editor/paste/clean';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, `../../fixtures/paste/${name}.html`), 'utf8');

describe('pasted HTML', () => {
  it('takes what Word means and leaves its styles, comments and deletions', () => {
    expect(cleanHtml(fixture('word'))).toEqual([
      { kind: 'crosshead', spans: [{ text: 'The lantern works reopens' }] },
      {
        kind: 'paragraph',
        spans: [
          { text: 'The works on Tanner Street will ' },
          { text: 'reopen', marks: ['bold'] },
          { text: ' in ' },
          { text: 'May', marks: ['italic'] },
          { text: ', its owner ' },
          { text: 'said', link: 'https://lantern.example/news?id=4' },
          { text: '.' },
        ],
      },
      {
        kind: 'paragraph',
        spans: [
          { text: 'It employs forty people, 10' },
          { text: '2', marks: ['superscript'] },
          { text: ' fewer than once before.' },
        ],
      },
      { kind: 'list-item', spans: [{ text: 'Lamps' }] },
      { kind: 'list-item', spans: [{ text: 'Oil lamps' }], depth: 1 },
      { kind: 'list-item', spans: [{ text: 'First order' }], ordered: true },
      { kind: 'quotation', spans: [{ text: '“Light is a trade,” he wrote.' }] },
      { kind: 'paragraph', spans: [{ text: 'Year\tLamps' }] },
      { kind: 'paragraph', spans: [{ text: '2025\t300' }] },
      { kind: 'paragraph', spans: [{ text: 'The plan and the trick' }] },
    ]);
  });

  it('reads the weights and slants of Google Docs, not its tags', () => {
    expect(cleanHtml(fixture('google-docs'))).toEqual([
      { kind: 'crosshead', spans: [{ text: 'What the weir is for' }] },
      {
        kind: 'paragraph',
        spans: [
          { text: 'The weir keeps the ' },
          { text: 'mill pond', marks: ['bold'] },
          { text: ' deep', marks: ['italic'] },
          { text: ', says ' },
          { text: 'the trust', link: 'https://weir.example/about' },
          { text: '.' },
        ],
      },
      { kind: 'list-item', spans: [{ text: 'Open the sluice' }], ordered: true },
      { kind: 'list-item', spans: [{ text: 'slowly' }], depth: 1 },
      {
        kind: 'paragraph',
        spans: [
          { text: 'H' },
          { text: '2', marks: ['subscript'] },
          { text: 'O, first line\nsecond line' },
        ],
      },
    ]);
  });

  it('takes the words of a web page and none of its machinery', () => {
    const blocks = cleanHtml(fixture('web-page'));
    expect(blocks).toEqual([
      { kind: 'crosshead', spans: [{ text: 'Orchard wins its case' }] },
      {
        kind: 'paragraph',
        spans: [
          { text: 'The ' },
          { text: 'orchard', marks: ['bold'] },
          { text: ' on\u00a0Hill\u00a0Road may ' },
          { text: 'stay', marks: ['italic'] },
          { text: ', a court said.' },
        ],
      },
      {
        kind: 'paragraph',
        spans: [
          { text: 'It was the second ' },
          { text: 'hearing', link: 'https://court.example/case/7' },
          { text: '.' },
        ],
      },
      { kind: 'paragraph', spans: [{ text: 'An apple tree in May. Lea Brandt' }] },
      { kind: 'quotation', spans: [{ text: '“We are glad,” she said.' }] },
      { kind: 'quotation', spans: [{ text: '“Very.”' }] },
      { kind: 'list-item', spans: [{ text: 'Apples' }] },
      { kind: 'list-item', spans: [{ text: 'Pears' }] },
      { kind: 'list-item', spans: [{ text: 'Quinces' }], depth: 1 },
      { kind: 'paragraph', spans: [{ text: 'Read on more' }] },
    ]);
  });

  it('keeps every word of plain markup and never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 }), (words) => {
        const tags = ['p', 'b', 'li', 'td', 'h2', 'blockquote', 'span', 'pre', 'section'];
        const html = words
          .map((word, at) => `<${tags[at % tags.length]}> ${word} </${tags[at % tags.length]}>`)
          .join('');
        const text = cleanHtml(html)
          .flatMap(({ spans }) => spans.map((span) => span.text))
          .join(' ');
        expect(text.split(/\s+/).filter(Boolean)).toEqual(words);
      }),
    );
    fc.assert(fc.property(fc.string(), (html) => Array.isArray(cleanHtml(html))));
  });
});

describe('pasted plain text', () => {
  it('makes a paragraph of every line that is not blank', () => {
    expect(
      plainBlocks('One\r\n\r\nTwo\n \u00a0\nThree').map(({ spans }) => spans[0]?.text),
    ).toEqual(['One', 'Two', 'Three']);
  });
});

describe('addresses', () => {
  it.each([
    ['https://a.example/x?y=1#z', 'https://a.example/x?y=1#z'],
    ['a.example/path', 'https://a.example/path'],
    ['localhost.example:8080/x', 'https://localhost.example:8080/x'],
    ['ana@harbour.example', 'mailto:ana@harbour.example'],
    ['mailto:ana@harbour.example', 'mailto:ana@harbour.example'],
    ['tel:+15550100', 'tel:+15550100'],
    ['//a.example/x', 'https://a.example/x'],
  ])('allows %s', (given, expected) => {
    expect(safeAddress(given)).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    '#part',
    '/path',
    'word',
    '',
  ])('refuses %j', (given) => {
    expect(safeAddress(given)).toBeNull();
  });
});
