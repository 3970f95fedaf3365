import { isAttributed, isQuoted, leadingWords, NAME, sentenceAt } from '../attribution';
import type { CheckStory, Draft, StoryCheck } from '../types';

const VERBS =
  'stole|murdered|raped|robbed|embezzled|defrauded|molested|kidnapped|laundered|burgled|burglarized|strangled|bribed';
const PATTERN = new RegExp(
  String.raw`(?<![\p{L}’'-])(${NAME})\s+(?:(?:then|also|later|once|allegedly)\s+)?(${VERBS})\s+([^\s.,;]+(?:\s+[^\s.,;]+)?)`,
  'gu',
);
/** A verb first: names are dear to look for. */
const VERB = new RegExp(String.raw`(?<=\s)(?:${VERBS})\s`, 'u');
const FIGURATIVE =
  /^(?:(?:the|a|an|his|her|their|our|my)\s+)?(?:shows?|scenes?|ball|bases?|second|third|home|march|hearts?|glances?|kiss(?:es)?|limelight|spotlight|headlines?|thunder|moments?|possession|points?|win|victory|lead|pass(?:es)?|pucks?|us|me|him|them|time|sleep)\b/iu;
const SETTLED =
  /\b(?:convicted|pleaded guilty|pled guilty|found guilty|was sentenced|were sentenced|admitted|confessed|biograph\w+|novel|film|movie|plot|character|king|queen|emperor|legend|century)\b/iu;
const NOT_A_NAME =
  /^(?:(?:The|A|An|He|She|They|It|We|I|You|Who|Someone|Somebody|Thieves|Robbers|Men|Two|Three|Police|One|That|This|Which|What|Others?|Some|Many)$|^(?:The|A|An)\s)/u;

export const crimeUnattributed: StoryCheck = {
  id: 'crime-unattributed',
  title: 'Crime stated as fact',
  section: 'Sensitive',
  severity: 'warning',
  scope: 'story',
  why: 'Until a court has found it, a crime is what somebody says happened. Name who says so, or what the charge is.',
  source: 'AP Stylebook, arrest',
  examples: {
    flags: [
      { text: '[[Doe stole]] $5,000 from the parish.' },
      { text: 'On Sunday [[Jon Quill robbed]] the bank in Dover.' },
    ],
    passes: [
      { text: 'Doe is charged with stealing $5,000 from the parish.' },
      { text: 'Doe stole $5,000, prosecutors said.' },
      { text: 'Doe was convicted in May.\nDoe stole $5,000 from the parish.' },
      { text: '“Doe stole my bike,” she said.' },
      { text: 'Quill stole the show with a late goal.' },
      { text: 'Malaria is a killer disease.' },
      { text: 'Thieves stole a van.' },
    ],
  },
  run(story) {
    const drafts: Draft[] = [];
    let settled: boolean | null = null;
    for (const block of story.blocks) {
      if (!VERB.test(block.text)) continue;
      const analysis = story.analysis(block);
      for (const match of block.text.matchAll(PATTERN)) {
        const [, matched = '', verb = '', object = ''] = match;
        const lead = leadingWords(matched);
        const name = matched.slice(lead);
        const start = match.index + lead;
        const end =
          match.index + match[0].lastIndexOf(verb, match[0].length - object.length) + verb.length;
        if (name === '' || NOT_A_NAME.test(name) || (verb === 'stole' && FIGURATIVE.test(object)))
          continue;
        if (isQuoted(analysis, start, end)) continue;
        if (isAttributed(block.text, sentenceAt(analysis, start))) continue;
        settled ??= isSettled(story);
        if (settled) return [];
        drafts.push({
          block: block.id,
          start,
          end,
          message: `That ${name} ${verb} ${object} is stated as fact, with no charge, verdict or source.`,
          fact: `${name} ${verb}`,
        });
      }
    }
    return drafts;
  },
};

/** A verdict or a confession somewhere in the story, or a story about history or fiction. */
function isSettled(story: CheckStory): boolean {
  return story.blocks.some((block) => SETTLED.test(block.text));
}
