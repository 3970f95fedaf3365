/** Month names in the languages the importer knows, by number. Dots and case are folded before the look-up. */
const MONTHS: readonly string[] = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari januar stycznia ledna',
  'february feb februar feber février févr fév febrero febbraio febb fevereiro fev februari lutego února',
  'march mar märz mär mrz mars marzo março maart marca března',
  'april apr avril avr abril abr aprile kwietnia dubna',
  'may mai mayo maggio mag maio mei maj maja května',
  'june jun juni juin junio giugno giu junho czerwca června',
  'july jul juli juillet juil julio luglio lug julho lipca července',
  'august aug août agosto ago augustus augusti sierpnia srpna',
  'september sept sep septembre septiembre settembre sett set setembro września září',
  'october oct oktober okt octobre octubre ottobre ott outubro out października října',
  'november nov novembre noviembre novembro listopada listopadu',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia prosince',
];

const monthNumber = new Map(
  MONTHS.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

/** A date found in a line, with where it stands. */
export interface FoundDate {
  /** yyyy-mm-dd. */
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

const FORMS: readonly (readonly [
  RegExp,
  readonly ['y' | 'm' | 'd', 'y' | 'm' | 'd', 'y' | 'm' | 'd'],
])[] = [
  [/\b(\d{4})-(\d{2})-(\d{2})(?!\d)/u, ['y', 'm', 'd']],
  [
    /(?<![\p{L}\d])(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})(?!\d)/u,
    ['m', 'd', 'y'],
  ],
  [
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?\s+(?:de\s+|d['’])?(\p{L}{3,10})\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)/u,
    ['d', 'm', 'y'],
  ],
  [/(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/u, ['d', 'm', 'y']],
];

/** The first full date (day, month, year) in a short text; null when there is none that the calendar knows. */
export function findDate(text: string): FoundDate | null {
  if (text.length > 400) return null;
  for (const [form, parts] of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const value = { y: 0, m: 0, d: 0 };
    parts.forEach((part, at) => {
      const piece = (match[at + 1] ?? '').toLowerCase();
      value[part] = /^\d+$/.test(piece) ? Number(piece) : (monthNumber.get(piece) ?? 0);
    });
    const iso = isoDate(value.y, value.m, value.d);
    if (iso) return { iso, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1600 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > days) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const AROUND =
  /(?<!\p{L})(published|posted|updated|last|modified|created|on|at|date|edited|first|veröffentlicht|aktualisiert|stand|am|um|uhr|publié|mis à jour|modifié|le|à|publicado|actualizado|el|a las|pubblicato|aggiornato|il|alle|gepubliceerd|bijgewerkt|op|om|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thur?s?|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|a\.?m|p\.?m|h|gmt|utc|bst|cet|cest|[ecmp][ds]?t|hrs?|hours?|min|ago)(?!\p{L})/giu;

/** The date of a line that says nothing else ("Published 12:04 PM EDT, Tue March 5, 2024"); null otherwise. */
export function dateLine(text: string): { readonly iso: string; readonly updated: boolean } | null {
  if (text.length > 120) return null;
  const found = findDate(text);
  if (!found) return null;
  const rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`
    .replace(AROUND, ' ')
    .replace(/\p{L}+/gu, (word) => (findDateWord(word) ? '' : word))
    .replace(/[\d\s\p{P}\p{S}]+/gu, '');
  if (rest.length > 0) return null;
  const updated =
    /^\W*(last )?(updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|bijgewerkt)/iu.test(
      text,
    );
  return { iso: found.iso, updated };
}

function findDateWord(word: string): boolean {
  return monthNumber.has(word.toLowerCase());
}

/** Clock time alone on a line, as live blogs print above their posts. */
export function isTimeLine(text: string): boolean {
  return /^\d{1,2}[:.h]\d{2}(\s?(a\.?m\.?|p\.?m\.?|uhr|[A-Z]{2,4}))?$/iu.test(text);
}
