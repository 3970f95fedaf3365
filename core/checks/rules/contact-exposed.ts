import { sentenceAt } from '../attribution';
import type { BlockCheck, Draft } from '../types';

/** North American, then international and British forms. Digits on either side mean a longer number of another kind. */
const PHONES: readonly RegExp[] = [
  /(?<![\p{L}\p{N}.,$€£#/-])(?:\+?1[ .-])?(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-.]\d{4}(?![\p{N}-])/gu,
  /(?<![\p{L}\p{N}.,$€£#/-])(?:\+\d{1,3}[ -]?\(?\d{1,4}\)?|0\d{2,4})[ -]\d{3,4}(?:[ -]?\d{3,4})?(?![\p{N}-])/gu,
];
const PUBLIC =
  /\b(?:hot ?lines?|help ?lines?|call(?:ing)?|dial|tips?|text|contact|rsvp|reserv\w+|tickets?|box office|information|toll[- ]free|phone|telephone|number for|reach|samaritans|lifeline|crisis)\b/iu;
const SERVICE_NUMBER = /^(?:\+?1[ .-])?\(?8(?:00|33|44|55|66|77|88)\b|^0(?:800|808|300|345)\b/u;

export const contactExposed: BlockCheck = {
  id: 'contact-exposed',
  title: 'Private number in print',
  section: 'Sensitive',
  severity: 'warning',
  scope: 'block',
  kinds: 'all',
  why: 'A telephone number in a story may be a private one that slipped through from notes. Print it only when the reader is meant to call it.',
  source: 'Galley',
  examples: {
    flags: [
      { text: 'The neighbor, whose number is [[202-555-0100]], saw nothing.' },
      { text: 'Marta Quill, [[(415) 555-0134]], was on the pier.' },
      { text: 'Her mobile, [[+44 7700 900123]], was off.' },
    ],
    passes: [
      { text: 'The hotline is open all night at 202-555-0100.' },
      { text: 'For tickets, 415-555-0134.' },
      { text: '80 Pier St. NW, Dover, DE 20006. (202) 555-0124.' },
      { text: 'Call 800-555-0199 to report a sighting.' },
      { text: 'The part is number 100-200-3000-4000.' },
      { text: 'The service answers at 1-888-555-0142.' },
    ],
  },
  run(block, analysis) {
    const drafts: Draft[] = [];
    for (const pattern of PHONES) {
      for (const match of block.text.matchAll(pattern)) {
        const start = match.index;
        const end = start + match[0].length;
        const sentence = sentenceAt(analysis, start);
        if (SERVICE_NUMBER.test(match[0])) continue;
        // Behind a postal address it is an office's.
        if (
          /\b\d{5}(?:-\d{4})?\W{0,3}$|\b(?:St|Ave|Road|Street|Avenue|Blvd)\.?,? [^.]{0,40}$/u.test(
            block.text.slice(Math.max(0, start - 60), start),
          )
        )
          continue;
        if (PUBLIC.test(block.text.slice(sentence.start, sentence.end))) continue;
        if (drafts.some((draft) => draft.start < end && start < draft.end)) continue;
        drafts.push({
          block: block.id,
          start,
          end,
          message:
            'A telephone number stands in the copy, and nothing says that readers should call it.',
          fact: match[0],
        });
      }
    }
    return drafts;
  },
};
