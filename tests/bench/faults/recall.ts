import type { Story } from '#core/article/model';
import { createEngine } from '#core/checks/engine';
import type { StyleBook } from '#core/checks/style-book';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { Check, Finding } from '#core/checks/types';
import type { Fault, Faulty } from './inject';
import { one, seeded } from './made';

export interface Recall {
  readonly tried: number;
  readonly found: number;
  readonly missed: readonly Faulty[];
}

/**
 * Injects faults into clean stories and counts those that the check reports where they are. A finding that was there
 * before does not count; where the clean story already has this fault in the same place, the story is not used.
 */
export function recallOf(
  check: Check,
  fault: Fault,
  copy: readonly { readonly story: Story; readonly book?: StyleBook }[],
  each: number,
): Recall {
  const random = seeded(42);
  let tried = 0;
  let found = 0;
  const missed: Faulty[] = [];
  for (let turn = 0; turn < each * 6 && tried < each; turn += 1) {
    const { story, book: house = PLAIN_BOOK } = one(copy, random);
    const faulty = fault(story, random);
    if (!faulty) continue;
    const book: StyleBook = {
      ...house,
      ...faulty.book,
      options: { ...house.options, ...faulty.book?.options },
      limits: { ...house.limits, ...faulty.book?.limits },
      checks: { [check.id]: check.severity },
    };
    const places = new Set(faulty.at);
    const inPlace = (findings: readonly Finding[]) =>
      findings.filter(
        ({ block, related }) => places.has(block) || related.some((one) => places.has(one.block)),
      );
    const before = inPlace(createEngine([check]).run(story, book).findings);
    const after = inPlace(createEngine([check]).run(faulty.story, book).findings);
    const keys = new Set(before.map(({ key }) => key));
    tried += 1;
    if (after.length > before.length || after.some(({ key }) => !keys.has(key))) found += 1;
    else if (before.length > 0) tried -= 1;
    else missed.push(faulty);
  }
  return { tried, found, missed };
}

/** What a check must find of the faults made for it. */
export const leastRecall = (section: string): number =>
  section.startsWith('Structure') ? 0.98 : 0.85;
