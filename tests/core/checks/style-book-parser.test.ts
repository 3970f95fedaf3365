import { describe, expect, it } from 'vitest';
import { parseStyleBook, wordId } from '#core/checks/style-book-parser';

const problems = (text: string, checks?: ReadonlySet<string>) =>
  parseStyleBook(text, 'desk.yaml', checks).problems.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );

const HEAD = 'id: desk\ntitle: The desk\n';

describe('style book parser', () => {
  it('reads a whole book', () => {
    const parsed = parseStyleBook(
      `${HEAD}extends: ap
language: en-GB
creditForm: reuters
source: Desk rules, 2031
checks:
  number-small: off
  hed-length: error
limits: { headline: 80 }
options: { serialComma: always, numberWordsTo: 10 }
words:
  - find: Web Desk
    replace: web desk
    matchCase: true
  - find: impactful
    note: Say what changed.
    source: The chief
dropWords: [grey]
lexicon: { add: [quayside], remove: [wharf] }
`,
      'desk.yaml',
    );
    expect(parsed.problems).toEqual([]);
    expect(parsed).toMatchObject({
      id: 'desk',
      extends: 'ap',
      book: {
        title: 'The desk',
        language: 'en-GB',
        creditForm: 'reuters',
        checks: { 'number-small': 'off', 'hed-length': 'error' },
        limits: { headline: 80 },
        options: { serialComma: 'always', numberWordsTo: 10 },
        dropWords: ['grey'],
        lexicon: { add: ['quayside'], remove: ['wharf'] },
      },
    });
    expect(parsed.book.words).toEqual([
      {
        id: 'Web-Desk',
        find: 'Web Desk',
        replace: ['web desk'],
        class: 'amend',
        severity: 'warning',
        note: '',
        source: 'Desk rules, 2031',
        wholeWord: true,
        matchCase: true,
      },
      {
        id: 'impactful',
        find: 'impactful',
        replace: [],
        class: 'review',
        severity: 'suggestion',
        note: 'Say what changed.',
        source: 'The chief',
        wholeWord: true,
        matchCase: false,
      },
    ]);
  });

  const cases: readonly [string, string, string][] = [
    ['broken YAML', `${HEAD}words: [`, '3:9 '],
    ['text that is no book', 'Just a note.', '1:1 A style book is a list of keys'],
    ['an empty file', '', '1:1 A style book is a list of keys'],
    ['a missing id', 'title: x', '1:1 id is missing'],
    ['an id with spaces', 'id: My Desk', '1:5 id must be small letters'],
    ['an unknown key', `${HEAD}colour: red`, '3:1 There is no key colour here'],
    [
      'an unknown key of a row',
      `${HEAD}words:\n  - find: a\n    swap: b\n    source: x`,
      '5:5 There is no key swap',
    ],
    ['a wrong type', `${HEAD}limits:\n  headline: long`, '4:13 limits, headline must be a number'],
    [
      'a limit of none',
      `${HEAD}limits:\n  headline: 0`,
      '4:13 limits, headline must be above zero',
    ],
    ['a kind there is not', `${HEAD}limits:\n  footnote: 9`, '4:3 footnote is not a kind of text'],
    [
      'a bad severity',
      `${HEAD}checks:\n  hed-length: fatal`,
      '4:15 checks, hed-length must be off, error, warning or suggestion',
    ],
    ['a credit form there is not', `${HEAD}creditForm: bbc`, '3:13 creditForm must be ap,'],
    ['an unknown option', `${HEAD}options:\n  oxford: true`, '4:3 There is no option oxford'],
    [
      'a wrong option value',
      `${HEAD}options:\n  serialComma: sometimes`,
      '4:3 The option serialComma must be always, never or either',
    ],
    [
      'a row without a source',
      `${HEAD}words:\n  - find: a\n    replace: b`,
      '4:11 “a” needs a source',
    ],
    [
      'a row listed twice',
      `${HEAD}source: x\nwords:\n  - find: web site\n    replace: website\n  - find: Web Site\n    replace: site`,
      '7:11 “Web Site” is listed twice: row 1 has it too',
    ],
    [
      'a swap for itself',
      `${HEAD}source: x\nwords:\n  - find: a\n    replace: a`,
      '6:14 “a” is replaced by itself',
    ],
    [
      'an amendment without words',
      `${HEAD}source: x\nwords:\n  - find: a\n    class: amend`,
      '6:12 “a” is to be amended but has no replacement',
    ],
    ['a key given twice', `${HEAD}title: again`, '3:1 '],
    ['a list where text belongs', `${HEAD}language: [en]`, '3:11 language must be a text'],
  ];
  for (const [what, text, start] of cases) {
    it(`reports ${what} with its place`, () => {
      const [first = ''] = problems(text);
      expect(first.slice(0, start.length)).toBe(start);
    });
  }

  it('knows the checks it is told of', () => {
    const text = `${HEAD}checks:\n  hed-length: off\n  hed-lenght: off`;
    expect(problems(text, new Set(['hed-length']))).toEqual(['5:3 There is no check hed-lenght']);
    expect(problems(text)).toEqual([]);
  });

  it('reports every mistake, in the order of the file', () => {
    const found = problems(`${HEAD}colour: red\nlimits: { alt: no }\nextends: 5\n`);
    expect(found.map((problem) => problem.split(':')[0])).toEqual(['3', '4', '5']);
  });

  it('keeps id and parent of a book that is wrong elsewhere', () => {
    expect(parseStyleBook('id: desk\nextends: ap\nx: 1', 'f')).toMatchObject({
      id: 'desk',
      extends: 'ap',
    });
  });

  it('stops at aliases that grow without end', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]`;
    expect(problems(bomb)[0]).toMatch(/^1:1 The file cannot be read/);
  });

  it('names rows by their words', () => {
    expect(wordId('web site', false)).toBe('web-site');
    expect(wordId('U.S.', true)).toBe('U-S');
    expect(wordId('--', false)).toBe('--');
  });

  it('reads Harper’s rules for the book and for kinds of block', () => {
    const text = `${HEAD}harper:
  rules: { OxfordComma: off, DotInitialisms: on }
  kinds:
    headline: { AnA: off }
`;
    const parsed = parseStyleBook(text, 'desk.yaml');
    expect(parsed.problems).toEqual([]);
    expect(parsed.book.harper).toEqual({
      rules: { OxfordComma: false, DotInitialisms: true },
      kinds: { headline: { AnA: false } },
    });
    expect(parseStyleBook(HEAD, 'desk.yaml').book.harper).toEqual({ rules: {}, kinds: {} });
  });

  it.each([
    ['harper:\n  rules:\n    OxfordComa: off\n', '5:5 Harper has no rule OxfordComa'],
    ['harper:\n  kinds:\n    dek:\n      Nope: on\n', '6:7 Harper has no rule Nope'],
    ['harper:\n  rules: { AnA: maybe }\n', '4:17 harper, rules, AnA must be on or off'],
    ['harper:\n  rule: {}\n', '4:3 There is no key rule here'],
  ])('names what is wrong about them: %j', (text, problem) => {
    expect(problems(`${HEAD}${text}`)).toEqual([problem]);
  });

  it('names a kind of text that there is not', () => {
    const [problem] = problems(`${HEAD}harper:\n  kinds:\n    title: {}\n`);
    expect(problem).toMatch(/^5:5 title is not a kind of text; the kinds are headline, dek/u);
  });
});
