import { isQuoted } from '../attribution';
import type { BlockCheck, Draft } from '../types';

const TITLES =
  'President|Vice President|Prime Minister|Chancellor|Governor|Mayor|Senator|Congressman|Congresswoman|Councilman|Councilwoman|Secretary of State|Secretary|Foreign Minister|Minister|Commissioner|Superintendent|Finance Minister|Attorney General|Ambassador|Bishop|Archbishop|Cardinal|General|Colonel|Captain|Professor|Chairman|Chairwoman|Chief Executive|Director|Judge|Sheriff|Police Chief';
/** Not before a capital (a name, "Office", "Cup") nor before "of", with which a formal name may go on. */
const PATTERN = new RegExp(
  String.raw`(?<=\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|a|former)\s)(${TITLES})(?=[\s,.;:’'])(?!['’]s\s+\p{Lu})(?!\s+(?:\p{Lu}|of\b|and\s+\p{Lu}|for\b|-))`,
  'gu',
);

export const titleCase: BlockCheck = {
  id: 'title-case',
  title: 'Title in capitals',
  section: 'Names, titles, attribution',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['paragraph', 'dek', 'list-item', 'caption', 'quotation'],
  why: 'A title has a capital before a name and none on its own.',
  source: 'AP Stylebook, titles; Guardian style guide, job titles',
  examples: {
    flags: [
      {
        text: 'On Tuesday the [[President]] said he would sign.',
        fixed: 'On Tuesday the president said he would sign.',
      },
      { text: 'She met the [[Prime Minister]], who agreed.' },
    ],
    passes: [
      { text: 'On Tuesday President Lee said he would sign.' },
      { text: 'On Tuesday the Pope said Mass.' },
      { text: 'It went to the President’s Office.' },
      { text: 'He holds the President of the Republic’s seal.' },
      { text: '“I told the President so,” she said.' },
      { text: 'They dined at the Mayor Hotel.' },
    ],
  },
  run(block, analysis) {
    const drafts: Draft[] = [];
    for (const match of block.text.matchAll(PATTERN)) {
      const start = match.index;
      const end = start + match[0].length;
      if (isQuoted(analysis, start, end)) continue;
      const lower = match[0].toLowerCase();
      drafts.push({
        block: block.id,
        start,
        end,
        message: `“${match[0]}” stands without a name and needs no capital.`,
        fact: `${match[0]} → ${lower}`,
        fixes: [
          {
            title: lower,
            safe: false,
            edits: [{ op: 'replace', block: block.id, start, end, text: lower }],
          },
        ],
      });
    }
    return drafts;
  },
};
