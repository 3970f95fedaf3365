import { describe, expect, test } from 'vitest';
import { newStory } from '#core/article/story';
import {
  acceptedBy,
  addToStory,
  lexiconForm,
  lexiconWith,
  lexiconWithout,
  readLexicon,
  removeFromStory,
  withLexicon,
} from '#core/checks/lexicon';
import { PLAIN_BOOK } from '#core/checks/style-book';

const entry = (word: string) => ({ word, by: 'Ana', at: '2026-11-27T08:00:00.000Z' });

describe('accepted words', () => {
  const accepted = acceptedBy(['halloumi', 'Lindqvist', "O'Brian", 'kilo-ohm']);

  test.each([
    'halloumi',
    'Halloumi',
    'HALLOUMI',
    'halloumi’s',
    "halloumi's",
    'Lindqvist',
    'Lindqvist’s',
    'LINDQVIST',
    'O’Brian',
    "O'Brian’s",
    'kilo-ohm',
  ])('%s is', (word) => {
    expect(accepted(word)).toBe(true);
  });

  test.each(['haloumi', 'lindqvist', 'LindQvist', 'hALLOUMI', 'o’brian', 'kilo'])(
    '%s is not',
    (word) => {
      expect(accepted(word)).toBe(false);
    },
  );
});

test.each([
  ['halloumi', [], 'halloumi'],
  ['halloumi’s', [], 'halloumi'],
  ['Halloumi', ['Halloumi is grilled.'], 'Halloumi'],
  ['Halloumi', ['Halloumi is grilled. We like halloumi.'], 'halloumi'],
  ['HALLOUMI', ['We like halloumi.'], 'HALLOUMI'],
  ['Halloumi', ['We like halloumis.'], 'Halloumi'],
])('%s goes into the lexicon of %j as %s', (actual, texts, word) => {
  expect(lexiconForm(actual, texts)).toBe(word);
});

test('a story’s lexicon takes each word once and gives it back', () => {
  const story = newStory({ id: 's', slug: 's' });
  const with1 = addToStory(story, entry('halloumi'));
  expect(with1.lexicon).toEqual([entry('halloumi')]);
  expect(addToStory(with1, { ...entry('halloumi'), by: 'Jo' })).toBe(with1);
  expect(removeFromStory(with1, 'halloumi').lexicon).toEqual([]);
});

test('the lexicons of library and story count as the book’s', () => {
  expect(withLexicon(PLAIN_BOOK, [], [])).toBe(PLAIN_BOOK);
  const book = { ...PLAIN_BOOK, lexicon: ['gif'] };
  expect(withLexicon(book, [entry('halloumi')], [entry('gif')]).lexicon).toEqual([
    'gif',
    'halloumi',
  ]);
});

describe('the lexicon’s file', () => {
  const FILE =
    '# House words\r\nhalloumi\tAna\t2026-11-27\r\n\r\n  gif  \r\nhalloumi\tJo\r\n# gif is soft\r\n';

  test('holds a word a line, who and when behind tabs, comments between', () => {
    expect(readLexicon(`\ufeff${FILE}`)).toEqual([
      { word: 'halloumi', by: 'Ana', at: '2026-11-27' },
      { word: 'gif', by: '', at: '' },
    ]);
    expect(readLexicon('')).toEqual([]);
  });

  test('takes a word at its end and leaves the other lines as they are', () => {
    expect(lexiconWith(FILE, entry('phablet'))).toBe(
      `${FILE}phablet\tAna\t2026-11-27T08:00:00.000Z\r\n`,
    );
    expect(lexiconWith(FILE, entry('gif'))).toBe(FILE);
    expect(lexiconWith('gif', entry('phablet'))).toBe(
      'gif\nphablet\tAna\t2026-11-27T08:00:00.000Z\n',
    );
  });

  test('begins with a line that says what it is', () => {
    const text = lexiconWith('', { ...entry('gif'), by: 'A\tn\na' });
    expect(text).toMatch(/^# Words .*\ngif\tA n a\t2026/u);
    expect(readLexicon(text)).toHaveLength(1);
  });

  test('gives up every line of a word and nothing else', () => {
    expect(lexiconWithout(FILE, 'halloumi')).toBe(
      '# House words\r\n\r\n  gif  \r\n# gif is soft\r\n',
    );
    expect(lexiconWithout(FILE, 'gif')).toBe(FILE.replace('  gif  \r\n', ''));
    expect(lexiconWithout(FILE, 'nothing')).toBe(FILE);
  });
});
