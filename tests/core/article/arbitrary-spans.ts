import fc from 'fast-check';
import type { Mark, Span } from '#core/article/model';

const text = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom('Arlen', ' ', '\n', '“Go”', 'é', '👩‍👩‍👧', ''),
);
const marks = fc.subarray<Mark>(['bold', 'italic', 'underline']);

/** Spans with marks, links, notes and every mix of suggested insertion and deletion. */
export const anySpans: fc.Arbitrary<readonly Span[]> = fc.array(
  fc
    .record({
      text,
      marks,
      link: fc.option(fc.constantFrom('https://a.example', 'https://b.example')),
      inserted: fc.option(fc.constantFrom('i1', 'i2'), { freq: 3 }),
      deleted: fc.option(fc.constantFrom('d1', 'd2'), { freq: 2 }),
    })
    .map(
      ({ text, marks, link, inserted, deleted }): Span => ({
        text,
        ...(marks.length > 0 ? { marks } : {}),
        ...(link === null ? {} : { link }),
        ...(inserted === null ? {} : { inserted }),
        ...(deleted === null ? {} : { deleted }),
      }),
    ),
  { maxLength: 6 },
);

/** A span for each code unit of the reading text: what carries which marks. */
export function unitFormats(spans: readonly Span[]): string[] {
  return spans
    .filter((span) => span.deleted === undefined)
    .flatMap(({ text, ...format }) => Array.from({ length: text.length }, () => key(format)));
}

function key(format: object): string {
  return JSON.stringify(Object.entries(format).sort());
}
