import type { ReadBlock } from '../article/reading';
import type { NumberMention } from '../checks/numbers';
import type { CheckStory } from '../checks/types';

const HEADS = new Set(['headline', 'dek']);
const BODY = new Set(['paragraph', 'list-item', 'crosshead', 'quotation', 'pullquote']);
/** "7 ways to …" counts the story's own items. */
const ITEMS =
  /^[ \u00a0-](?:\p{L}+[ \u00a0]){0,3}(?:ways?|things?|tips?|reasons?|lessons?|questions?|steps?|takeaways?|facts?|rules?|myths?|ideas?|books?|films?|movies?|charts?|photos?|pictures?|minutes?|keys?|secrets?|trends?|tools?|apps?|examples?|mistakes?|signs?|moments?|stories|principles|practices|strategies|benefits|resources|activities)(?!\p{L})/iu;

/** A number of a headline or dek, and whether the text below gives it. */
export interface HeadNumber {
  readonly block: ReadBlock;
  readonly number: NumberMention;
  readonly given: boolean;
}

/**
 * The numbers of headline and dek that speak of the story (no years, names, or counts of its own items). Given is what
 * the text has within rounding, or as the sum of two neighbours.
 */
export function headNumbers(story: Pick<CheckStory, 'blocks' | 'analysis'>): readonly HeadNumber[] {
  const wanted = story.blocks
    .filter((block) => HEADS.has(block.kind) && /\d/u.test(block.text))
    .flatMap((block) =>
      story
        .analysis(block)
        .numbers.filter((number) => speaks(number) && !isName(block.text, number))
        .map((number) => ({ block, number })),
    );
  if (wanted.length === 0) return [];
  const said = story.blocks
    .filter((block) => BODY.has(block.kind))
    .flatMap((block) => story.analysis(block).numbers)
    .filter(({ kind, form }) => kind !== 'ordinal' || form === 'figures');
  return wanted.map(({ block, number }) => ({ block, number, given: isGiven(number, said) }));
}

function speaks({ kind, form, value, upTo }: NumberMention): boolean {
  if (form !== 'figures' || upTo !== null || value < 2) return false;
  return kind === 'count' || kind === 'percent' || kind === 'money' || kind === 'age';
}

/** Years, items of a list, and numbers that are part of a name: "Windows 10", "G20", "Route 66". */
function isName(text: string, { start, end, value, kind }: NumberMention): boolean {
  if (kind === 'money' || kind === 'percent') return false;
  if (value >= 1000 && value <= 2100 && end - start === 4) return true;
  if (ITEMS.test(text.slice(end)) || /^(?:[-‑/.:+]\p{L}?|\p{L})/u.test(text.slice(end)))
    return true;
  const before = text.slice(Math.max(0, start - 20), start);
  // After "kills", "hurts" a number counts; after a capitalised word or "#" it may name.
  return (
    /(?:[#/.:-]|\b(?:top|day|part|no\.|round|section|week|chapter|page|version)[ \u00a0])$/iu.test(
      before,
    ) || /(?:^|[ \u00a0])\p{Lu}[\p{L}\p{N}.-]*[ \u00a0]$/u.test(before)
  );
}

/** Within rounding of a number of the text of its kind, or the sum of two neighbouring counts. */
function isGiven({ value, slack, kind }: NumberMention, said: readonly NumberMention[]): boolean {
  // A round number may stand for one near it; 47 is not said for 46.
  const reach = Math.max(slack, value >= 20 && value % 10 === 0 ? value * 0.05 : 0);
  const near = (one: number) => Math.abs(one - value) <= reach;
  return said.some((one, at) => {
    if (!sameKind(kind, one.kind)) return false;
    if (near(one.value) || (one.upTo !== null && near(one.upTo))) return true;
    const next = said[at + 1];
    return one.kind === 'count' && next?.kind === 'count' && near(one.value + next.value);
  });
}

/** A sum of money is no percentage; a plain number may be any of them, as its unit can stand elsewhere. */
function sameKind(a: NumberMention['kind'], b: NumberMention['kind']): boolean {
  const plain = (kind: NumberMention['kind']) => kind !== 'money' && kind !== 'percent';
  return a === b || plain(b) || (plain(a) && b === 'money');
}
