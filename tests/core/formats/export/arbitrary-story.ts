import fc from 'fast-check';
import type { Block, Mark, Span, Story, TextKind } from '#core/article/model';
import { BODY_KINDS } from '#core/article/model';
import { figureBlock, missingPhoto, newStory, textBlock } from '#core/article/story';
import { photo } from './sample-story';

/** Strings that end data blocks, look like markup or run when they are let through. */
export const HOSTILE = [
  ']]>',
  '</script>',
  '<script>alert(1)</script>',
  '<!--',
  '-->',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;b&gt; &amp; &#x3C;',
  '![x](javascript:alert(1))',
  '[x](y)',
  '# not a heading',
  '- not a list',
  '1. not a list',
  '> not a quotation',
  '---',
  '***',
  '~~~',
  '```js',
  '    four spaces',
  '| a | b |',
  '<b>bold</b>',
  '\\*',
  '*a* _b_ ~~c~~ `d`',
  'https://example.org/x_y_z',
  'www.example.org',
  'someone@example.org',
  '[^1]',
  '[ ] task',
  '{{ x }}',
  'a\u00a0b',
  '\u202eevil',
  'e\u0301',
  '👩‍👩‍👧',
];

const words = fc.constantFrom('Dock', 'said', '“Go,”', 'it’s', '5%', 'and', 'é', '—', ...HOSTILE);

/** A line of words and traps that begins and ends with something visible, as every block of a real story does. */
export const line = fc
  .array(fc.oneof(words, fc.string({ unit: 'grapheme-ascii', maxLength: 6 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' ').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

const marks = fc.subarray<Mark>(['bold', 'italic', 'strike', 'underline', 'superscript']);
const link = fc.constantFrom(
  undefined,
  'https://example.org/?a=1&b="2"',
  'mailto:a@example.org',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '/page(1)',
);

/** Spans of one block: words with marks, links, suggested insertions and deletions. */
export const spans: fc.Arbitrary<readonly Span[]> = fc.array(
  fc
    .record({
      text: line,
      marks,
      link,
      change: fc.constantFrom('', '', 'inserted', 'deleted', 'both'),
      space: fc.boolean(),
    })
    .map(
      ({ text, marks, link, change, space }): Span => ({
        text: space ? `${text} ` : text,
        ...(marks.length > 0 ? { marks } : {}),
        ...(link === undefined ? {} : { link }),
        ...(change === 'inserted' || change === 'both' ? { inserted: 'i' } : {}),
        ...(change === 'deleted' || change === 'both' ? { deleted: 'd' } : {}),
      }),
    ),
  { minLength: 1, maxLength: 4 },
);

const kinds = fc.constantFrom<TextKind>(...BODY_KINDS);
const block = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: kinds, spans, depth: fc.nat(3), ordered: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ caption: spans, credit: spans, gone: fc.boolean() }) },
);

/** A whole story of any blocks in any order. */
export const story: fc.Arbitrary<Story> = fc.array(block, { maxLength: 8 }).map((given) =>
  newStory({
    id: 's',
    slug: 'any',
    photos: [photo('p1', 'a b.jpg'), missingPhoto('p2', 'x.jpg')],
    article: {
      blocks: given.map((part, index): Block => {
        const id = `b${index}`;
        if ('kind' in part) {
          const text = textBlock(id, part.kind, part.spans);
          return part.kind === 'list-item'
            ? { ...text, depth: part.depth, ordered: part.ordered }
            : text;
        }
        return figureBlock(id, part.gone ? 'p2' : 'p1', part.caption, part.credit, null);
      }),
    },
  }),
);
