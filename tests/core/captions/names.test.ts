import { describe, expect, test } from 'vitest';
import { creditDifference, creditsAgree } from '#core/captions/agree';
import { looksLikeName, normaliseCreator } from '#core/captions/creator-names';

describe('creators in capitals', () => {
  test.each([
    ['JIM WATSON', 'Jim Watson'],
    ['Jim WATSON', 'Jim Watson'],
    ['SEAN MCDONALD', 'Sean McDonald'],
    ['PATRICK O’BRIEN', 'Patrick O’Brien'],
    ["PATRICK O'BRIEN", "Patrick O'Brien"],
    ['ANN MACDONALD', 'Ann MacDonald'],
    ['ANA MACHADO', 'Ana Machado'],
    ['EMMANUEL MACRON', 'Emmanuel Macron'],
    ['J.T. WALSH', 'J.T. Walsh'],
    ['JT WALSH', 'JT Walsh'],
    ['ED LEE', 'Ed Lee'],
    ['JANE Q. ROE', 'Jane Q. Roe'],
    ['JOSE DE LA CRUZ', 'Jose de la Cruz'],
    ['JAN VAN DER BERG', 'Jan van der Berg'],
    ['OMAR AL-SAYED', 'Omar al-Sayed'],
    ['JEON HEON-KYUN', 'Jeon Heon-Kyun'],
    ['MARÍA ÁLVAREZ', 'María Álvarez'],
    ['HENRY ROE III', 'Henry Roe III'],
    ['evgenyb', 'evgenyb'],
    ['@JaneRoe', '@JaneRoe'],
    ['VLADGRIN', 'VLADGRIN'],
    ['Annick deGooyer', 'Annick deGooyer'],
    ['Jane McRoe', 'Jane McRoe'],
  ])('%s → %s', (printed, name) => {
    expect(normaliseCreator(printed)).toBe(name);
    expect(normaliseCreator(name)).toBe(name);
  });

  test.each([
    'Jane Roe',
    'J. T. Roe',
    'Ana de la Cruz',
    'Omar al-Sayed',
    'Moseley',
    'Annick deGooyer',
  ])('%s can be a person', (text) => {
    expect(looksLikeName(text)).toBe(true);
  });
  test.each(['a team from each agency', 'July 2023', 'the pier', ''])('%s cannot', (text) => {
    expect(looksLikeName(text)).toBe(false);
  });
});

describe('agreement', () => {
  test.each([
    ['JIM WATSON/AFP/Getty Images', 'Jim Watson / AFP via Getty Images'],
    ['Photo: Jane Roe, AP', '(AP Photo/Jane Roe)'],
    ['Jane Roe/Agence France-Presse — Getty Images', 'Jane Roe/AFP'],
    ['ROE/Bloomberg', 'Jane Roe | Bloomberg | Getty Images'],
    ['Sébastien Roe/EPA-EFE', 'SEBASTIEN ROE/EPA'],
    ['J. Roe/AP', 'Jane Roe/AP'],
    ['AFP', 'Jane Roe/AFP'],
    ['', 'Jane Roe/AFP'],
  ])('%s agrees with %s', (a, b) => {
    expect(creditsAgree(a, b)).toBe(true);
    expect(creditsAgree(b, a)).toBe(true);
  });

  test.each([
    ['EPA', 'AFP', 'agency'],
    ['Jane Roe/AFP', 'Tom Day/AFP', 'creator'],
    ['Jane Roe/AFP', 'John Roe/AFP', 'creator'],
    ['Jane Roe/AFP/Getty Images', 'Jane Roe/EPA', 'agency'],
  ])('%s does not agree with %s', (a, b, what) => {
    expect(creditDifference(a, b)?.what).toBe(what);
  });
});
