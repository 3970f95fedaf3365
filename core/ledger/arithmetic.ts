import type { BlockAnalysis, Range } from '../checks/analysis';
import type { NumberMention } from '../checks/numbers';

/** Do the figures agree? open: the text itself says that they need not. */
export type Verdict = 'agrees' | 'disagrees' | 'open';

/** "12 dead: 7 men, 5 women": a total and the parts behind it. `at` reaches from the total to the last part's noun. */
export interface SumReading {
  readonly at: Range;
  readonly total: NumberMention;
  readonly parts: readonly NumberMention[];
  readonly sum: number;
  readonly verdict: Verdict;
}

/** Percentages of one whole in one sentence (`at`); `rest`: the sentence leaves the rest to others. */
export interface SharesReading {
  readonly at: Range;
  readonly shares: readonly NumberMention[];
  readonly sum: number;
  readonly rest: boolean;
  readonly verdict: Verdict;
}

/** "from 10 to 12, up 20%": two figures and the change between them, in percent; a fall is negative. */
export interface ChangeReading {
  readonly at: Range;
  readonly from: NumberMention;
  readonly to: NumberMention;
  readonly percent: NumberMention;
  readonly said: number;
  /** Recomputed, to one decimal. */
  readonly right: number;
  readonly verdict: Verdict;
}

const HEDGE =
  /\b(?:including|includes?|included|among|at least|about|some|nearly|almost|around|more than|over|up to|mostly|each|another|others?|as well as|plus|also|respectively|from|to|of)\b|%/iu;
const TOTAL_LINK =
  /^ (?:[\p{L}’'-]+ ){0,3}[\p{L}’'-]+ ?(?::|—|–|\(|, (?:including|among them))\s?(?:(?:at least|about|some|nearly|up to|more than) )?$/u;
const BETWEEN = /^ (?:[\p{L}’'-]+ ){0,2}[\p{L}’'-]+(?:,|;)?(?: and| &)? $/u;

/** Totals of a block with the parts listed behind them. What is larger than its total is no part. */
export function sumsIn({ block: { text }, numbers }: BlockAnalysis): readonly SumReading[] {
  return numbers.flatMap((total, index): readonly SumReading[] => {
    const first = numbers[index + 1];
    if (total.kind !== 'count' || !first) return [];
    if (!TOTAL_LINK.test(text.slice(total.end, first.start))) return [];
    const parts = [first];
    for (const next of numbers.slice(index + 2)) {
      if (!BETWEEN.test(text.slice(parts.at(-1)?.end ?? 0, next.start))) break;
      parts.push(next);
    }
    const last = parts.at(-1) ?? first;
    const noun = /^ (?:[\p{L}’'-]+)/u.exec(text.slice(last.end))?.[0].length ?? 0;
    if (parts.length < 2 || noun === 0) return [];
    if (parts.some((part) => part.kind !== 'count' || part.upTo !== null)) return [];
    if (parts.some((part) => part.value > total.value)) return [];
    const end = last.end + noun;
    const sum = parts.reduce((all, part) => all + part.value, 0);
    const isOpen = HEDGE.test(text.slice(total.end, end));
    const verdict = isOpen ? 'open' : sum === total.value ? 'agrees' : 'disagrees';
    return [{ at: { start: total.start, end }, total, parts, sum, verdict }];
  });
}

const PARTITION =
  /\b(?:the rest|the remain(?:der|ing)|broken? down|breakdown|split|divided|made up of|consist(?:s|ed|ing) of)\b/iu;
const OVERLAP =
  /\b(?:more than one|multiple|half|thirds?|quarters?|could (?:choose|select|pick|name)|also|overlap|up from|down from|compared|rose|fell|grew|increas|decreas|year earlier|last year)\b/iu;

/**
 * Sentences of a block with three and more percentages of one whole: the sentence says that it was divided, or they come
 * to 100 by themselves.
 */
export function sharesIn(analysis: BlockAnalysis): readonly SharesReading[] {
  const { text } = analysis.block;
  if (!analysis.numbers.some(({ kind }) => kind === 'percent')) return [];
  return analysis.sentences.flatMap(({ start, end }): readonly SharesReading[] => {
    const shares = analysis.numbers.filter(
      (number) => number.kind === 'percent' && number.start >= start && number.end <= end,
    );
    if (shares.length < 3 || shares.some((share) => share.upTo !== null)) return [];
    const sentence = text.slice(start, end);
    const sum = Number(shares.reduce((total, share) => total + share.value, 0).toFixed(6));
    const rest = /\bthe rest\b|\bthe remain/iu.test(sentence);
    const slack = 1 + shares.reduce((total, share) => total + share.slack, 0) / 4;
    const fits = rest ? sum < 100 : Math.abs(sum - 100) <= slack;
    const isWhole = PARTITION.test(sentence) && !OVERLAP.test(sentence);
    if (!isWhole && (!fits || rest)) return [];
    const verdict = fits ? 'agrees' : 'disagrees';
    return [{ at: { start, end }, shares, sum, rest, verdict }];
  });
}

const UP =
  /\b(?:up|rose|rise|rises|rising|grew|grow|growth|increas\w+|climb\w*|jump\w*|gain\w*|surg\w+|soar\w*|more)\b/iu;
const DOWN =
  /\b(?:down|fell|fall|falls|falling|drop\w*|declin\w+|decreas\w+|shrank|shrunk|cut|lost|loss|plung\w+|less|fewer)\b/iu;
const CHANGE_LINK =
  /^ (?:[\p{L} ]{0,24} )?to (?:about |some |nearly |almost |just |more than |over )?$/u;

/** Between the percentage and the figures behind it: "rose 20%, from 10 to 12". */
const PERCENT_LINK = /^,? (?:\p{Ll}+ ){0,2}?from $/u;

/** Sentences of a block that give two figures side by side and the change between them in percent, once. */
export function changesIn(analysis: BlockAnalysis): readonly ChangeReading[] {
  const { numbers } = analysis;
  if (!numbers.some((number) => number.kind === 'percent')) return [];
  return analysis.sentences.flatMap((sentence): readonly ChangeReading[] => {
    const inside = numbers
      .filter((one) => one.start >= sentence.start && one.end <= sentence.end)
      .filter((one) => one.kind !== 'ordinal')
      .flatMap((one) => one.ends ?? [one]);
    const [percent, ...others] = inside.filter((one) => one.kind === 'percent');
    if (!percent || others.length > 0) return [];
    const at = inside.indexOf(percent);
    const behind = changeIn(analysis, sentence, inside[at - 2], inside[at - 1], percent);
    return behind ?? changeIn(analysis, sentence, inside[at + 1], inside[at + 2], percent) ?? [];
  });
}

/** The change of two neighbouring figures and the percentage beside them; null where they do not belong together. */
function changeIn(
  { block: { text } }: BlockAnalysis,
  sentence: Range,
  from: NumberMention | undefined,
  to: NumberMention | undefined,
  percent: NumberMention,
): readonly [ChangeReading] | null {
  if (!from || !to || !comparable(from, to)) return null;
  if (!CHANGE_LINK.test(text.slice(from.end, to.start))) return null;
  const before = text.slice(Math.max(sentence.start, from.start - 5), from.start);
  if (!/\bfrom $/iu.test(before)) return null;
  const first = percent.start < from.start;
  if (first && !PERCENT_LINK.test(text.slice(percent.end, from.start))) return null;
  const words = first
    ? text.slice(Math.max(sentence.start, percent.start - 40), percent.start)
    : text.slice(to.end, percent.start);
  const direction = UP.test(words) ? 1 : DOWN.test(words) ? -1 : 0;
  if (direction === 0 || words.length > 60) return null;
  const [low, high] = change(from, to);
  const said = direction * percent.value;
  const slack = Math.max(1, percent.slack);
  const fits = said >= low - slack && said <= high + slack;
  const right = Math.round(((to.value - from.value) / from.value) * 1000) / 10;
  const at = first
    ? { start: percent.start, end: to.end }
    : { start: from.start - before.trimStart().length, end: percent.end };
  return [{ at, from, to, percent, said, right, verdict: fits ? 'agrees' : 'disagrees' }];
}

/** Is a count a year? Those are never added or compared. */
export function isYear({ kind, value, upTo, form }: NumberMention): boolean {
  return (
    kind === 'count' &&
    form === 'figures' &&
    Number.isInteger(value) &&
    value >= 1500 &&
    value < 2200 &&
    (upTo === null || upTo < 2200)
  );
}

/** Two amounts of the same kind that are no years. */
function comparable(first: NumberMention, second: NumberMention): boolean {
  if (first.kind !== second.kind && !(first.kind === 'count' && second.kind === 'money'))
    return false;
  if (first.kind !== 'count' && first.kind !== 'money') return false;
  if (isYear(first) && isYear(second)) return false;
  return first.value > 0 && first.upTo === null && second.upTo === null;
}

/** The least and the greatest change in percent that rounding of both figures allows. */
function change(first: NumberMention, second: NumberMention): readonly [number, number] {
  const least = (second.value - second.slack) / (first.value + first.slack);
  const most = (second.value + second.slack) / Math.max(first.value - first.slack, first.value / 2);
  const fine = first.value >= 20 || first.slack < 0.5;
  // Whole small counts ("10 to 12") are exact.
  if (!fine) {
    const exact = (second.value / first.value - 1) * 100;
    return [exact, exact];
  }
  return [(least - 1) * 100, (most - 1) * 100];
}
