import { isQuoted } from '../attribution';
import type { BlockCheck, Draft } from '../types';

const WORKS =
  'opera|operetta|novel|novella|film|movie|play|song|album|book|memoir|musical|ballet|poem|documentary|sitcom|painting|essay collection|short story|television series|TV series|TV show|video game';
const WORD = String.raw`\p{Lu}[\p{L}’'-]*`;
const SMALL = '(?:of|the|a|an|and|in|for|to|with|from|or|is)';
/** At least two words with capitals: one alone is too often the next phrase's own name. */
const PATTERN = new RegExp(
  String.raw`(?<=\b(?:(?:${WORKS})|(?:performances?|productions?|readings?|screenings?|stagings?|premieres?|revivals?|reviews?) of)\s)((?:The|A|An)\s+${WORD}(?:\s+(?:${SMALL}\s+){0,3}${WORD}){0,6}|${WORD}(?:\s+(?:${SMALL}\s+){1,3}${WORD}){1,6})(?![\p{L}’'])`,
  'gu',
);
const PUBLISHED =
  /\b(?:Times|Post|Guardian|Herald|Journal|Bible|Koran|Quran|Torah|Festival|Awards?|Prize|Company|Club|Academy|Institute|Museum|House|Center|Centre|Studios?)$/u;

export const compositionTitle: BlockCheck = {
  id: 'composition-title',
  title: 'Title of a work without marks',
  section: 'Names, titles, attribution',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['paragraph', 'dek', 'list-item', 'caption'],
  why: 'The title of a work is set off, in quotation marks or italics as the house has it, so that the reader sees where it ends. An import may have lost the italics.',
  source: 'AP Stylebook, composition titles',
  examples: {
    flags: [
      { text: 'They saw the opera [[The Keeper of Seven Lamps]] at the Rialto.' },
      { text: 'Her novel [[Winter in the Harbor]] sold well.' },
      { text: 'They left a performance of [[The Keeper of Seven Lamps]], angry.' },
    ],
    passes: [
      { text: 'They saw the opera “The Keeper of Seven Lamps” at the Rialto.' },
      { text: 'He swore on the holy book The Bible.' },
      { text: 'He reviewed the film that The Guardian liked.' },
      { text: 'She praised the book, The Harbor Museum said.' },
      { text: 'The play begins at eight.' },
      { text: 'A performance of the Harbor Choir and a review of The Harbor Museum are due.' },
    ],
  },
  run(block, analysis) {
    const drafts: Draft[] = [];
    for (const match of block.text.matchAll(PATTERN)) {
      const title = match[0];
      const start = match.index;
      const end = start + title.length;
      if (PUBLISHED.test(title) || isQuoted(analysis, start, end)) continue;
      drafts.push({
        block: block.id,
        start,
        end,
        message: `The title “${title}” is not set off from the sentence.`,
        fact: 'no marks',
      });
    }
    return drafts;
  },
};
