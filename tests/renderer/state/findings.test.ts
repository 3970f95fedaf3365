import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '#core/article/edit';
import { applyEdits } from '#core/article/edit';
import { figureBlock, newStory, textBlock } from '#core/article/story';
import type { Severity } from '#core/checks/style-book';
import type { Finding } from '#core/checks/types';
import {
  afterEdits,
  contextOf,
  groupFindings,
  inReadingOrder,
  neighbour,
  planSafeFixes,
  rowWords,
  SEVERITIES,
  shorten,
  tally,
  toggleLight,
  visibleFindings,
} from '../../../renderer/state/findings';

const TEXT =
  'The pump house by the canal reopened after nine years of repairs to its roof and gates.';
const story = newStory({
  id: 's',
  slug: 's',
  article: {
    blocks: [
      textBlock('h', 'headline', 'Pump house'),
      figureBlock('f', 'p1', 'The pump house.', 'Jo Lee', 'A brick house'),
      textBlock('b', 'paragraph', TEXT),
    ],
  },
});

function found(key: string, given: Partial<Finding> = {}): Finding {
  return {
    block: 'b',
    start: 4,
    end: 14,
    message: 'message',
    fact: '',
    check: 'check',
    severity: 'warning',
    kind: 'paragraph',
    actual: 'pump house',
    why: '',
    fixes: [],
    related: [],
    key,
    ...given,
  };
}

const severity = fc.constantFrom<Severity>('error', 'warning', 'suggestion');
const someFindings = fc.array(fc.record({ severity, check: fc.constantFrom('a', 'b', 'c') }), {
  maxLength: 30,
});

describe('findings', () => {
  it('sorts by place: captions, credits and alt texts inside their figure', () => {
    const order = ['b', 'f.alt', 'f.credit', 'h', 'f.caption', 'f', 'gone'];
    const sorted = inReadingOrder(
      order.map((block) => found(block, { block, start: 0, end: 0 })),
      story,
    );
    expect(sorted.map((one) => one.block)).toEqual([
      'gone',
      'h',
      'f',
      'f.caption',
      'f.credit',
      'f.alt',
      'b',
    ]);
  });

  it('groups by check without losing one, the worst severity first', () => {
    fc.assert(
      fc.property(someFindings, (given) => {
        const findings = given.map((part, at) => found(String(at), part));
        const groups = groupFindings(findings);
        const all = groups.flatMap((group) => group.findings);
        expect([...all].sort((a, b) => Number(a.key) - Number(b.key))).toEqual(findings);
        const ranks = groups.map((group) => SEVERITIES.indexOf(group.severity));
        expect(ranks).toEqual([...ranks].sort());
        const ids = groups.map((group) => `${group.check} ${group.severity}`);
        expect(new Set(ids).size).toBe(groups.length);
      }),
    );
  });

  it('counts and filters by severity', () => {
    const findings = [
      found('1', { severity: 'error' }),
      found('2'),
      found('3', { severity: 'error' }),
    ];
    expect(tally(findings)).toEqual({ error: 2, warning: 1, suggestion: 0 });
    expect(visibleFindings(findings, new Set(['warning']))).toEqual([findings[1]]);
    expect(visibleFindings(findings, new Set(SEVERITIES))).toBe(findings);
  });

  it('never leaves all three lights out', () => {
    expect([...toggleLight(new Set(SEVERITIES), 'error')]).toEqual(['warning', 'suggestion']);
    expect([...toggleLight(new Set(['error']), 'error')]).toEqual(SEVERITIES);
    expect([...toggleLight(new Set(), 'error')]).toEqual(['error']);
  });

  it('walks round in both directions', () => {
    const findings = [found('1'), found('2'), found('3')];
    expect(neighbour(findings, '3', 1)?.key).toBe('1');
    expect(neighbour(findings, '1', -1)?.key).toBe('3');
    expect(neighbour(findings, null, 1)?.key).toBe('1');
    expect(neighbour(findings, 'gone', -1)?.key).toBe('3');
    expect(neighbour([], '1', 1)).toBeNull();
  });

  it('shows words in their context, cut between words', () => {
    const context = contextOf(story, found('1', { start: 28, end: 36 }), 14);
    expect(context).toEqual({ before: '…by the canal ', found: 'reopened', after: ' after nine…' });
    expect(contextOf(story, found('1', { start: 0, end: 3 }), 5)?.before).toBe('');
    expect(contextOf(story, found('1', { block: 'f' }))).toBeNull();
    expect(contextOf(story, found('1', { end: 5000 }))).toBeNull();
  });

  it('joins context and words to a part of the text', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(TEXT.length), fc.nat(60), (a, b, reach) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const context = contextOf(story, found('1', { start, end }), reach);
        const joined = `${context?.before}${context?.found}${context?.after}`;
        expect(TEXT).toContain(joined.replace(/^…|…$/gu, ''));
      }),
    );
  });

  it('names a photo where a finding has no words of its own', () => {
    expect(rowWords(story, found('1'))).toBe('pump house');
    expect(rowWords(story, found('1', { actual: '', block: 'f' }))).toBe('Photo 1');
    expect(rowWords(story, found('1', { actual: ' ', block: 'f.alt' }))).toBe('Photo 1');
    expect(rowWords(story, found('1', { actual: '', block: '' }))).toBe('message');
  });

  it('keeps both ends of a long text', () => {
    expect(shorten('short', 10)).toBe('short');
    const cut = shorten('one two three four five six seven', 20);
    expect(cut.length).toBeLessThanOrEqual(20);
    expect(cut).toMatch(/^one.+ … .+seven$/u);
  });

  it('plans safe fixes only, and none that touches another', () => {
    const edit = { op: 'replace', block: 'b', start: 4, end: 14, text: 'x' } as const;
    const safe = { title: 'safe', safe: true, edits: [edit] };
    const unsafe = { title: 'unsafe', safe: false, edits: [edit] };
    const far = { title: 'far', safe: true, edits: [{ ...edit, start: 40, end: 44 }] };
    const plan = planSafeFixes([
      found('1', { fixes: [unsafe] }),
      found('2', { fixes: [unsafe, safe] }),
      found('3', { fixes: [{ ...safe, edits: [{ ...edit, start: 8, end: 20 }] }] }),
      found('4', { fixes: [far] }),
    ]);
    expect(plan.map(({ finding, fix }) => [finding.key, fix.title])).toEqual([
      ['2', 'safe'],
      ['4', 'far'],
    ]);
  });
});

describe('findings after edits that no check has seen', () => {
  const article = { blocks: [textBlock('b', 'paragraph', 'SÃ£o JoÃ£o, SÃ£o')] };
  const at = (start: number, end: number): Finding =>
    found(`b ${start}`, {
      block: 'b',
      start,
      end,
      fixes: [
        { title: 'ã', safe: true, edits: [{ op: 'replace', block: 'b', start, end, text: 'ã' }] },
      ],
    });
  const edits = (finding: Finding | undefined): readonly Edit[] => finding?.fixes[0]?.edits ?? [];

  it('are fixed one after another without a check between', () => {
    let text = article;
    let left: readonly Finding[] = [at(1, 3), at(7, 9), at(13, 15)];
    // The middle one first: one place before it stays, one behind it moves.
    for (const index of [1, 1, 0]) {
      const now = edits(left[index]);
      text = { blocks: [...applyEdits(text, now).blocks] as typeof article.blocks };
      left = afterEdits(
        left.filter((_, one) => one !== index),
        now,
      );
    }
    expect(text.blocks[0]?.spans.map((span) => span.text).join('')).toBe('São João, São');
  });

  it('are left out when their own words were edited, and stay in other blocks', () => {
    const other = { ...at(0, 4), block: 'c', key: 'c' };
    const left = afterEdits(
      [at(1, 3), at(7, 9), other],
      [{ op: 'replace', block: 'b', start: 2, end: 8, text: '' }],
    );
    expect(left.map(({ key }) => key)).toEqual(['c']);
    expect(afterEdits([other], [{ op: 'remove-block', block: 'c' }])).toEqual([]);
  });
});
