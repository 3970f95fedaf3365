import type { CheckBase } from '../types';

const SECTION = 'Spelling and grammar';
const SOURCE = 'Harper';
/** The rule behind `regional-word` ships off: it takes "mobile phone" for British. */
const LORRY = { language: 'en-US', harper: { rules: { Regionalisms: true }, kinds: {} } };

/** What Harper speaks of, as checks of ours: titled, switched and dismissed like the others. */
export const HARPER_CHECKS: readonly CheckBase[] = [
  {
    id: 'spelling',
    title: 'Word not in the dictionary',
    section: SECTION,
    severity: 'warning',
    why: 'A misspelt word stops the reader. Words that are right and in no dictionary belong in the lexicon.',
    source: SOURCE,
    examples: {
      flags: [
        {
          text: 'The council will [[recieve]] the report.',
          fixed: 'The council will receive the report.',
        },
        { text: 'caption: A ferry in the [[harbuor]].', fixed: 'A ferry in the harbor.' },
      ],
      passes: [
        { text: 'The mayor of Ouagadougou met Zbigniew Ptaszek.' },
        { text: 'Write to desk@galley.example or see galley.example/lettres.' },
        { text: 'The colour of the pier is grey.', book: { language: 'en-GB' } },
      ],
    },
  },
  {
    id: 'typo',
    title: 'Slip of the keys',
    section: SECTION,
    severity: 'warning',
    why: 'A word typed twice, parted or run together reads as carelessness.',
    source: SOURCE,
    examples: {
      flags: [{ text: 'The mayor went [[to to]] the pier.', fixed: 'The mayor went to the pier.' }],
      passes: [{ text: 'He knew that that was wrong. She had had enough.' }],
    },
  },
  {
    id: 'grammar',
    title: 'Grammar',
    section: SECTION,
    severity: 'suggestion',
    why: 'Words of one sentence agree with one another. What people said stays as they said it.',
    source: SOURCE,
    examples: {
      flags: [
        { text: 'She saw [[a]] elephant on the pier.', fixed: 'She saw an elephant on the pier.' },
      ],
      passes: [{ text: 'He took an hour. “I ain’t going to no pier,” he said.' }],
    },
  },
  {
    id: 'confused-word',
    title: 'Another word may be meant',
    section: SECTION,
    severity: 'suggestion',
    why: 'Words that sound alike pass every dictionary.',
    source: SOURCE,
    examples: {
      flags: [{ text: 'The ferry [[could of]] sunk.', fixed: 'The ferry could have sunk.' }],
      passes: [{ text: 'The ferry could have sunk. They waited with bated breath.' }],
    },
  },
  {
    id: 'capital-letter',
    title: 'Capital letter',
    section: SECTION,
    severity: 'suggestion',
    why: 'Names of places, firms and peoples have their capitals.',
    source: SOURCE,
    examples: {
      flags: [
        {
          text: 'They flew to [[south korea]] on the first day.',
          fixed: 'They flew to South Korea on the first day.',
        },
      ],
      passes: [{ text: 'They flew to South Korea on the first day.' }],
    },
  },
  {
    id: 'punctuation',
    title: 'Punctuation and spaces',
    section: SECTION,
    severity: 'suggestion',
    why: 'A comma or a space in the wrong place stops the reader.',
    source: SOURCE,
    examples: {
      flags: [
        {
          text: 'The pier is old[[ ,]]and the ferry new.',
          fixed: 'The pier is old, and the ferry new.',
        },
      ],
      passes: [{ text: 'The pier is old, the ferry new.' }],
    },
  },
  {
    id: 'wordiness',
    title: 'Wordy or worn',
    section: SECTION,
    severity: 'suggestion',
    off: true,
    why: 'Short words say it sooner. Good writers are flagged too, so this is switched off unless a style book wants it.',
    source: SOURCE,
    examples: {
      flags: [{ text: 'The ferry was [[very good]].', fixed: 'The ferry was excellent.' }],
      passes: [{ text: 'The ferry was good.' }],
    },
  },
  {
    id: 'regional-word',
    title: 'Word of another English',
    section: SECTION,
    severity: 'suggestion',
    why: 'Readers of one country may not know the everyday words of another.',
    source: SOURCE,
    examples: {
      flags: [{ text: 'She parked the [[lorry]] by the pier.', book: LORRY }],
      passes: [
        { text: 'She parked the lorry by the pier.', book: { ...LORRY, language: 'en-GB' } },
      ],
    },
  },
];

const CHECK_OF_KIND: Readonly<Record<string, string>> = {
  Spelling: 'typo',
  Typo: 'typo',
  Repetition: 'typo',
  BoundaryError: 'typo',
  Agreement: 'grammar',
  Grammar: 'grammar',
  WordOrder: 'grammar',
  Nonstandard: 'grammar',
  Redundancy: 'grammar',
  Miscellaneous: 'grammar',
  Eggcorn: 'confused-word',
  Malapropism: 'confused-word',
  WordChoice: 'confused-word',
  Usage: 'confused-word',
  Capitalization: 'capital-letter',
  Punctuation: 'punctuation',
  Formatting: 'punctuation',
  Style: 'wordiness',
  Readability: 'wordiness',
  Enhancement: 'wordiness',
  Regionalism: 'regional-word',
};

/** The check that a rule of Harper belongs to, by the kind of its findings; kinds of later versions are grammar. */
export function harperCheckId(rule: string, kind: string): string {
  if (rule === SPELLING_RULE) return 'spelling';
  return CHECK_OF_KIND[kind] ?? 'grammar';
}

/** The rule that compares words with the dictionary. */
export const SPELLING_RULE = 'SpellCheck';

/** The check of an id; undefined when it is none of Harper’s. */
export function harperCheck(id: string): CheckBase | undefined {
  return HARPER_CHECKS.find((check) => check.id === id);
}

/** Does a finding say that a word is in no dictionary, so that a lexicon could take it? */
export function isUnknownWord({ check }: { readonly check: string }): boolean {
  return check === 'spelling';
}
