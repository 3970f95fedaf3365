import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeCredit, splitCaptionCredit } from '#core/captions/split';

describe('caption and credit', () => {
  test.each([
    // The bar: the right side has its own creator, or the left a verb or a date.
    [
      'Ana Reis, Jo Lee, May 4, 2011 | TOM DAY/AFP/Getty Images',
      'Ana Reis, Jo Lee, May 4, 2011',
      'TOM DAY/AFP/Getty Images',
      'pipe',
    ],
    ['Ana Reis | Tom Day/AFP', 'Ana Reis', 'Tom Day/AFP', 'pipe'],
    [
      'Ana Reis waves to the crowd | Getty Images',
      'Ana Reis waves to the crowd',
      'Getty Images',
      'pipe',
    ],
    [
      'Ana Reis, at the harbour | photo by Tom Day',
      'Ana Reis, at the harbour',
      'photo by Tom Day',
      'pipe',
    ],
    // Agencies only behind one bare name: all of it is the credit.
    ['Naccache | Bloomberg | Getty Images', '', 'Naccache | Bloomberg | Getty Images', null],
    ['Tom Day | Getty Images', '', 'Tom Day | Getty Images', null],
    // New line, brackets, labels.
    ['Ana Reis opens the pier.\nTom Day/AFP', 'Ana Reis opens the pier.', 'Tom Day/AFP', 'newline'],
    [
      'Ana Reis opens the pier. (AP Photo/Tom Day, File)',
      'Ana Reis opens the pier.',
      '(AP Photo/Tom Day, File)',
      'parenthesis',
    ],
    ['Ana Reis opens the pier. (AP)', 'Ana Reis opens the pier.', '(AP)', 'parenthesis'],
    [
      'Ana Reis opens the pier [SpaceX via Nasa]',
      'Ana Reis opens the pier',
      '[SpaceX via Nasa]',
      'parenthesis',
    ],
    [
      'Ana Reis opens the pier. Photograph: Tom Day/EPA',
      'Ana Reis opens the pier.',
      'Photograph: Tom Day/EPA',
      'label',
    ],
    [
      'Ana Reis opens the pier in Porto Credit: EPA',
      'Ana Reis opens the pier in Porto',
      'Credit: EPA',
      'label',
    ],
    [
      'Ana Reis opens the pier. Credit Tom Day/The New York Times',
      'Ana Reis opens the pier.',
      'Credit Tom Day/The New York Times',
      'label',
    ],
    [
      'Ana Reis in 1987. Photo illustration by Slate. Photo by Tom Day.',
      'Ana Reis in 1987.',
      'Photo illustration by Slate. Photo by Tom Day.',
      'label',
    ],
    ['Ana Reis Submitted photo', 'Ana Reis', 'Submitted photo', 'label'],
    [
      'Ana Reis opens the pier. Courtesy of the Harbour Museum',
      'Ana Reis opens the pier.',
      'Courtesy of the Harbour Museum',
      'label',
    ],
    // Glued.
    [
      'Ana Reis opens the pier in MayCredit: EPA',
      'Ana Reis opens the pier in May',
      'Credit: EPA',
      'glued',
    ],
    [
      'Ana Reis opens the pier.Photograph: Tom Day/AFP',
      'Ana Reis opens the pier.',
      'Photograph: Tom Day/AFP',
      'glued',
    ],
    // Behind the last sentence.
    [
      'Ana Reis opens the pier. REUTERS/Tom Day',
      'Ana Reis opens the pier.',
      'REUTERS/Tom Day',
      'sentence',
    ],
    [
      'Ana Reis opens the pier. Tom Day/AFP/Getty Images',
      'Ana Reis opens the pier.',
      'Tom Day/AFP/Getty Images',
      'sentence',
    ],
    [
      'Ana Reis opens the pier REUTERS/Tom Day',
      'Ana Reis opens the pier',
      'REUTERS/Tom Day',
      'agency',
    ],
    // Only one of the two.
    ['Ana Reis opens the pier.', 'Ana Reis opens the pier.', '', null],
    ['Photograph: Tom Day/EPA', '', 'Photograph: Tom Day/EPA', null],
    ['Tom Day/AFP', '', 'Tom Day/AFP', null],
    ['Ana Reis', 'Ana Reis', '', null],
    // Nothing of this is a credit.
    [
      'Image: Ana Reis has agreed to open the pier',
      'Image: Ana Reis has agreed to open the pier',
      '',
      null,
    ],
    [
      'Ana Reis says Reuters and AFP were barred.',
      'Ana Reis says Reuters and AFP were barred.',
      '',
      null,
    ],
    ['News | Sports', 'News | Sports', '', null],
    [
      'Ana Reis shows OpenPhoto: an app for fishermen',
      'Ana Reis shows OpenPhoto: an app for fishermen',
      '',
      null,
    ],
    [
      'Ana Reis of the European Space Agency (ESA)',
      'Ana Reis of the European Space Agency (ESA)',
      '',
      null,
    ],
  ] as const)('%s', (text, caption, credit, sep) => {
    const split = splitCaptionCredit(text);
    expect([split.caption, split.credit, split.sep]).toEqual([caption, credit, sep]);
    expect(split.certain).toBe(true);
  });

  test('FILE PHOTO is a flag, the agency’s chain behind it the credit', () => {
    const split = splitCaptionCredit(
      'FILE PHOTO: Ana Reis opens the pier in Porto. REUTERS/Tom Day',
    );
    expect(split).toMatchObject({
      flag: 'FILE PHOTO:',
      caption: 'Ana Reis opens the pier in Porto.',
      credit: 'REUTERS/Tom Day',
    });
    expect(splitCaptionCredit('FILE - Ana Reis waves.').flag).toBe('FILE -');
  });

  test('asks where the bar can be read in two ways', () => {
    const split = splitCaptionCredit('Ana Reis, Jo Lee | Getty Images');
    expect(split.certain).toBe(false);
    expect(split.question).toBe('Is “Ana Reis, Jo Lee” the caption, or part of the credit?');
  });

  test('keeps every character: both ranges are slices, in order, and nothing but separators lies outside', () => {
    const bits = fc.constantFrom(
      'Ana Reis ',
      'opens ',
      'the pier',
      '. ',
      ' | ',
      'Photo: ',
      'Tom Day',
      '/AFP',
      '\n',
      '(',
      ')',
      'Credit: EPA',
      'FILE - ',
      '\u00a0',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 14 }), (all) => {
        const text = all.join('');
        const { caption, credit, captionRange, creditRange, flag } = splitCaptionCredit(text);
        expect(text.slice(captionRange.start, captionRange.end)).toBe(caption);
        expect(text.slice(creditRange.start, creditRange.end)).toBe(credit);
        const rest = text.length - caption.length - credit.length - (flag?.length ?? 0);
        const letters = (part: string) => part.replace(/[^\p{L}]/gu, '').length;
        expect(letters(caption) + letters(credit) + letters(flag ?? '')).toBe(letters(text));
        expect(rest).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('work grows with the length, not with its square', () => {
    const long = `${'Photo: a, by (Credit | AFP. '.repeat(40_000)}Photograph: Tom Day/EPA`;
    expect(splitCaptionCredit(long).credit.length).toBeLessThan(400);
  });
});

describe('credit lines', () => {
  test.each([
    'AP',
    'The Associated Press',
    'Tom Day/Reuters',
    'Photo by Tom Day.',
    '(AP Photo/Tom Day)',
    'annaz, iStock, Thinkstock',
    'Image courtesy of GSA.',
    'Submitted photo',
  ])('%s is one', (text) => {
    expect(looksLikeCredit(text)).toBe(true);
  });
  test.each([
    '',
    'Tom Day',
    'Time',
    'The pier opened on Monday.',
    'Reuters reported the opening on Monday.',
    'A photo by Tom Day shows how the pier was built, and Reuters bought it.',
    'Ana Reis, Jo Lee, May 4, 2011',
    'From our 2011 research',
  ])('%s is none', (text) => {
    expect(looksLikeCredit(text)).toBe(false);
  });
});
