import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charsetRepair } from '#core/captions/charset';

/** Reads a text's UTF-8 bytes by another charset, as a program does that takes them for it. */
function misread(text: string, charset: string, encode: (text: string) => Uint8Array): string {
  return new TextDecoder(charset).decode(encode(text));
}
const utf8 = (text: string) => new TextEncoder().encode(text);
/** The bytes of a text in a one-byte charset; every letter of it must be in there. */
function oneByte(charset: string) {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder(charset).decode(Uint8Array.of(byte)),
      byte,
    ]),
  );
  return (text: string) =>
    Uint8Array.from([...text], (letter) => {
      const byte = table.get(letter);
      if (byte === undefined) throw new Error(`${letter} is not in ${charset}`);
      return byte;
    });
}

const LATIN = 'Zoë Núñez öppnar Teknikens värld – «idag» i Ålesund';
const CYRILLIC = 'Мэр Анна Серова на причале, «Паром»';

describe('letters in the wrong charset', () => {
  it.each([
    ['windows-1252', LATIN, 'UTF-8 read as Windows-1252'],
    ['windows-1252', CYRILLIC, 'UTF-8 read as Windows-1252'],
    ['windows-1252', '市长在码头 🌃', 'UTF-8 read as Windows-1252'],
    ['macintosh', LATIN, 'UTF-8 read as Mac Roman'],
    ['windows-1251', CYRILLIC, 'UTF-8 read as Windows-1251'],
    ['windows-1251', LATIN, 'UTF-8 read as Windows-1251'],
  ])('UTF-8 read as %s: %s', (charset, text, how) => {
    const damaged = misread(text, charset, utf8);
    expect(damaged).not.toBe(text);
    expect(charsetRepair(damaged)).toEqual({ how, text });
  });

  it.each(['windows-1252', 'macintosh', 'windows-1251'])('twice read as %s', (charset) => {
    const once = misread('Foto: Zoë Núñez', charset, utf8);
    const twice = misread(once, charset, utf8);
    expect(charsetRepair(twice)?.text).toBe('Foto: Zoë Núñez');
  });

  it('Windows-1251 and Mac Roman read as Latin', () => {
    const russian = misread(CYRILLIC, 'windows-1252', oneByte('windows-1251'));
    expect(charsetRepair(russian)).toEqual({ how: 'Windows-1251 read as Latin', text: CYRILLIC });
    const mac = misread('Le café de la forêt, naïve', 'windows-1252', oneByte('macintosh'));
    expect(charsetRepair(mac)).toEqual({
      how: 'Mac Roman read as Latin',
      text: 'Le café de la forêt, naïve',
    });
  });

  it('repairs a part and leaves the rest', () => {
    expect(charsetRepair('Teknikens vÃ¤rld, Ålesund – früh')?.text).toBe(
      'Teknikens värld, Ålesund – früh',
    );
  });

  it('has nothing to say where letters are lost', () => {
    expect(charsetRepair('Teknikens v\ufffdrld')).toBeNull();
  });

  it('leaves whole texts alone, in any script', () => {
    const whole = [
      ...[LATIN, CYRILLIC, 'رئيسة البلدية عند الرصيف', '市长周一在码头讲话。', 'Żółw, Łódź, ěščř'],
      ...['© 2026 Jo Lee – “Quay” …', 'Ça, où? À l’été, Noël', 'Öl für Århus: ÅÄÖ', '25 °C, ½ £5'],
      ...['naïve façade, £3 – 4 %', 'Ærø, Ø', 'É.', 'ÀÉÎ', 'Пётр, ёлка', 'Ελλάδα', 'São João'],
      ...['Ståle Å. Ås', 'Ö.', 'Þórður Ægir', 'İstanbul’da ışık', 'Hà Nội, Đà Nẵng', '🌃👩‍👧'],
    ];
    for (const text of whole) expect(charsetRepair(text), text).toBeNull();
  });

  it('is undone whatever the words', () => {
    const words = fc
      .array(fc.constantFrom('Núñez', 'Ålesund', 'fährt', 'quay', 'Łódź', '2026,', '–', 'é'), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => parts.join(' '))
      .filter((text) => [...text].some((letter) => letter > '\u007f'));
    fc.assert(
      fc.property(words, (text) => {
        expect(charsetRepair(misread(text, 'windows-1252', utf8))?.text).toBe(text);
        expect(charsetRepair(text)).toBeNull();
      }),
      { numRuns: 400 },
    );
  });
});
