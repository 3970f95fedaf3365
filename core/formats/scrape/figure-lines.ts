import { parseCredit } from '../../captions/credit';
import { looksLikeCredit, splitCaptionCredit } from '../../captions/split';
import { fold } from './lines';
import type { Unit } from './units';

export interface FigureText {
  readonly caption: string;
  readonly credit: string;
}

/** A caption and credit found at the start of a longer line. */
export interface Glued extends FigureText {
  /** Caption and credit together, as printed. */
  readonly figureText: string;
  readonly rest: string;
}

const LONGEST = 900;
/** Cheap test for what a credit cannot do without; keeps the grammar off ordinary prose. */
const HINT =
  /[|©]|[)\]]\.?$|\/\s?\p{Lu}|credit|crédit|photo|foto|image|bild|illustration|picture|courtesy|handout/iu;
const FOREIGN_LABEL =
  /^(?:bild(?:er|quelle|nachweis|rechte)?|fotos?|photos?|crédits?(?: photos?)?|photo d['’]illustration|fotografía|créditos?|imagen|immagine|beeld|kuva|zdjęcie|zdj\.|fot\.|фото)\s*[:©]\s*(\S.{1,120})$/iu;

/** Reads "caption | credit", "caption (credit)", "captionCredit: …" as one line; null when it is not surely both. */
export function readFigureLine(text: string): FigureText | null {
  if (text.length < 8 || text.length > LONGEST || !HINT.test(text)) return null;
  const split = splitCaptionCredit(text);
  if (!split.certain || split.caption === '' || split.credit === '') return null;
  if (split.credit.length > 160) return null;
  const caption = text.slice(0, split.captionRange.end).trim();
  if (split.sep === 'pipe' || split.flag !== null) return { caption, credit: split.credit };
  const printed = parseCredit(split.credit);
  const strong =
    printed.creators.length > 0 || printed.label !== null || printed.agencies.length > 1;
  // A credit behind a long run of prose is an attribution ("…, he told Reuters (AFP)"), not a caption's.
  return strong && caption.length <= 500 ? { caption, credit: split.credit } : null;
}

/** The question for a bar whose sides could be caption or credit; null when there is none. */
export function figureQuestion(text: string): string | null {
  if (!text.includes('|') || text.length > LONGEST) return null;
  const split = splitCaptionCredit(text);
  return split.certain ? null : (split.question ?? null);
}

/** True for a line that is a credit and nothing else ("Photo: …", "© …", "(AP Photo/…)"). */
export function isCreditLine(text: string): boolean {
  if (text.length < 4 || text.length > 200) return false;
  if (/[.!?]["”’»)]?\s+\p{Lu}\p{Ll}+ \p{Ll}/u.test(text)) return false;
  if (FOREIGN_LABEL.test(text)) return true;
  if (!HINT.test(text) || !looksLikeCredit(text)) return false;
  const credit = parseCredit(text);
  return credit.label !== null || credit.creators.length > 0 || credit.agencies.length > 1;
}

/** What two printed credits of the same people and agencies share, whatever their case, separators and labels. */
export function creditKey(text: string): string {
  const credit = parseCredit(
    text.replace(/^[^:]{2,24}:\s*/u, (label) => (FOREIGN_LABEL.test(`${label}x x`) ? '' : label)),
  );
  const names = credit.parties.map((party) => fold(party.name));
  return names.length > 0 ? names.sort().join('|') : fold(text);
}

const PICTURE = 'jpe?g|jpg|png|gif|webp|tiff?|avif|heic|heif|psd|svg|bmp|eps|cr2|cr3|nef|arw|dng';
const FILE_NAME = new RegExp(
  `^(?:[^\\s/\\\\|]+[/\\\\])*([^\\s/\\\\|?#]{1,180}\\.(?:${PICTURE}))(?:[?#]\\S*)?$`,
  'iu',
);
const FILE_WITH_SPACES = new RegExp(`^([\\p{L}\\d_()\\-. ]{1,80}\\.(?:${PICTURE}))$`, 'iu');

/** The picture's file name when the line is nothing but one, or a path or address that ends in one; null otherwise. */
export function fileNameLine(text: string): string | null {
  if (text.length > 400) return null;
  const match = FILE_NAME.exec(text) ?? FILE_WITH_SPACES.exec(text);
  return match?.[1] ?? null;
}

/** A caption and credit that stand elsewhere, found again at the start of this line. */
export function findKnownStart(here: Unit, known: ReadonlyMap<string, Unit>): Glued | null {
  for (const [folded, twin] of known) {
    if (here.folded.length < folded.length + 12 || !here.folded.startsWith(folded)) continue;
    for (const slack of [0, -1, 1, -2, 2]) {
      const cut = twin.text.length + slack;
      const head = here.text.slice(0, cut);
      if (fold(head) !== folded || !/^\s/.test(here.text.slice(cut))) continue;
      const { caption = '', credit = '' } = twin;
      return { caption, credit, figureText: head.trim(), rest: here.text.slice(cut).trim() };
    }
  }
  return null;
}

const GAP = /[ \t]*[\u00A0\t\u2003]\s*|\s{2,}|(?<=\))\s+(?=\p{Lu}\p{Ll})/gu;

/** Caption, credit and the story's first words in one line, parted by a wide space or a closing bracket. */
export function splitGlued(raw: string): Glued | null {
  const text = raw.trim().slice(0, 2000);
  let tries = 0;
  for (const gap of text.matchAll(GAP)) {
    tries += 1;
    if (tries > 12) return null;
    const head = text.slice(0, gap.index);
    const rest = raw
      .trim()
      .slice(gap.index + gap[0].length)
      .trim();
    if (rest.length < 20 || rest.split(/\s/).length < 4) continue;
    const read = readFigureLine(head);
    if (read) return { ...read, figureText: head, rest };
  }
  return null;
}
