import { splitOf } from '../../captions/reading';
import { captionShape } from '../../captions/shape';
import type { BlockCheck } from '../types';

/** Past in form, not in meaning. */
const MODAL = /^(?:could|would|should|might)(?:n't)?$/;

export const captionTense: BlockCheck = {
  id: 'caption-tense',
  title: 'Caption begins in the past',
  section: 'Captions',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['caption'],
  why: 'The first sentence describes what the picture shows, in the present tense. Background in the past follows.',
  source: 'AP Stylebook, photo captions',
  examples: {
    flags: [
      { text: 'caption: Ana Reis [[spoke]] to fishermen in Porto on Monday.' },
      { text: 'caption: The ship [[sank]] off the coast.' },
    ],
    passes: [
      { text: 'caption: Ana Reis speaks to fishermen in Porto on Monday.' },
      { text: 'caption: Ana Reis leaves the court where she spoke on Monday.' },
      // Archive photos are told in the past.
      { text: 'caption: FILE - Ana Reis spoke to fishermen in Porto.' },
      { text: 'caption: Ana Reis spoke to fishermen in Porto in 1998.' },
      { text: 'caption: Men queue for bread. They were there all night.' },
    ],
  },
  run(block, _analysis, book) {
    if (!book.language.startsWith('en')) return [];
    const { caption, captionRange, flag } = splitOf(block);
    if (caption === '' || flag !== null) return [];
    const stop = /[.!?…]["”’')]*\s+\p{Lu}/u.exec(caption);
    const first = caption.slice(0, stop ? stop.index + 1 : caption.length);
    const { verbs, dates } = captionShape(first);
    if (dates.some((date) => date.year !== null)) return [];
    const [verb] = verbs;
    const past = verb?.tense === 'past' && !MODAL.test(verb.text);
    if (!verb || !past || verbs.some((other) => other.tense === 'present')) return [];
    return [
      {
        block: block.id,
        start: captionRange.start + verb.start,
        end: captionRange.start + verb.end,
        message: `The caption’s first sentence is in the past: “${verb.text}”.`,
        fact: `${verb.text}: past`,
      },
    ];
  },
};
