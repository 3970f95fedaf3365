import { describe, expect, test } from 'vitest';
import type { ReadKind } from '#core/article/model';
import type { ReadBlock } from '#core/article/reading';
import type { HarperLint } from '#core/checks/harper/lint';
import { isLikelySlip, isSlip, silence } from '#core/checks/harper/silence';
import { storyWords } from '#core/checks/harper/story-words';
import { PLAIN_BOOK } from '#core/checks/style-book';

let count = 0;
function blockOf(text: string, kind: ReadKind = 'paragraph'): ReadBlock {
  count += 1;
  return { id: `b${count}`, kind, text, figure: null };
}

/** The words between [[ ]] are what a rule speaks of. */
function marked(text: string, kind: ReadKind = 'paragraph', lint: Partial<HarperLint> = {}) {
  const start = text.indexOf('[[');
  const end = text.indexOf(']]') - 2;
  const block = blockOf(text.replace('[[', '').replace(']]', ''), kind);
  const made: HarperLint = {
    rule: 'SpellCheck',
    kind: 'Spelling',
    start,
    end,
    message: 'm',
    replacements: [],
    ...lint,
  };
  return { block, lint: made };
}

interface Around {
  readonly kind?: ReadKind;
  readonly lint?: Partial<HarperLint>;
  readonly lints?: readonly HarperLint[];
  readonly others?: readonly string[];
  readonly lexicon?: readonly string[];
}

function silenced(text: string, around: Around = {}) {
  const { block, lint } = marked(text, around.kind, around.lint);
  const blocks = [block, ...(around.others ?? []).map((other) => blockOf(other))];
  const words = storyWords(blocks, { ...PLAIN_BOOK, lexicon: around.lexicon ?? [] });
  return silence(lint, { block, lints: [lint, ...(around.lints ?? [])] }, words);
}

describe('a word that Harper does not know', () => {
  test.each<[string, string, Around?]>([
    ['name', 'Foreign Minister Sergei [[Lavrov]] spoke.'],
    ['name', '[[Lavrov]]’s aides left.', { others: ['Sergei Lavrov spoke.'] }],
    ['name', 'The [[Rukban]] camp is old.'],
    ['name', '[[Rukban]] is old.', { others: ['They left Rukban.'] }],
    ['name', '[[Rukban]] is old. They sleep.', { others: ['Rukban sleeps.'] }],
    ['name', '[[Zbigniew]] Ptaszek spoke.'],
    ['name', '[[Centre]] is dead.', { lint: { replacements: ['Center'] } }],
    ['name', 'They use [[iPhone]] cables.'],
    ['name', 'Photo by [[Gety]].', { others: ['Gety and Gety.'] }],
    ['name', 'It came from [[AFP]] today.'],
    ['abbreviation', 'The [[TPLF]] has left.'],
    ['abbreviation', 'Add two [[tbsp]]. of oil.'],
    ['address', 'Write to [[desk]]@galley.example today.'],
    ['address', 'Thanks to @[[oyvindk]] and others.'],
    ['address', 'Under #[[savethepier]] they met.'],
    ['address', 'See https://[[galley]].example/desk now.'],
    ['address', 'Open [[notes]].docx first.'],
    ['address', 'Run [[pier]]_walk twice.'],
    ['name', 'It has a [[k8s]] cluster.'],
    ['accents', 'A plate of [[jalapeño]] peppers.'],
    ['lexicon', 'They grill [[halloumi]] here.', { lexicon: ['halloumi'] }],
    ['lexicon', '[[Halloumi]]’s salt.', { lexicon: ['halloumi'] }],
    ['lexicon', 'A [[chorba]] frik soup.', { lexicon: ['chorba frik'] }],
    ['compound', 'A knight-[[errantry]] of sorts.'],
  ])('is silent as %s: %s', (reason, text, around) => {
    expect(silenced(text, around)).toBe(reason);
  });

  test.each<[string, Around?]>([
    ['They will [[recieve]] it.', { lint: { replacements: ['receive'] } }],
    ['“We [[recieve]] it,” he said.', { lint: { replacements: ['receive'] } }],
    ['They grill [[halloumi]] here.', { lexicon: ['Halloumi'] }],
    ['[[Recieved]] with thanks.', { lint: { replacements: ['Received'] } }],
    [
      'Council [[Recieves]] Medal Today',
      { kind: 'headline', lint: { replacements: ['Receives'] } },
    ],
    ['A [[knigth]]-errant of sorts.', { lint: { replacements: ['knight'] } }],
    ['He said [[teh]]. Then he left.', { lint: { replacements: ['the'] } }],
  ])('is told: %s', (text, around) => {
    expect(silenced(text, around)).toBeNull();
  });

  test('is silent where two words are often written as one, but not where a space is missing', () => {
    const split = (text: string, parts: string) => {
      const { lint } = marked(text);
      return { ...lint, rule: 'SplitWords', kind: 'Typo', replacements: [parts] };
    };
    const wire = 'They drew a [[wireframe]] of it.';
    expect(silenced(wire, { lints: [split(wire, 'wire frame')] })).toBe('compound');
    const alot = 'They saw [[alot]] of it.';
    expect(silenced(alot, { lints: [split(alot, 'a lot')] })).toBeNull();
  });

  test('is silent in a sentence of another language', () => {
    const text = 'Der Hafen ist heute wieder offen. The pier is open.';
    const block = blockOf(text);
    const lints = ['ist', 'heute', 'wieder', 'offen'].map((word): HarperLint => {
      const start = text.indexOf(word);
      const end = start + word.length;
      return { rule: 'SpellCheck', kind: 'Spelling', start, end, message: 'm', replacements: [] };
    });
    const words = storyWords([block], PLAIN_BOOK);
    const [first] = lints;
    if (!first) throw new Error('no lint');
    expect(silence(first, { block, lints }, words)).toBe('language');
    expect(silence(first, { block, lints: lints.slice(0, 2) }, words)).toBeNull();
  });
});

describe('what people said', () => {
  const grammar = { rule: 'PronounInflectionBe', kind: 'Agreement' };

  test('keeps its grammar', () => {
    expect(silenced('“They [[was]] here,” he said.', { lint: grammar })).toBe('quotation');
    expect(silenced('They [[was]] here.', { kind: 'pullquote', lint: grammar })).toBe('quotation');
    expect(silenced('They [[was]] here, he said.', { lint: grammar })).toBeNull();
  });

  test('is still read for slips of the keys', () => {
    const twice = { rule: 'RepeatedWords', kind: 'Repetition' };
    expect(silenced('“Go to [[the the]] pier,” he said.', { lint: twice })).toBeNull();
  });
});

describe('what a rule gets wrong in good copy', () => {
  test.each<[string, Partial<HarperLint>, boolean, ReadKind?]>([
    ['He knew [[that that]] was it.', { rule: 'RepeatedWords', kind: 'Repetition' }, true],
    ['He saw [[the the]] pier.', { rule: 'RepeatedWords', kind: 'Repetition' }, false],
    ['They sailed to [[Pago Pago]].', { rule: 'RepeatedWords', kind: 'Repetition' }, true],
    ['It is [[an]] historic pier.', { rule: 'AnA', kind: 'Miscellaneous' }, true],
    ['He has [[a]] MBA.', { rule: 'AnA', kind: 'Miscellaneous' }, true],
    ['She saw [[a]] elephant.', { rule: 'AnA', kind: 'Miscellaneous' }, false],
    ['Two tbsp. [[oil]] of old.', { rule: 'SentenceCapitalization', kind: 'Capitalization' }, true],
    [
      'It was late. [[he]] left.',
      { rule: 'SentenceCapitalization', kind: 'Capitalization' },
      false,
    ],
    [
      'it was late. [[he]] left.',
      { rule: 'SentenceCapitalization', kind: 'Capitalization' },
      true,
      'list-item',
    ],
    ['One[[  ]]two.', { rule: 'Spaces', kind: 'Formatting' }, false],
    ['A[[ ]].com firm.', { rule: 'Spaces', kind: 'Formatting' }, true],
    ['A [[lot]] depends on it.', { rule: 'QuantifierNeedsOf', kind: 'Miscellaneous' }, true],
  ])('%s', (text, lint, fine, kind = 'paragraph') => {
    expect(silenced(text, { kind, lint })).toBe(fine ? 'fine' : null);
  });
});

test.each([
  ['recieve', 'receive', true],
  ['teh', 'the', true],
  ['monday', 'Monday', true],
  ['goverment', 'government', true],
  ['occurance', 'occurrence', true],
  ['planets', 'planet', false],
  ['findable', 'find', false],
  ['gif', 'gig', false],
  ['phablets', 'pallets', false],
  ['timeframes', 'time frames', false],
  ['darn', "darn's", false],
])('%s → %s is a slip of the keys: %s', (word, replacement, slip) => {
  expect(isSlip(word, replacement)).toBe(slip);
});

test.each([
  ['They will [[recieve]] it.', 'receive', true],
  ['The word “[[recieve]]” is old.', 'receive', false],
  ['A pre-[[recieve]] hook.', 'receive', false],
  ['Gifs are [[cutter]] now.', 'cuter', true],
])('%s reads as a slip: %s', (text, replacement, likely) => {
  const { block, lint } = marked(text, 'paragraph', { replacements: [replacement] });
  expect(isLikelySlip(lint, block)).toBe(likely);
});
