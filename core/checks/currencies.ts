/** Signs and codes before an amount, and words behind it, with the ISO 4217 code they mean. */
const SIGNS = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['HK$', 'HKD'],
  ['NZ$', 'NZD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['NT$', 'TWD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₪', 'ILS'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₦', 'NGN'],
]);
const CODES =
  'USD EUR GBP JPY CHF CAD AUD NZD INR CNY HKD SGD SEK NOK DKK PLN CZK HUF BRL MXN ZAR TRY RUB UAH KRW ILS';
const ISO = new Set(CODES.split(' '));
const WORDS = new Map([
  ['dollar', 'USD'],
  ['euro', 'EUR'],
  ['pound', 'GBP'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['rupee', 'INR'],
  ['rouble', 'RUB'],
  ['ruble', 'RUB'],
  ['peso', 'MXN'],
  ['shekel', 'ILS'],
  ['hryvnia', 'UAH'],
  ['zloty', 'PLN'],
  ['pence', 'GBP'],
  ['p', 'GBP'],
]);
/** Whose currency a word means: "Canadian dollars", "Swiss francs". */
const WHOSE = new Map([
  ['us dollar', 'USD'],
  ['u.s. dollar', 'USD'],
  ['american dollar', 'USD'],
  ['canadian dollar', 'CAD'],
  ['australian dollar', 'AUD'],
  ['new zealand dollar', 'NZD'],
  ['hong kong dollar', 'HKD'],
  ['singapore dollar', 'SGD'],
  ['swiss franc', 'CHF'],
  ['indian rupee', 'INR'],
  ['mexican peso', 'MXN'],
  ['pound sterling', 'GBP'],
  ['danish kroner', 'DKK'],
  ['norwegian kroner', 'NOK'],
  ['swedish kronor', 'SEK'],
]);

const anyOf = (words: Iterable<string>) =>
  [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[$.]/gu, '\\$&'))
    .join('|');

/** Source of an expression for the words of currencies behind an amount, in any case. */
export const CURRENCY_WORDS = `(?:${anyOf(WHOSE.keys())}|${anyOf([...WORDS.keys()].filter((word) => word !== 'p'))}|cent)s?`;
/** The letters and signs a currency mark may end in. */
const MARK_END = /[$€£¥₹₩₽₪₺₴₦A-Z. \u00a0]$/u;
const MARK = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(?:${anyOf([...SIGNS.keys()].filter((sign) => sign.length > 1))})|[$€£¥₹₩₽₪₺₴₦]|(?<![\\p{L}\\p{N}])(?:${CODES.split(' ').join('|')}|Rs\\.?)[ \\u00a0]?)$`,
  'u',
);

/** The currency mark that ends at `at`: its length and code; null when none does. */
export function currencyMark(
  text: string,
  at: number,
): { readonly length: number; readonly code: string } | null {
  if (!MARK_END.test(text.charAt(at - 1))) return null;
  const mark = MARK.exec(text.slice(Math.max(0, at - 6), at))?.[0];
  if (mark === undefined) return null;
  const name = mark.trim();
  const code = SIGNS.get(name) ?? (ISO.has(name) ? name : 'INR');
  return { length: mark.length, code };
}

/** What a currency word comes to: its code (null for cents, whose currency is open) and its share of the whole unit. */
export function currencyWord(
  word: string,
): { readonly code: string | null; readonly share: number } | null {
  const small = word.toLowerCase().replaceAll('\u00a0', ' ');
  const one = small.replace(/s(?= sterling$)|s$/u, '');
  if (one === 'cent') return { code: null, share: 0.01 };
  if (small === 'pence' || small === 'p') return { code: 'GBP', share: 0.01 };
  const code = WHOSE.get(one) ?? WHOSE.get(small) ?? WORDS.get(one) ?? null;
  if (code !== null) return { code, share: 1 };
  return ISO.has(word) ? { code: word, share: 1 } : null;
}

/** The codes, for an expression. */
export const CURRENCY_CODES = CODES.split(' ').join('|');
