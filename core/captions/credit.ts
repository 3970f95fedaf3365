import type { Classified } from './classify';
import { classify, roleAfterFor } from './classify';
import type { Credit, CreditCreator, CreditParty, PartyRole } from './credit-types';
import { foldKey, foldSame, tidy } from './fold';
import { findAgency } from './gazetteer';
import type { CreditKind, Label } from './labels';
import { readLabel } from './labels';
import { findLicence } from './licences';
import type { Segment } from './segments';
import { partCredit } from './segments';

export type { Credit, CreditCreator, CreditKind, CreditParty, PartyRole } from './credit-types';

interface Clause {
  readonly start: number;
  readonly end: number;
  readonly label: Label | null;
  readonly work: CreditKind;
}

interface Draft {
  parties: CreditParty[];
  questions: string[];
  archive: boolean;
  pool: boolean;
  handout: boolean;
  staff: boolean;
  courtesy: boolean;
  doubled: { start: number; end: number; name: string }[];
}

const FILE_HEAD = /^(?:file|archive|handout)(?: (?:photo|image|picture))? ?(?:[:—]|-(?= )) ?/iu;
const FILE_PART =
  /^(?:from )?(?:file|files|archive|archives|file (?:photo|image|picture)s?|archive (?:photo|image)s?)$/i;
const DATE_PART =
  /^(?:(?:circa |c\. ?)?(?:1[89]|20)\d\d(?:—(?:\d\d|\d{4}))?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}|all rights reserved|used (?:with|by) permission|with permission|mandatory credit|cropped|detail|aka .*)$/i;
const POSITION =
  /^(?:from |at |on |in )?(?:the )?(?:(?:far|top|bottom|upper|lower|second|third|main) )*(?:left|right|cent(?:er|re)|middle|top|bottom|above|below|main|inset|background|foreground|clockwise from (?:top|upper|bottom|far)? ?(?:left|right)|left to right|[lr])(?: (?:left|right|cent(?:er|re)|row))?(?: (?:photo|image|picture)s?)?$/i;

/**
 * Reads a credit line by the grammar of the field (agency chains, "via", "for", labels, file and pool marks).
 * Never throws; `raw` is the text given. What had to be guessed is in `questions`.
 */
export function parseCredit(raw: string): Credit {
  const folded = foldSame(raw);
  const [from, to] = withoutBrackets(folded);
  const draft: Draft = {
    parties: [],
    questions: [],
    archive: false,
    pool: false,
    handout: false,
    staff: false,
    courtesy: false,
    doubled: [],
  };
  const licence = findLicence(raw);
  let start = from;
  const head = FILE_HEAD.exec(folded.slice(from, to));
  if (head) {
    draft.archive = !/^handout/i.test(head[0]);
    draft.handout = /^handout/i.test(head[0]);
    start += head[0].length;
  }
  const clauses = splitClauses(folded, start, to);
  for (const clause of clauses) readClause(raw, folded, clause, draft, licence);
  const kinds = [...new Set(clauses.map((clause) => clause.work))];
  return derive(raw, draft, kinds, clauses[0]?.label ?? null, licence?.id ?? null);
}

function withoutBrackets(text: string): [number, number] {
  let from = 0;
  let to = text.length;
  for (;;) {
    while (from < to && /\s/.test(text[from] ?? '')) from += 1;
    while (
      to > from &&
      /[\s.]/.test(text[to - 1] ?? '') &&
      !/\b(?:Jr|Sr|Inc|Co|Corp|Ltd|[A-Z])\.$/.test(text.slice(Math.max(from, to - 5), to))
    )
      to -= 1;
    const pair = `${text[from] ?? ''}${text[to - 1] ?? ''}`;
    const wrapped = (pair === '()' || pair === '[]') && closesAtEnd(text, from, to);
    if (!wrapped || to - from < 2) {
      // "(Photo: Getty Images) Getty": the first bracket encloses only a part.
      return /[([]/.test(text[from] ?? '') ? [from + 1, to] : [from, to];
    }
    from += 1;
    to -= 1;
  }
}

function closesAtEnd(text: string, from: number, to: number): boolean {
  const inner = text.slice(from + 1, to - 1);
  return !/[)\]]/.test(inner) || /^[^()[\]]*(?:[([][^()[\]]*[)\]][^()[\]]*)*$/.test(inner);
}

/** "Photo illustration by Slate. Photo by X": each strong label inside begins a clause of its own. */
function splitClauses(folded: string, start: number, end: number): readonly Clause[] {
  const clauses: Clause[] = [];
  let at = start;
  let label = openingLabel(folded, start, end);
  const boundary = /(?<=[.;,/|()[—] ?| and )(?=[\p{Lu}©])/gu;
  const close = (to: number) => {
    const work = label?.kind ?? clauses.at(-1)?.work ?? 'photo';
    clauses.push({ start: label?.end ?? at, end: to, label, work });
  };
  boundary.lastIndex = label?.end ?? start;
  for (let match = boundary.exec(folded); match; match = boundary.exec(folded)) {
    if (match.index >= end) break;
    const next = readLabel(folded, match.index);
    if (next?.strong && next.kind !== null && next.end < end) {
      close(match.index);
      at = match.index;
      label = next;
      boundary.lastIndex = next.end;
    } else boundary.lastIndex = match.index + 1;
  }
  close(end);
  return clauses.filter((clause, index) => index === 0 || clause.start < clause.end);
}

function openingLabel(folded: string, start: number, end: number): Label | null {
  const label = readLabel(folded, start);
  if (!label || label.end > end) return null;
  if (label.strong || label.courtesy) return label;
  const first = partCredit(folded, start, end)[0];
  if (first && findAgency(first.text)) return null;
  const rest = folded.slice(label.end, end);
  if (/^ ?[/|—-]/.test(rest)) return label;
  return /^ *(?:[\p{Lu}@©]|$)/u.test(rest) || /^ *\p{Ll}\S*(?: ?[/|]|$)/u.test(rest) ? label : null;
}

function readClause(
  raw: string,
  folded: string,
  clause: Clause,
  draft: Draft,
  licence: { start: number; end: number } | null,
): void {
  if (clause.label) {
    draft.courtesy ||= clause.label.courtesy;
    draft.handout ||= clause.label.handout;
    draft.archive ||= clause.label.archive;
    draft.staff ||= clause.label.staff;
    draft.pool ||= clause.label.pool;
  }
  const segments = segmentsAround(folded, clause, licence);
  let pendingPosition: string | null = null;
  let courtesy = clause.label?.courtesy ?? false;
  for (const [index, segment] of segments.entries()) {
    const text = segment.text;
    if (FILE_PART.test(text)) {
      draft.archive = true;
      continue;
    }
    if (DATE_PART.test(text)) continue;
    if (POSITION.test(text)) {
      const position = tidy(text).toLowerCase();
      if (index === 0 || segments[index + 1]?.joint === 'colon') pendingPosition = position;
      else placeLast(draft, position);
      continue;
    }
    if (segment.joint === 'courtesy') {
      courtesy = true;
      draft.courtesy = true;
    }
    const party = readParty(raw, segment, clause.work, draft, courtesy, segments.length === 1);
    addParty(
      draft,
      {
        ...party,
        position: party.role === 'creator' || party.role === 'handle' ? pendingPosition : null,
      },
      segment,
    );
    if (party.role === 'creator') pendingPosition = null;
  }
}

function segmentsAround(
  folded: string,
  clause: Clause,
  licence: { start: number; end: number } | null,
): readonly Segment[] {
  if (!licence || licence.start >= clause.end || licence.end <= clause.start) {
    return partCredit(folded, clause.start, clause.end);
  }
  const before = partCredit(folded, clause.start, Math.max(clause.start, licence.start));
  const after = partCredit(folded, Math.min(clause.end, licence.end), clause.end);
  return [...before, ...after].filter(
    (segment) => !/^(?:under|licensed under|licen[cs]ed?|used under)$/i.test(segment.text),
  );
}

function readParty(
  raw: string,
  segment: Segment,
  work: CreditKind,
  draft: Draft,
  courtesy: boolean,
  alone: boolean,
): CreditParty {
  const before = draft.parties.at(-1);
  const chained = before !== undefined;
  let text = raw.slice(segment.start, segment.end);
  let start = segment.start;
  let found: Classified = classify(text, alone || chained);
  // "File photo by", "AP file photo": the word says archive, the rest is the party.
  if (/\bfile (?:photo|image|picture)s?$/i.test(text)) draft.archive = true;
  if (/^(?:handout|pool) /i.test(text) && found.role === 'organisation') {
    const cutAt = text.indexOf(' ') + 1;
    if (/^pool/i.test(text)) draft.pool = true;
    else draft.handout = true;
    text = text.slice(cutAt);
    start += cutAt;
    found = classify(text, true);
  }
  let role: PartyRole = found.role;
  if (segment.joint === 'for') role = roleAfterFor(found, hasAgency(draft));
  else if (
    segment.joint === 'and' &&
    before &&
    (before.role === 'client' || before.role === 'commissioner')
  ) {
    role = before.role;
  } else if (courtesy && role !== 'agency' && role !== 'publisher' && !hasSource(draft))
    role = 'source';
  else if (segment.joint === 'via' && (role === 'organisation' || role === 'handle'))
    role = 'source';
  if (found.question && role !== 'source') draft.questions.push(found.question);
  if (role === 'pool') draft.pool = true;
  if (role === 'handout') draft.handout = true;
  if (role === 'staff') draft.staff = true;
  return {
    role,
    text,
    name: found.name,
    start,
    end: segment.end,
    position: null,
    // "Illustration by X / AP Photo": the agency's photo is what was drawn over.
    work: role === 'agency' && chained && / photos?$/i.test(text) ? 'photo' : work,
    via: segment.joint === 'via',
    near: found.near,
  };
}

function hasAgency(draft: Draft): boolean {
  return draft.parties.some((party) => party.role === 'agency');
}

function hasSource(draft: Draft): boolean {
  return draft.parties.some((party) => party.role === 'source');
}

function addParty(draft: Draft, party: CreditParty, segment: Segment): void {
  const last = draft.parties.at(-1);
  if (
    last &&
    last.role === party.role &&
    (party.role === 'agency' || party.role === 'publisher') &&
    foldKey(last.name) === foldKey(party.name) &&
    last.work === party.work
  ) {
    draft.doubled.push({ start: segment.jointStart, end: party.end, name: party.name });
  }
  draft.parties.push(party);
}

function placeLast(draft: Draft, position: string): void {
  for (let at = draft.parties.length - 1; at >= 0; at -= 1) {
    const party = draft.parties[at];
    if (party && (party.role === 'creator' || party.role === 'handle')) {
      draft.parties[at] = { ...party, position: party.position ?? position };
      return;
    }
  }
}

function derive(
  raw: string,
  draft: Draft,
  kinds: readonly CreditKind[],
  label: Label | null,
  licence: string | null,
): Credit {
  const { parties } = draft;
  const names = (role: PartyRole): readonly string[] => [
    ...new Set(parties.filter((party) => party.role === role).map((party) => party.name)),
  ];
  const creators: CreditCreator[] = [];
  for (const { name, position, role } of parties) {
    if (role !== 'creator' && role !== 'handle') continue;
    // Getty prints some credits twice, once for the partner and once for itself.
    if (creators.some((one) => one.name === name && one.position === position)) continue;
    creators.push({ name, position, handle: role === 'handle' });
  }
  const agencies = names('agency');
  const marked =
    draft.courtesy ||
    draft.handout ||
    draft.archive ||
    draft.pool ||
    draft.staff ||
    licence !== null;
  const via = lastHand(parties, kinds[0] === 'composite');
  return {
    raw,
    parties,
    creators,
    agencies,
    publishers: names('publisher'),
    organisations: names('organisation'),
    sources: names('source'),
    via,
    kind: kinds[0] ?? 'photo',
    kinds: allKinds(kinds, parties),
    licence,
    archive: draft.archive,
    pool: draft.pool,
    handout: draft.handout,
    staff: draft.staff,
    courtesy: draft.courtesy,
    uncredited: parties.some((party) => party.role === 'uncredited'),
    client: names('client').join(' and ') || null,
    commissioner: names('commissioner').join(' and ') || null,
    label: label?.text ?? null,
    doubled: draft.doubled,
    certain: draft.questions.length === 0 && (parties.length > 0 || marked || raw.trim() === ''),
    questions: draft.questions,
  };
}

/** Printed after "via", or the last of agencies that stand next to one another; parallel credits have none. */
function lastHand(parties: readonly CreditParty[], parallel: boolean): string | null {
  let last: CreditParty | null = null;
  for (const [index, party] of parties.entries()) {
    const before = parties[index - 1];
    if (party.via) last = party;
    else if (parallel) continue;
    else if (party.role === 'agency' && before?.role === 'agency' && before.name !== party.name)
      last = party;
    else if (party.role === 'agency' && before?.via) last = party;
  }
  return last?.name ?? null;
}

function allKinds(
  kinds: readonly CreditKind[],
  parties: readonly CreditParty[],
): readonly CreditKind[] {
  return [
    ...new Set<CreditKind>([kinds[0] ?? 'photo', ...kinds, ...parties.map((party) => party.work)]),
  ];
}
