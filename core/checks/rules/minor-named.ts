import { NAME, sentenceAt } from '../attribution';
import type { BlockCheck, Draft } from '../types';

const PATTERN = new RegExp(
  String.raw`(?<![\p{L}’'-])(${NAME}),\s+(?:aged\s+)?(\d{1,2}),|(\d{1,2})-year-old\s+(?:(?:boy|girl|student)\s+)?(${NAME})`,
  'gu',
);
/** What the pattern cannot do without; names are dear to look for. */
const AGE = /\d-year-old|,\s+(?:aged\s+)?\d{1,2},/u;
const CRIME =
  /\b(?:arrest\w*|charged|accused|detained|in custody|raped|sexually|abused|molested|assaulted|convicted|indicted|arraigned|juvenile court|sex traffick\w+)\b/iu;
const AS_ADULT = /\bas an? adult\b/iu;

export const minorNamed: BlockCheck = {
  id: 'minor-named',
  title: 'Minor named',
  section: 'Sensitive',
  severity: 'warning',
  scope: 'block',
  kinds: 'all',
  why: 'People under 18 who are accused of a crime, or are its victims, are mostly not named. The chief decides.',
  source: 'AP Stylebook, juveniles and privacy',
  examples: {
    flags: [
      { text: '[[Jon Doe, 15]], was arrested on the pier.' },
      { text: 'Police charged [[16-year-old Ana Quill]] with arson.' },
    ],
    passes: [
      { text: 'Jon Doe, 15, was charged as an adult with arson.' },
      { text: 'Jon Doe, 15, won the race on Sunday.' },
      { text: 'Jon Doe, 51, was arrested on the pier.' },
      { text: 'A boy, 15, was arrested on the pier.' },
    ],
  },
  run(block, analysis) {
    const drafts: Draft[] = [];
    if (!AGE.test(block.text) || !CRIME.test(block.text)) return [];
    for (const match of block.text.matchAll(PATTERN)) {
      const age = Number(match[2] ?? match[3]);
      const name = match[1] ?? match[4] ?? '';
      if (age >= 18 || age < 5) continue;
      const sentence = sentenceAt(analysis, match.index);
      const words = block.text.slice(sentence.start, sentence.end);
      if (!CRIME.test(words) || AS_ADULT.test(block.text)) continue;
      const length = match[0].replace(/,$/u, '').length;
      drafts.push({
        block: block.id,
        start: match.index,
        end: match.index + length,
        message: `${name} is ${age} and is named in connection with a crime.`,
        fact: `${age} years old`,
      });
    }
    return drafts;
  },
};
