import { isQuoted, NAME } from '../attribution';
import type { BlockCheck, Draft } from '../types';

const LABELS =
  'killer|murderer|rapist|thief|robber|gunman|shooter|attacker|bomber|terrorist|fraudster|arsonist|burglar|kidnapper|abuser|pa?edophile|molester|smuggler|trafficker|drug dealer|drug lord|hitman|stalker|swindler|poisoner|strangler|assassin|con man|embezzler|war criminal|sex offender|hacker|vandal|cop killer';
const PATTERN = new RegExp(
  String.raw`(?<![\p{L}’'-])(alleged|accused|suspected)\s+((?:[\p{Ll}-]+\s+){0,2}?(?:${LABELS}))\s+(${NAME})`,
  'gu',
);

export const accusedLabel: BlockCheck = {
  id: 'accused-label',
  title: 'Label before the verdict',
  section: 'Sensitive',
  severity: 'warning',
  scope: 'block',
  kinds: 'all',
  why: 'A label with “alleged” in front still calls a person what no court has found. Say what the person is charged with.',
  source: 'AP Stylebook, allege',
  examples: {
    flags: [
      { text: 'The [[alleged killer Doe]] was seen on the pier.' },
      { text: 'Police moved [[accused bank robber Jon Quill]] to Dover.' },
      { text: 'headline: Dover holds [[suspected arsonist Moe Hart]]' },
    ],
    passes: [
      { text: 'The alleged fraud at Marlow Bank cost millions.' },
      { text: 'Doe, charged with killing two people, was seen on the pier.' },
      { text: '“They moved alleged killer Doe,” she said.' },
      { text: 'Police seek a suspected killer.' },
    ],
  },
  run(block, analysis) {
    const drafts: Draft[] = [];
    for (const match of block.text.matchAll(PATTERN)) {
      const start = match.index;
      const end = start + match[0].length;
      if (isQuoted(analysis, start, end)) continue;
      drafts.push({
        block: block.id,
        start,
        end,
        message: `“${match[1]} ${match[2]}” labels ${match[3]} before a court has.`,
        fact: `${match[1]} ${match[2]}`,
      });
    }
    return drafts;
  },
};
