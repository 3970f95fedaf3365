import { isQuoted, sentenceAt } from '../attribution';
import type { BlockCheck, Draft } from '../types';

const PEOPLE =
  'officials?|sources?|aides?|staff members?|diplomats?|advis[eo]rs?|insiders?|staffers?|operatives?|lawmakers?|executives?|employees?|(?:person|people) (?:familiar with|close to|briefed on|with knowledge of|with direct knowledge of|involved in|present at) [^,.;]{3,40}|(?:person|people) in the (?:room|meeting|talks)';
const WHO = String.raw`(?:[Oo]ne|[Aa]n?|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Ss]ome|[Uu]nnamed|[Aa]nonymous|[Ss]enior)\s+(?:(?:senior|top|former|high-ranking|high-level|unnamed|anonymous|well-placed|current|[\p{Ll}]+|\p{Lu}\.\p{Lu}\.|\p{Lu}[\p{L}]+)\s+){0,3}?(?:${PEOPLE})`;
const SPEAKS = '(?:said|says|told|put it|added|explained|confirmed|claimed|warned|insisted)';
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\p{L}’'-])(${WHO})(?=,?\s+(?:who\s+)?(?:(?:also|later)\s+)?${SPEAKS}\b)`,
    'gu',
  ),
  new RegExp(String.raw`(?<=\b(?:[Aa]ccording to|said|says)\s)(${WHO})(?![\p{L}])`, 'gu'),
];
const GROUNDS =
  /\b(?:anonym\w+|not authori[sz]ed|not been authori[sz]ed|not permitted|not allowed to|asked not to be|declined to be (?:named|identified)|on background|not be (?:named|identified)|fear of (?:retaliation|reprisal)s?|spokes\w+)\b/iu;
const HINT =
  /official|source|aide|diplomat|advis|insider|staff|operative|lawmaker|executive|employee|person|people/u;

export const anonymousSource: BlockCheck = {
  id: 'anonymous-source',
  title: 'Source without a name',
  section: 'Names, titles, attribution',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['paragraph', 'list-item', 'dek'],
  why: 'A source without a name needs a reason that the reader can see. Ask for the name, or print the grounds.',
  source: 'AP Stylebook, anonymous sources',
  examples: {
    flags: [
      { text: 'As [[one senior harbor official]] put it, the pier can wait.' },
      { text: 'The pier will close, said [[a source]] on Monday.' },
      { text: 'As [[one person in the room]] put it, the pier can wait.' },
      { text: '[[Two former aides]] told the paper that the vote was rigged.' },
    ],
    passes: [
      {
        text: 'One senior official, who spoke on condition of anonymity because talks go on, said it can wait.',
      },
      { text: 'Harbor master Dana Oyelaran said it can wait.' },
      { text: 'Two people in the water said nothing. One person in five left.' },
      { text: 'An official visit said to be brief took place.' },
      { text: '“One official told me so,” she said.' },
      { text: 'A spokesperson said it can wait.' },
    ],
  },
  run(block, analysis) {
    if (!HINT.test(block.text)) return [];
    const drafts: Draft[] = [];
    for (const pattern of PATTERNS) {
      for (const match of block.text.matchAll(pattern)) {
        const start = match.index;
        const end = start + (match[1] ?? '').length;
        if (isQuoted(analysis, start, end)) continue;
        const sentence = sentenceAt(analysis, start);
        if (GROUNDS.test(block.text.slice(sentence.start, sentence.end))) continue;
        if (drafts.some((draft) => draft.start < end && start < draft.end)) continue;
        drafts.push({
          block: block.id,
          start,
          end,
          message: `“${match[1]}” speaks without a name, and no grounds are given.`,
          fact: 'no name, no grounds',
        });
      }
    }
    return drafts;
  },
};
