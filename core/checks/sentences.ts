import type { Range } from './analysis';

/** Abbreviations that are followed by a name or a number, so that their stop never ends a sentence. */
const BEFORE_NAME = new Set(
  'mr mrs ms mx dr prof rev fr sr st ste messrs mmes gen lt col maj capt cmdr adm sgt cpl pvt gov sen rep pres hon atty supt det insp no nos vs v fig figs vol pp p ed eds cf eg ie viz approx ca al bros mt ft jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  ),
);

/** Abbreviations that may end a sentence: they do only when a capital follows that is no likely continuation. */
const MAYBE_END = new Set(
  'inc ltd co corp llc jr etc a.m p.m u.s u.k u.n e.u d.c ph.d m.d b.a m.a j.d ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.h n.j n.m n.y n.c n.d okla ore pa r.i s.c s.d tenn tex vt va wash w.va wis wyo est dept assn univ ave blvd rd'.split(
    ' ',
  ),
);

const STOP = /[.!?…。！？]+[)\]”’"'»]*(?=\s|$)|\n+/gu;

/** Sentences as ranges without the space between them. Abbreviations, initials and ellipses in mid-sentence do not end one. */
export function sentences(text: string): readonly Range[] {
  const found: Range[] = [];
  let start = skipSpace(text, 0);
  for (const match of text.matchAll(STOP)) {
    const stop = match.index;
    if (stop < start) continue;
    const end = stop + (match[0].startsWith('\n') ? 0 : match[0].length);
    if (!match[0].startsWith('\n') && !endsSentence(text, stop, match[0])) continue;
    if (end > start) found.push({ start, end });
    start = skipSpace(text, stop + match[0].length);
  }
  const last = text.trimEnd().length;
  if (last > start) found.push({ start, end: last });
  return found;
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && /\s/u.test(text.charAt(next))) next += 1;
  return next;
}

function endsSentence(text: string, stop: number, mark: string): boolean {
  const next = skipSpace(text, stop + mark.length);
  if (next >= text.length) return true;
  const following = text.charAt(next);
  if (/\p{Ll}/u.test(following)) return false;
  if (!mark.startsWith('.')) return true;
  if (mark.startsWith('..')) return !/[\p{Ll}\d]/u.test(following);
  const before = text.slice(Math.max(0, stop - 24), stop);
  const word = /[\p{L}][\p{L}.]*$/u.exec(before)?.[0] ?? '';
  if (word === '') return true;
  const folded = word.toLowerCase();
  if (BEFORE_NAME.has(folded)) return false;
  // One capital letter is an initial ("J. Smith"), except "I", which is a word.
  if (/^\p{Lu}$/u.test(word)) return word === 'I' ? !/\p{Lu}/u.test(following) : false;
  if (!MAYBE_END.has(folded) && !/^(?:\p{L}\.)+\p{L}$/u.test(word)) return true;
  const nextWord = /^[“"‘']?(\p{L}[\p{L}’']*)/u.exec(text.slice(next, next + 24))?.[1] ?? '';
  return STARTERS.has(nextWord);
}

/** Words that, capitalised after an abbreviation, begin a new sentence rather than continue a name. */
const STARTERS = new Set(
  'The A An He She It They We I You But And Or In On At For From This That These Those There His Her Its Their Our My As If When While After Before With No Not So Then Now One Some Many Most'.split(
    ' ',
  ),
);
