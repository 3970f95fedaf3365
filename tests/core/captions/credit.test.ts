import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCredit } from '#core/captions/credit';
import { formatCredit } from '#core/captions/format';
import { findAgency, nearAgency } from '#core/captions/gazetteer';
import { summary } from '../../helpers/credit-summary';
import { CREDIT_FORMS } from './credit-forms';

const HOUSES = ['ap', 'reuters', 'getty', 'guardian', 'npr'] as const;
/** What a house form must keep; a doubled agency and a question about spelling are what formatting settles. */
const kept = (raw: string) =>
  summary(parseCredit(raw)).replace(/(?:; )?(?:doubled: [^;]*|asks)/g, '');

describe('credit forms', () => {
  test.each(CREDIT_FORMS)('%s', (raw, fields) => {
    const credit = parseCredit(raw);
    expect(summary(credit)).toBe(fields);
    expect(credit.raw).toBe(raw);
    for (const party of credit.parties) expect(raw.slice(party.start, party.end)).toBe(party.text);
  });

  test.each(CREDIT_FORMS)('%s keeps its fields in every house form', (raw) => {
    for (const house of HOUSES) {
      expect(kept(formatCredit(parseCredit(raw), house)), house).toBe(kept(raw));
    }
  });

  test('says what it had to guess', () => {
    expect(parseCredit('Jo/Gety').questions).toEqual(['Is “Gety” Getty Images?']);
    expect(parseCredit('Jo/Gety').parties[1]).toMatchObject({ text: 'Gety', near: true });
    expect(parseCredit('Jane Roe, FTC').certain).toBe(false);
    expect(parseCredit('Jane Roe/AFP').questions).toEqual([]);
  });

  test('marks what a doubled agency leaves to cut', () => {
    const raw = 'fStop / Alamy/Alamy';
    const [range] = parseCredit(raw).doubled;
    expect(range && raw.slice(0, range.start) + raw.slice(range.end)).toBe('fStop / Alamy');
  });

  test('folds quotes, dashes and odd spaces without moving an offset', () => {
    const raw = 'Jane\u00a0O\u2019Roe\u2009/\u2009AFP \u2013 Getty\u00a0Images';
    const credit = parseCredit(raw);
    expect(summary(credit)).toBe('by: Jane O’Roe; agencies: AFP + Getty Images; via: Getty Images');
    expect(credit.parties.map((party) => raw.slice(party.start, party.end))).toEqual([
      'Jane\u00a0O\u2019Roe',
      'AFP',
      'Getty\u00a0Images',
    ]);
  });
});

describe('house forms', () => {
  test.each([
    ['JANE ROE/AP', 'ap', '(AP Photo/Jane Roe)'],
    ['Jane Roe/AP, File', 'ap', '(AP Photo/Jane Roe, File)'],
    ['Photo: Jane Roe, Reuters', 'reuters', 'REUTERS/Jane Roe'],
    ['(Jane Roe/Reuters, File)', 'reuters', 'REUTERS/Jane Roe/File Photo'],
    ['Jane Roe for Getty', 'getty', 'Photo by Jane Roe/Getty Images'],
    ['Jane Roe/AFP/Getty Images', 'getty', 'Jane Roe/AFP via Getty Images'],
    ['AFP PHOTO / JANE ROE', 'guardian', 'Photograph: Jane Roe/AFP'],
    ['Illustration by Jane Roe', 'guardian', 'Illustration: Jane Roe'],
    ['(AP Photo/Jane Roe)', 'npr', 'Jane Roe/AP'],
    ['Jane Roe — Agence France-Presse', 'npr', 'Jane Roe/AFP'],
  ] as const)('%s as %s', (raw, house, expected) => {
    expect(formatCredit(parseCredit(raw), house)).toBe(expected);
  });
});

const creators = fc.constantFrom(
  'Jane Roe',
  'Ana de la Cruz',
  'Jeon Heon-Kyun',
  'J.T. McDonald',
  'Seán O’Brien',
);
const agencies = fc.constantFrom(
  'AFP',
  'AP',
  'Reuters',
  'EPA',
  'Getty Images',
  'Shutterstock',
  'NurPhoto',
  'TNS',
  'iStock',
);
const joint = fc.constantFrom('/', ' / ', ' | ', ' - ', '—', ', ', ' via ', ', via ');
const label = fc.constantFrom(
  '',
  'Photo: ',
  'Photograph: ',
  'Photo by ',
  'Illustration: ',
  'Composite: ',
  'Credit: ',
  '© ',
);
const tail = fc.constantFrom('', ', File', ' for Harbour Holdings', ', CC BY 4.0', '/Pool');

const credits = fc
  .tuple(
    label,
    fc.uniqueArray(creators, { minLength: 1, maxLength: 3 }),
    fc.uniqueArray(agencies, { minLength: 1, maxLength: 3 }),
    joint,
    tail,
  )
  .map(([head, makers, chain, between, end]) => {
    const last = makers.at(-1) ?? '';
    const names = makers.length > 1 ? `${makers.slice(0, -1).join(', ')} and ${last}` : last;
    return `${head}${[names, ...chain].join(between)}${end}`;
  });

test('a formatted credit read again gives the same fields in every house form', () => {
  fc.assert(
    fc.property(credits, fc.constantFrom(...HOUSES), (raw, house) => {
      expect(kept(formatCredit(parseCredit(raw), house))).toBe(kept(raw));
    }),
    { numRuns: 1500 },
  );
});

test('formatting twice changes nothing', () => {
  fc.assert(
    fc.property(credits, fc.constantFrom(...HOUSES), (raw, house) => {
      const once = formatCredit(parseCredit(raw), house);
      expect(formatCredit(parseCredit(once), house)).toBe(once);
    }),
    { numRuns: 500 },
  );
});

test('never throws, never loses the raw text, and every range fits', () => {
  const bits = fc.constantFrom(
    'Photo',
    ' by ',
    '/',
    'AFP',
    ' via ',
    '(',
    ')',
    '[',
    '|',
    ',',
    '.',
    ' ',
    '\n',
    'Jane',
    '©',
    ':',
    '—',
    'for',
    '’',
    'CC BY 4.0',
    'ı',
    '😀',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(bits).map((all) => all.join('')),
      ),
      (raw) => {
        const credit = parseCredit(raw);
        expect(credit.raw).toBe(raw);
        for (const party of credit.parties) {
          expect(raw.slice(party.start, party.end)).toBe(party.text);
          expect(party.text).not.toBe('');
        }
        for (const house of HOUSES) formatCredit(credit, house);
      },
    ),
    { numRuns: 1000 },
  );
});

describe('agencies', () => {
  test.each([
    ['Agence France-Presse', 'AFP'],
    ['AFP PHOTO', 'AFP'],
    ['the associated press', 'AP'],
    ['AP file photo', 'AP'],
    ['EPA-EFE', 'EPA'],
    ['gettyimages', 'Getty Images'],
    ['The New York Times', 'The New York Times'],
    ['New York Times', 'The New York Times'],
  ])('%s is %s', (text, name) => {
    expect(findAgency(text)?.name).toBe(name);
  });

  test.each([
    ['Gety', 'Getty Images'],
    ['Getty Imgaes', 'Getty Images'],
    ['Thinksotck', 'Thinkstock'],
    ['Asociated Press', 'AP'],
    ['Shuterstock', 'Shutterstock'],
  ])('%s is nearly %s', (text, name) => {
    expect(nearAgency(text)?.name).toBe(name);
  });

  test.each(['Reuter', 'Getz', 'Betty', 'The Union', 'Magnus', 'Alami', 'EPB', 'Guardians'])(
    '%s is not nearly an agency',
    (text) => {
      expect(nearAgency(text)).toBeUndefined();
    },
  );
});
