import fc from 'fast-check';
import { mergeSpans } from '#core/article/edit';
import type { Article, Block, FigureBlock, Mark, Span, TextBlock } from '#core/article/model';
import { BODY_KINDS } from '#core/article/model';

const MARKS: readonly Mark[] = ['bold', 'italic', 'underline', 'strike', 'superscript'];

/** Text as people and scrapers produce it: line breaks, emoji, joined emoji, accents, hard spaces, tabs. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
      fc.constantFrom('\n', ' ', '\u00a0', '👩‍🚒', 'é', 'e\u0301', '“a”', '\t', '\n\n', 'ferry'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join('').replace(/\r/g, ''))
  .filter((joined) => joined !== '');

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

const span: fc.Arbitrary<Span> = fc
  .record({
    text,
    marks: optional(fc.subarray([...MARKS], { minLength: 1 }).filter((marks) => marks.length > 0)),
    link: optional(fc.constantFrom('https://example.org/a', 'https://example.org/b?x=1', '')),
    inserted: optional(fc.constantFrom('c1', 'c2')),
    deleted: optional(fc.constantFrom('c3')),
    notes: optional(fc.constantFrom(['n1'], ['n1', 'n2'])),
    foreign: optional(fc.constantFrom({ from: 'elsewhere', deep: [1, { two: 2 }] }, 7)),
  })
  .map(defined);

const spans = fc.array(span, { maxLength: 5 }).map((list) => mergeSpans(list));

function textBlock(id: string, kind: fc.Arbitrary<TextBlock['kind']>): fc.Arbitrary<TextBlock> {
  return fc
    .record({
      kind,
      spans,
      endInserted: optional(fc.constant('c4')),
      endDeleted: optional(fc.constant('c5')),
      foreign: optional(fc.constantFrom('x', { y: null })),
      ordered: optional(fc.boolean()),
      depth: optional(fc.integer({ min: 0, max: 4 })),
    })
    .map(({ ordered, depth, ...block }) => {
      const list = block.kind === 'list-item' ? { ordered, depth } : {};
      return defined({ id, ...block, ...list });
    });
}

function figure(id: string): fc.Arbitrary<FigureBlock> {
  return fc
    .record({
      photo: fc.constantFrom('p1', 'p2'),
      caption: textBlock(`${id}.caption`, fc.constant('caption')),
      credit: textBlock(`${id}.credit`, fc.constant('credit')),
      alt: fc.option(fc.string({ maxLength: 12 })),
      inserted: optional(fc.constant('c6')),
      foreign: optional(fc.constant([1, 2])),
    })
    .map((block) => defined({ id, kind: 'figure' as const, ...block }));
}

/** Articles in the model's normal form, with at least one block. */
export const article: fc.Arbitrary<Article> = fc
  .array(fc.boolean(), { minLength: 1, maxLength: 7 })
  .chain((kinds) =>
    fc.tuple(
      ...kinds.map(
        (isFigure, at): fc.Arbitrary<Block> =>
          isFigure && at % 2 === 1
            ? figure(`b${at}`)
            : textBlock(`b${at}`, fc.constantFrom(...BODY_KINDS)),
      ),
    ),
  )
  .map((blocks) => ({ blocks }));
