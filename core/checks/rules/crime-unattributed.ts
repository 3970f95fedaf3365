import { isAttributed, isQuoted, leadingWords, NAME, sentenceAt } from '../attribution';
import { perBlock } from '../per-block';
import type { CheckStory, Draft, StoryCheck } from '../types';

const VERBS =
  'stole|murdered|raped|robbed|embezzled|defrauded|swindled|molested|kidnapped|abducted|laundered|burgled|burglarized|strangled|stabbed|assaulted|bribed|blackmailed|extorted|vandalized|poisoned|shot and killed|shot dead|set fire to';
const PATTERN = new RegExp(
  String.raw`(?<![\p{L}’'-])(${NAME})\s+(?:(?:then|also|later|once|allegedly)\s+)?(${VERBS})\s+([^\s.,;]+(?:\s+[^\s.,;]+)?)`,
  'gu',
);
/** A verb first: names are dear to look for. */
const VERB = new RegExp(String.raw`(?<=\s)(?:${VERBS})\s`, 'u');
const hasVerb = perBlock(({ text }) => VERB.test(text));
const FIGURATIVE =
  /^(?:(?:the|a|an|his|her|their|our|my)\s+)?(?:shows?|scenes?|ball|bases?|second|third|home|march|hearts?|glances?|kiss(?:es)?|limelight|spotlight|headlines?|thunder|moments?|possession|points?|win|victory|lead|pass(?:es)?|pucks?|us|me|him|them|time|sleep)\b/iu;
/** A verdict, a plea or a confession. */
const VERDICT =
  /\b(?:convict(?:ed|ion)|pleaded guilty|pled guilty|found guilty|(?:was|were|been) sentenced|sentenced to|admitted|confessed|jailed for|serving (?:a|\d|life))\b/iu;
/** What is told of books, films, games and the past has no court to wait for. */
const TOLD =
  /\b(?:novel|film|movie|plot|character|episode|protagonist|villain|hero(?:ine)?|chapter|legend|myth|game|king|queen|emperor|century|historians?|biograph\w+|(?:1[0-8]|19[0-4])\d\ds?)\b/iu;
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
      { text: 'On Sunday [[Jon Quill set fire to]] the pier.' },
      { text: '[[Jon Quill robbed]] a bank.\nIt rained.\nThe town was convicted of neglect.' },
    ],
    passes: [
      { text: 'Doe is charged with stealing $5,000 from the parish.' },
      { text: 'Doe stole $5,000, prosecutors said.' },
      { text: 'Doe was convicted in May.\nDoe stole $5,000 from the parish.' },
      { text: '“Doe stole my bike,” she said.' },
      { text: 'Quill stole the show with a late goal.' },
      { text: 'Malaria is a killer disease.' },
      { text: 'In the novel Jon Quill robbed the bank in Dover.' },
      { text: 'Thieves stole a van.' },
    ],
  },
  run(story) {
    const drafts: Draft[] = [];
    for (const block of story.blocks) {
      if (!hasVerb(block)) continue;
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
        if (TOLD.test(block.text) || isSettled(story, name)) continue;
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

/** Does a paragraph that names this person, or the next one, tell of a verdict or a confession? */
function isSettled(story: CheckStory, name: string): boolean {
  const surname = name.slice(name.lastIndexOf(' ') + 1);
  return story.blocks.some(
    (block, at) =>
      VERDICT.test(block.text) &&
      (block.text.includes(surname) || story.blocks[at - 1]?.text.includes(surname) === true),
  );
}
