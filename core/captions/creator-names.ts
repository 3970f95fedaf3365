import { tidy } from './fold';

const PARTICLES = new Set(
  'de,del,della,dela,der,den,di,da,das,do,dos,du,van,von,zu,zur,ten,ter,af,av,bin,ibn,bint,el,al,e,y,la,le,las,los'.split(
    ',',
  ),
);
/** Particles that carry a capital when they open a name, or in Italian and French family names. */
const CAPITAL_ALONE = new Set([
  'la',
  'le',
  'las',
  'los',
  'di',
  'da',
  'du',
  'del',
  'della',
  'el',
  'e',
  'y',
]);
/** Family names in Mac- whose third letter is a capital; all others (Machado, Mackay, Macron) keep it small. */
const MAC =
  /^(mac)(donald|kenzie|leod|gregor|arthur|millan|lean|dougall|dowell|intyre|intosh|pherson|farlane|neil|neill|kinnon|alister|aulay|askill|callum|cormack|duff|ewan|gowan|innes|iver|laren|namara|phee|rae|rury|taggart|tavish|vicar)$/i;
const ROMAN = /^(?:II|III|IV|VI|VII|VIII)$/;

/** An all-caps name in ordinary capitals: JIM WATSON → Jim Watson. Handles and mixed-case names stay as printed. */
export function normaliseCreator(printed: string): string {
  const text = tidy(printed);
  if (isHandle(text) || !/\p{Lu}{2}/u.test(text)) return text;
  const words = text.split(' ');
  const allCaps = !/\p{Ll}/u.test(text.replace(/\bMc|\bMac/g, ''));
  // One word in capitals may be a surname, a screen name or an acronym: it stays.
  if (words.length === 1) return text;
  return words.map((word, index) => normaliseWord(word, index, words, allCaps)).join(' ');
}

function normaliseWord(
  word: string,
  index: number,
  words: readonly string[],
  allCaps: boolean,
): string {
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters === '' || !isCaps(word)) return word;
  if (ROMAN.test(letters) && index === words.length - 1) return word;
  if (/^(?:\p{Lu}\.-?)+$/u.test(word) || letters.length === 1) return word;
  const lower = word.toLowerCase();
  if (/^(?:jr|sr)\.?$/.test(lower)) return capitalise(lower);
  if (PARTICLES.has(lower) && index > 0 && index < words.length - 1) {
    return CAPITAL_ALONE.has(lower) && !PARTICLES.has((words[index - 1] ?? '').toLowerCase())
      ? capitalise(lower)
      : lower;
  }
  if (letters.length === 2 && !allCaps && index === 0) return word;
  if (letters.length === 2 && index === 0 && !/[aeiouy]/i.test(letters) && lower !== 'ng')
    return word;
  if (letters.length === 3 && index === 0 && !/[aeiouy]/i.test(letters)) return word;
  return lower
    .split('-')
    .map((part, at, parts) => {
      if (at < parts.length - 1 && /^(?:al|el|as|ad|an|ar|ash)$/.test(part)) {
        return index === 0 && at === 0 ? capitalise(part) : part;
      }
      return nameCase(part);
    })
    .join('-');
}

function isCaps(word: string): boolean {
  const bare = word.replace(/^(?:Mc|Mac|O['’]|Mc-)/, '');
  return /\p{Lu}/u.test(bare) && !/\p{Ll}/u.test(bare);
}

function nameCase(lower: string): string {
  const mac = MAC.exec(lower);
  if (mac) return `Mac${capitalise(mac[2] ?? '')}`;
  if (/^mc\p{L}{2,}/u.test(lower)) return `Mc${capitalise(lower.slice(2))}`;
  return lower
    .split(/(['’])/)
    .map((part, at, parts) => {
      if (at === 0) return parts.length > 1 && part === 'd' ? 'D' : capitalise(part);
      // O'BRIEN, D'ANGELO take a capital; a trailing 's or N'GOLO's later letters do not need one.
      const head = parts[at - 2] ?? '';
      return parts[at - 1] !== undefined && head.length <= 2 && part.length > 1
        ? capitalise(part)
        : part;
    })
    .join('');
}

function capitalise(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return text === '' ? '' : first.toUpperCase() + text.slice(first.length);
}

/** Whether a party is printed as a screen name: @name, evgenyb, Jess_P, 123abc, a bare domain. */
export function isHandle(text: string): boolean {
  if (/\s/.test(text) || text === '') return false;
  if (/^@[\p{L}\d_.-]+$/u.test(text)) return true;
  if (/^[\p{L}\d][\p{L}\d_.-]*[\d_][\p{L}\d_.-]*$/u.test(text)) return true;
  if (/^\p{Ll}[\p{L}\d_.-]{2,}$/u.test(text) && !PARTICLES.has(text)) return true;
  return (
    /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(text) &&
    !/^(?:Mc|Mac|De|Di|La|Le|Van|Fitz|Du|Da|Lo|Del)\p{Lu}/u.test(text)
  );
}

const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lu}\.|(?:d|l)['’]\p{Lu}[\p{L}\p{M}'’-]*|(?:al|el|as|ad|an|ash)-\p{Lu}[\p{L}\p{M}'’-]*|(?:de|da|di|la|le|van|von|mac|mc)\p{Lu}[\p{L}\p{M}'’-]*)$/u;

/** Arabic, Chinese, Hebrew and other scripts have no capitals: there, two to five short words or one are a name. */
const NAME_WITHOUT_CASE = /^[\p{Lo}\p{M}]{2,}(?:[ ·・‧-][\p{Lo}\p{M}]+){0,4}$/u;

/** Whether the text has the shape of a person's name: one to six words, capitals, particles, initials. */
export function looksLikeName(text: string): boolean {
  const words = tidy(text).split(' ');
  if (words.length > 6 || text.length > 60 || /\d/.test(text)) return false;
  if (NAME_WITHOUT_CASE.test(words.join(' '))) return true;
  let capitals = 0;
  for (const [index, word] of words.entries()) {
    if (NAME_WORD.test(word)) capitals += 1;
    else if (/^(?:"[^"]+"|“[^”]+”|'[^']+')$/.test(word)) continue;
    else if (!(PARTICLES.has(word) && index < words.length - 1) && !/^(?:jr|sr)\.?$/i.test(word))
      return false;
  }
  return capitals > 0;
}
