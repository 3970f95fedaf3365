import type { ReadBlock } from '../../article/reading';
import type { BlockAnalysis } from '../analysis';
import { insideRanges, touches } from '../quotations';
import type { StyleBook, WordRow } from '../style-book';
import { usualSeverity } from '../style-book';
import type { Draft, Fix } from '../types';
import type { Automaton, Hit } from './automaton';
import { buildAutomaton } from './automaton';

const automata = new WeakMap<readonly WordRow[], Automaton<WordRow>>();
const known = new WeakMap<BlockAnalysis, { rows: readonly WordRow[]; hits: readonly RowHit[] }>();

/** A row's words in a block, where the row has something to say. */
export interface RowHit extends Hit<WordRow> {
  readonly text: string;
  /** The row's replacements in the form the place asks for: capital at a sentence's start, full stop kept. */
  readonly replacements: readonly string[];
  /** A single replacement that needs nothing else changed ("an airplane" would need "a plane"). */
  readonly plain: boolean;
}

/** Addresses, handles and file names: nothing inside is a spelling. */
const ADDRESS =
  /(?:https?:\/\/|www\.)\S+|\S+@\S+|[@#][\p{L}\p{N}_]+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|gov|edu|uk|eu|io|html?|pdf|jpe?g)\b\S*/giu;

/**
 * The rows of the book's word list that a block goes against, one automaton for all of them. Quotations, addresses and
 * names are left alone; rows marked correct find nothing and shield what they cover. Kept per block and word list.
 */
export function rowHits(
  block: ReadBlock,
  analysis: BlockAnalysis,
  book: StyleBook,
): readonly RowHit[] {
  if (book.words.length === 0) return [];
  const before = known.get(analysis);
  if (before?.rows === book.words) return before.hits;
  const hits = find(block.text, analysis, book);
  known.set(analysis, { rows: book.words, hits });
  return hits;
}

function find(text: string, analysis: BlockAnalysis, book: StyleBook): readonly RowHit[] {
  const hits = automatonOf(book.words).search(text);
  if (hits.length === 0) return [];
  const quoted = insideRanges(analysis.quotes);
  const addresses = [...text.matchAll(ADDRESS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const lexicon = new Set(book.lexicon);
  return hits.flatMap((hit): RowHit[] => {
    const { start, end, entry } = hit;
    const actual = text.slice(start, end);
    if (entry.class === 'correct' || lexicon.has(actual)) return [];
    if (touches(quoted, start, end) || touches(addresses, start, end)) return [];
    const place = placeOf(text, start, end, analysis);
    if (!applies(entry, actual, place)) return [];
    const replacements = entry.replace
      .map((words) => inForm(words, entry, actual, place))
      .filter((words) => words !== actual);
    if (entry.replace.length > 0 && replacements.length === 0) return [];
    const plain = replacements.length === 1 && !articleChanges(text, start, replacements[0] ?? '');
    return [{ ...hit, text: actual, replacements, plain }];
  });
}

function automatonOf(rows: readonly WordRow[]): Automaton<WordRow> {
  const made = automata.get(rows) ?? buildAutomaton(rows);
  automata.set(rows, made);
  return made;
}

interface Surroundings {
  readonly sentenceStart: boolean;
  readonly sentenceEnd: boolean;
  /** A capitalised word stands right before (not at a sentence's start) or right after: part of a name. */
  readonly nextToCapital: boolean;
}

function placeOf(text: string, start: number, end: number, analysis: BlockAnalysis): Surroundings {
  const opening = /[\s“”‘’"'([–—-]*$/u.exec(text.slice(0, start))?.[0].length ?? 0;
  const from = start - opening;
  const sentenceStart = analysis.sentences.some(
    (range) => range.start >= from && range.start <= start,
  );
  const sentenceEnd =
    end >= text.trimEnd().length || analysis.sentences.some((range) => range.end === end);
  const before = sentenceStart
    ? undefined
    : /(\p{Lu})[\p{L}\p{M}’'.-]* $/u.exec(text.slice(0, start));
  const wordBefore = before
    ? analysis.sentences.every((range) => range.start !== before.index)
    : false;
  const after = /^ \p{Lu}/u.test(text.slice(end));
  return { sentenceStart, sentenceEnd, nextToCapital: wordBefore || after };
}

function applies(row: WordRow, actual: string, place: Surroundings): boolean {
  if (row.matchCase) {
    if (plainGlyphs(actual) !== plainGlyphs(row.find)) return false;
    // A row that takes a capital away cannot tell a sentence's start or a name ("Internet Archive") from its own case.
    const [first = ''] = row.replace;
    const lowers = isCapital(row.find) && first !== '' && !isCapital(first);
    return !lowers || !(place.sentenceStart || place.nextToCapital);
  }
  const capitalFind = row.find !== row.find.toLowerCase();
  if (capitalFind || actual === actual.toLowerCase()) return true;
  if (actual === actual.toUpperCase()) return false;
  return place.sentenceStart && !place.nextToCapital;
}

function inForm(words: string, row: WordRow, actual: string, place: Surroundings): string {
  const raised =
    !row.matchCase && isCapital(actual) && !isCapital(row.find)
      ? words.charAt(0).toUpperCase() + words.slice(1)
      : words;
  const stopped = row.find.endsWith('.') && place.sentenceEnd && !raised.endsWith('.');
  return stopped ? `${raised}.` : raised;
}

function plainGlyphs(text: string): string {
  return text.replaceAll('’', "'").replace(/\s+/gu, ' ');
}

function isCapital(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}

function articleChanges(text: string, start: number, replacement: string): boolean {
  if (!/\ban? $/iu.test(text.slice(Math.max(0, start - 4), start))) return false;
  return /^[aeiou]/iu.test(text.charAt(start)) !== /^[aeiou]/iu.test(replacement);
}

/** The finding of a hit; `safe` says whether the check may offer a safe fix at all. */
export function rowDraft(block: ReadBlock, hit: RowHit, safe: boolean, message: string): Draft {
  const { start, end, entry, replacements } = hit;
  const by = replacements.length > 0 ? ` → ${replacements.join(' / ')}` : '';
  const fact = `${hit.text}${by}`;
  const fixes = replacements.map(
    (text): Fix => ({
      title: text,
      safe: safe && hit.plain,
      edits: [{ op: 'replace', block: block.id, start, end, text }],
    }),
  );
  const why = entry.note === '' ? '' : ` ${entry.note}`;
  return {
    block: block.id,
    start,
    end,
    message: `${message}${why} (${entry.source})`,
    row: entry.id,
    ...(entry.severity === usualSeverity(entry.class) ? {} : { severity: entry.severity }),
    fact: fact.length > 60 ? `${fact.slice(0, 59)}…` : fact,
    fixes,
  };
}
