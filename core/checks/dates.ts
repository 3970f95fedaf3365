import type { Range } from './analysis';

/** A date as printed. Parts that are not printed are null; what is printed need not exist in the calendar. */
export interface DateMention extends Range {
  readonly year: number | null;
  /** 1–12. */
  readonly month: number;
  readonly day: number | null;
  /** "Oct. 13-15": the last of several days in one month; null for a single day. */
  readonly lastDay: number | null;
  /** 0 Sunday … 6 Saturday, when a weekday stands beside the date. */
  readonly weekday: number | null;
  /** Where the weekday, the month and the day are printed; month null in figures. */
  readonly weekdayAt: Range | null;
  readonly monthAt: Range | null;
  readonly dayAt: Range | null;
  readonly form: 'month-day' | 'day-month' | 'month-year' | 'iso' | 'figures';
  /** The day carries "st", "nd", "rd", "th". */
  readonly ordinal: boolean;
  /** Several weekdays go before it ("Saturday and Sunday, Oct. 3 and 4"): the weekday need not be this day's. */
  readonly shared: boolean;
}

const ENGLISH =
  'January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug September|Sept|Sep October|Oct November|Nov December|Dec';
const OTHER_MONTHS = [
  'Januar Februar März|Maerz April Mai Juni Juli August September Oktober|Okt November Dezember|Dez',
  'janvier|janv février|févr mars avril|avr mai juin juillet|juil août septembre octobre novembre décembre|déc',
  'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'januar februar mars april mai|maj juni juli august|augusti september oktober november desember|december',
];
const WEEKDAYS = [
  'Sunday|Sun Monday|Mon Tuesday|Tues|Tue Wednesday|Wed Thursday|Thurs|Thur|Thu Friday|Fri Saturday|Sat',
  'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag|Sonnabend',
  'dimanche lundi mardi mercredi jeudi vendredi samedi',
  'domingo lunes martes miércoles jueves viernes sábado',
  'domenica lunedì martedì mercoledì giovedì venerdì sabato',
  'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag',
  'søndag|söndag mandag|måndag tirsdag|tisdag onsdag torsdag fredag lørdag|lördag',
];

function table(lists: readonly string[], first: number): ReadonlyMap<string, number> {
  const entries = lists.flatMap((list) =>
    list
      .split(' ')
      .flatMap((forms, index) => forms.split('|').map((form) => [form, index + first] as const)),
  );
  return new Map(entries);
}

const MONTH_OF = table([ENGLISH, ...OTHER_MONTHS], 1);
const WEEKDAY_OF = table(WEEKDAYS, 0);
const anyOf = (words: Iterable<string>) =>
  [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
const EN_MONTH = `(?:${anyOf(table([ENGLISH], 1).keys())})`;
const ANY_MONTH = `(?:${anyOf(MONTH_OF.keys())})`;
const WEEKDAY = `(?:${anyOf(WEEKDAY_OF.keys())})`;
const YEAR = '(?:1[0-9]|20|21)\\d\\d';
const EDGE = '(?![\\p{L}\\p{N}])';

const DATE = new RegExp(
  [
    `(?<m1>${EN_MONTH})(?:\\.|${EDGE}) ?(?<=[ .])(?:the )?(?<d1>\\d{1,2})(?<o1>st|nd|rd|th)?(?:[-–](?<l1>\\d{1,2})(?!\\d))?(?![\\p{L}\\p{N}%:]|[.,]\\d)(?:,? (?<y1>${YEAR})${EDGE})?`,
    `(?:(?<![\\p{L}\\p{N}.,/$€£-])(?<d0>\\d{1,2})[-–](?=\\d{1,2} \\p{Lu})|(?<![\\p{L}\\p{N}.,/$€£-]))(?<d2>\\d{1,2})(?<o2>st|nd|rd|th|er|\\.|º|ª)?(?: (?:of|de|di))? (?<m2>${ANY_MONTH})(?:\\.|${EDGE})(?:,? (?:de |del )?(?<y2>${YEAR})${EDGE})?`,
    `(?<m3>${EN_MONTH})(?:\\.|${EDGE}),? (?:of )?(?<y3>${YEAR})${EDGE}`,
    `(?<![\\p{L}\\p{N}/.-])(?<y4>${YEAR})(?<s4>[-/])(?<m4>\\d\\d)\\k<s4>(?<d4>\\d\\d)(?![\\p{N}/-])`,
    `(?<![\\p{L}\\p{N}/.-])(?<a>\\d{1,2})(?<s>[/.])(?<b>\\d{1,2})\\k<s>(?<y5>${YEAR})(?![\\p{L}\\p{N}/]|-\\d)`,
  ]
    .map((part) => `(?:${part})`)
    .join('|'),
  'gu',
);
/** A figure, and the beginning of a month’s name or a date in figures: without them nothing is tried. */
const HINT =
  /\d[/.-]\d|\b(?:Apr|Aug|Dec|Dez|Feb|Jan|Jul|Jun|Mae|Mai|Mar|May|Mär|Nov|Oct|Okt|Sep|abr|ago|aoû|apr|aug|avr|dec|des|dez|dic|déc|ene|feb|fev|fév|gen|giu|jan|jui|jul|jun|lug|maa|mag|mai|maj|mar|may|mei|nov|oct|okt|ott|out|sep|set)/iu;
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}-])(${WEEKDAY})\\.?(?:,? |,? \\(|,? (?:the|den|le|el|dem) )$`,
  'u',
);
const AFTER = new RegExp(`^,? \\(?(${WEEKDAY})${EDGE}`, 'u');
const JOINED = new RegExp(
  `${WEEKDAY}\\.?(?:,? (?:and|or|to|through|until|und|et|y|e|bis) |, | ?[-–—&/] ?)$`,
  'u',
);
const REACH = 40;

/** Dates with a month, in order: "Oct. 13, 2009", "13 October", "October 2009", "2009-10-13", "13/10/2009", "Oct. 13-15"; seven languages. */
export function readDates(text: string): readonly DateMention[] {
  if (!/\d/u.test(text) || !HINT.test(text)) return [];
  const found: DateMention[] = [];
  for (const match of text.matchAll(DATE)) {
    const start = match.index;
    const monthFirst = match.groups?.['m1'] ?? match.groups?.['m3'];
    // "Remarch 3": a month begins a word.
    if (monthFirst && /[\p{L}\p{N}]/u.test(text.charAt(start - 1))) continue;
    const date = read(match, start);
    if (date) found.push(withWeekday(text, date));
  }
  return found;
}

type Bare = Omit<DateMention, 'weekday' | 'weekdayAt' | 'shared'>;

function read(match: RegExpExecArray | RegExpMatchArray, start: number): Bare | null {
  const [whole] = match;
  const g = match.groups ?? {};
  const end = start + whole.length;
  const name = g['m1'] ?? g['m2'] ?? g['m3'];
  const dayText = g['d1'] ?? g['d0'] ?? g['d2'];
  const last = g['l1'] ?? (g['d0'] === undefined ? undefined : g['d2']);
  const lastDay = last === undefined ? null : Number(last);
  const year = g['y1'] ?? g['y2'] ?? g['y3'] ?? g['y4'] ?? g['y5'];
  const base = { start, end, year: year === undefined ? null : Number(year) };
  if (name !== undefined) {
    const month = MONTH_OF.get(name) ?? 0;
    const monthFrom = start + whole.indexOf(name);
    const dot = whole.charAt(monthFrom - start + name.length) === '.' ? 1 : 0;
    const monthAt = { start: monthFrom, end: monthFrom + name.length + dot };
    if (dayText === undefined) {
      return {
        ...base,
        month,
        day: null,
        lastDay,
        monthAt,
        dayAt: null,
        form: 'month-year',
        ordinal: false,
      };
    }
    // Behind the last of two days, the ending is not the first one's.
    const suffix = g['o1'] ?? (g['d0'] === undefined ? (g['o2'] ?? '') : '');
    const dayFrom =
      g['d1'] === undefined
        ? start
        : monthAt.end + whole.slice(monthAt.end - start).indexOf(dayText);
    const dayAt = { start: dayFrom, end: dayFrom + dayText.length + suffix.length };
    const form = g['d1'] === undefined ? 'day-month' : 'month-day';
    const ordinal = /^(?:st|nd|rd|th)$/u.test(suffix);
    return { ...base, month, day: Number(dayText), lastDay, monthAt, dayAt, form, ordinal };
  }
  const figures = { lastDay: null, monthAt: null, dayAt: null, ordinal: false };
  if (g['m4'] !== undefined) {
    return { ...base, ...figures, month: Number(g['m4']), day: Number(g['d4']), form: 'iso' };
  }
  const [a, b] = [Number(g['a']), Number(g['b'])];
  // Day first unless only month first can be: 10/13/2009.
  const monthFirst = b > 12 && a <= 12;
  return {
    ...base,
    ...figures,
    month: monthFirst ? a : b,
    day: monthFirst ? b : a,
    form: 'figures',
  };
}

function withWeekday(text: string, date: Bare): DateMention {
  const none = { ...date, weekday: null, weekdayAt: null, shared: false };
  if (date.day === null) return none;
  const from = Math.max(0, date.start - REACH);
  const before = text.slice(from, date.start);
  const ahead = BEFORE.exec(before);
  if (ahead?.[1]) {
    const start = from + ahead.index;
    const lead = text.slice(Math.max(0, start - REACH), start);
    // "The Sun, Oct. 13": a newspaper.
    if (/^(?:Sun|Sat|Mon)$/u.test(ahead[1]) && /\b[Tt]he $/u.test(lead)) return none;
    const weekdayAt = { start, end: start + ahead[1].length };
    return {
      ...date,
      weekday: WEEKDAY_OF.get(ahead[1]) ?? null,
      weekdayAt,
      shared: JOINED.test(lead),
    };
  }
  const behind = AFTER.exec(text.slice(date.end, date.end + 24));
  // Behind the date only in brackets: "on Oct. 13, Tuesday’s match" speaks of another day.
  if (behind?.[1] && /\($/u.test(behind[0].slice(0, -behind[1].length))) {
    const start = date.end + behind[0].length - behind[1].length;
    const weekdayAt = { start, end: start + behind[1].length };
    return { ...date, weekday: WEEKDAY_OF.get(behind[1]) ?? null, weekdayAt, shared: false };
  }
  return none;
}

/** Days of a month (1–12) in a year of the Gregorian calendar; in an unknown year February has 29. */
export function daysInMonth(month: number, year: number | null): number {
  if (month === 2) {
    const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
    return leap ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Weekday of a Gregorian date: 0 Sunday … 6 Saturday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** Days from one ISO date to a day of the calendar; negative when it lies before. */
export function daysFrom(iso: string, year: number, month: number, day: number): number {
  const from = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Math.round((Date.UTC(year, month - 1, day) - from) / 86_400_000);
}

const NAMES = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const SHORT = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/** "Tuesday". */
export function weekdayName(weekday: number): string {
  return NAMES[weekday] ?? '';
}

/** "13 Oct. 2009", in the short form of lists. */
export function shortDate(year: number, month: number, day: number): string {
  return `${day} ${SHORT[month - 1] ?? ''} ${year}`;
}

/** "February". */
export function monthName(month: number): string {
  return ENGLISH.split(' ')[month - 1]?.split('|')[0] ?? '';
}
