import data from '#assets/lexicons/licences.json';
import { foldSame } from './fold';

export interface FoundLicence {
  /** "CC BY-SA 4.0", "Public domain". */
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const CC =
  /\b(?:CC|Creative Commons)[ -]?(?:BY|Attribution)((?:[ -](?:NC|SA|ND|Non-?Commercial|Share-?Alike|No-?Deriv(?:ative)?s))*)(?: ?(?:Generic|International|Unported|License|Licence))?(?:[ -]?v?([1-4]\.\d))?(?: (?:[a-z]{2}|Generic|International|Unported|Deed))?\b/i;

const named = data.licences
  .flatMap((row) => row.find.map((find) => ({ id: row.id, find })))
  .sort((a, b) => b.find.length - a.find.length)
  .map(({ id, find }) => ({
    id,
    pattern: new RegExp(
      `(?<![\\p{L}\\d])${find.replace(/[.]/g, '\\.')}(?![\\p{L}\\d])`,
      find === find.toUpperCase() ? 'u' : 'iu',
    ),
  }));

/** The first licence named in a credit, with its place. */
export function findLicence(text: string): FoundLicence | null {
  const folded = foldSame(text);
  const cc = CC.exec(folded);
  if (cc) {
    const parts = (cc[1] ?? '').toUpperCase();
    const terms = [
      parts.includes('NC') || parts.includes('NON') ? 'NC' : '',
      parts.includes('SA') || parts.includes('SHARE') ? 'SA' : '',
      parts.includes('ND') || parts.includes('DERIV') ? 'ND' : '',
    ].filter((term) => term !== '');
    const id = `CC ${['BY', ...terms].join('-')}${cc[2] ? ` ${cc[2]}` : ''}`;
    return { id, start: cc.index, end: cc.index + cc[0].length };
  }
  for (const { id, pattern } of named) {
    const match = pattern.exec(folded);
    if (match) return { id, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** Whether the licence frees from naming terms: public domain and CC0. */
export function isPublicDomain(id: string): boolean {
  return id === 'Public domain' || id === 'CC0 1.0';
}
