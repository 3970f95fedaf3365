import type { Decision, ReadKind, Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import type { Finding } from '#core/checks/types';
import { foldName } from '#core/ledger/decisions';
import type { LedgerEntry } from '#core/ledger/name-ledger';
import { nameLedger } from '#core/ledger/name-ledger';
import type { Offer } from '#core/ledger/offers';
import { nearOffers } from '#core/ledger/offers';
import { rightSpelling, wrongForms } from '#core/ledger/spelling';
import type { LedgerLine, LedgerRow } from './ledger';
import type { FoundIn } from './ledger-places';
import { byBlock, findingsOn, KIND_WORDS, kindsOf, kindWords, worst } from './ledger-places';
import { countOf } from './words';

const NAME_CHECKS = new Set([
  'name-variant',
  'name-not-as-decided',
  'caption-name-spelling',
  'caption-person-not-in-story',
  'first-reference',
  'later-reference',
  'headline-not-in-body',
]);

/** Everyone the story names, by first mention; then spellings a letter apart that are nobody's. */
export function nameRows(story: Story, findings: readonly Finding[]): readonly LedgerRow[] {
  const { decisions = [], photos } = story;
  const blocks = readArticle(story.article);
  const kinds = kindsOf(blocks);
  const entries = nameLedger(blocks, { decisions, photos });
  const { byEntry, loose } = nearOffers(entries, blocks, decisions);
  const found = byBlock(findings, NAME_CHECKS);
  const people = entries.map((entry) =>
    personRow(entry, byEntry.get(entry.id) ?? [], found, kinds, decisions),
  );
  const alike = loose.map(([rare, usual]): LedgerRow => {
    const offer = { own: usual.word, other: rare.word, places: rare.places, entry: null };
    const on = findingsOn(found, [...usual.places, ...rare.places]);
    return {
      id: `loose ${usual.word}`,
      title: usual.word,
      note: `${rare.word} is a letter away`,
      fact: `×${usual.places.length}`,
      light: worst(on),
      findings: on,
      section: 'Other names spelled alike',
      lines: [
        {
          id: `form ${usual.word}`,
          kind: 'form',
          text: usual.word,
          note: kindWords(usual.places, kinds),
          places: usual.places,
          mark: null,
        },
        nearLine(offer, kinds),
      ],
      decisions: [],
      entry: null,
      isUnsure: false,
    };
  });
  return [...people, ...alike];
}

function personRow(
  entry: LedgerEntry,
  offers: readonly Offer[],
  found: FoundIn,
  kinds: ReadonlyMap<string, ReadKind>,
  decisions: readonly Decision[],
): LedgerRow {
  const right = rightSpelling(entry);
  const wrong = new Set(right ? wrongForms(entry, right.text) : []);
  const forms = entry.forms.map((form): LedgerLine => {
    const isRight = right?.decided === true && form.text === right.text;
    return {
      id: `form ${form.text}`,
      kind: 'form',
      text: form.text,
      note: kindWords(form.places, kinds),
      places: form.places,
      mark: isRight ? 'right' : wrong.has(form) ? 'wrong' : null,
    };
  });
  const titles = entry.titles.map(
    ({ text, places }): LedgerLine => ({
      id: `title ${text}`,
      kind: 'title',
      text,
      note: kindWords(places, kinds),
      places,
      mark: null,
    }),
  );
  const places = entry.forms.flatMap((form) => form.places);
  const on = findingsOn(found, places);
  return {
    id: entry.id,
    title: entry.full,
    note: personNote(entry, wrong.size, offers.length),
    fact: `×${places.length}`,
    light: worst(on),
    findings: on,
    section: '',
    lines: [...forms, ...titles, ...offers.map((offer) => nearLine(offer, kinds))],
    decisions: decisionsOn(entry, decisions),
    entry,
    isUnsure: !entry.sure && offers.length === 0,
  };
}

function personNote(entry: LedgerEntry, wrong: number, near: number): string {
  const { titles, introduced, kinds, photos, forms } = entry;
  const only = onlyIn(kinds);
  const full = forms.filter(({ text }) => text.includes(' ')).length;
  return [
    ...titles.slice(0, 2).map(({ text }) => text),
    ...(only !== null
      ? [`only in ${only}`]
      : introduced || (full === 0 && titles.length === 0)
        ? []
        : ['no full name in the text']),
    ...(full > 1 || wrong > 0 ? [countOf(Math.max(full, wrong + 1), 'spelling')] : []),
    ...(near > 0 ? [`${near === 1 ? 'a name' : `${near} names`} a letter away`] : []),
    ...(photos.length > 0 ? ['named by the photo’s file'] : []),
  ].join(' · ');
}

/** Where all mentions stand, when none is in the text: captions, or one other kind of block. */
function onlyIn(kinds: ReadonlyMap<ReadKind, number>): string | null {
  const all = [...kinds.keys()];
  if (all.every((kind) => kind === 'caption' || kind === 'alt')) return 'captions';
  const [kind] = all;
  const word = kind && all.length === 1 ? KIND_WORDS[kind] : undefined;
  return word === undefined ? null : `the ${word}`;
}

function nearLine(offer: Offer, kinds: ReadonlyMap<string, ReadKind>): LedgerLine {
  return {
    id: `near ${offer.other}`,
    kind: 'near',
    text: offer.other,
    note: `a letter away, ${kindWords(offer.places, kinds)}`,
    places: offer.places,
    mark: null,
    offer,
  };
}

/** The decisions that name one of an entry's forms. */
function decisionsOn(entry: LedgerEntry, decisions: readonly Decision[]): readonly Decision[] {
  const forms = new Set(entry.forms.map(({ text }) => foldName(text)));
  return decisions.filter(
    ({ kind, words }) => kind !== 'figure' && words.some((word) => forms.has(foldName(word))),
  );
}
