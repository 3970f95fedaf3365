import { splitOf } from '../../captions/reading';
import { captionShape } from '../../captions/shape';
import type { FiniteVerb } from '../../captions/verbs';
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
      { text: 'caption: Fishermen [[walked]] past the pier in Porto.' },
      { text: 'caption: The pilot Ana Reis, left, [[waved]] to fishermen.' },
    ],
    passes: [
      { text: 'caption: Ana Reis speaks to fishermen in Porto on Monday.' },
      { text: 'caption: Ana Reis leaves the court where she spoke on Monday.' },
      { text: 'caption: Fishermen rescued by the navy, in Porto' },
      { text: 'caption: A pier damaged in the storm, Porto' },
      { text: 'caption: A law would make ships store so-called logs for a year.' },
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
    const { verbs, dates, positions } = captionShape(first);
    if (dates.some((date) => date.year !== null)) return [];
    if (verbs.some((other) => other.tense === 'present')) return [];
    const verb = verbs.find(
      (one) =>
        !positions.some((cue) => cue.start < one.end && one.start < cue.end) && isPast(first, one),
    );
    if (!verb) return [];
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

/** Forms in -ed and the like that in captions nearly always are participles: "Ana Reis pictured in 2009". */
const PARTICIPLE =
  /^(?:left|pictured|seen|shown|taken|known|called|named|based|made|used|located|created|built|painted|dressed|set|cut|put|hit|shut|spread|posed|armed|packed|filled|covered|surrounded|damaged|destroyed|injured|wounded|abandoned|stranded|related|titled|compared|faced|aged|born)$/i;
/** Before these a form in -ed belongs to a noun. */
const NO_SUBJECT =
  /(?:^|[,;:(–—-]|\b(?:a|an|the|his|her|its|their|of|by|in|on|at|to|with|newly|recently|being|been|be|is|are|was|were|as|and|or|being|freshly|badly|heavily))$/i;

/** A past form; where it may be a participle as well, it must follow its subject and take no "by". */
function isPast(sentence: string, { tense, text, start, end }: FiniteVerb): boolean {
  if (tense === 'past') return !MODAL.test(text);
  // "plague-infected", "so-called" are adjectives.
  if (tense !== 'unclear' || PARTICIPLE.test(text) || /[-‑]/.test(text)) return false;
  if (NO_SUBJECT.test(sentence.slice(0, start).trimEnd())) {
    // "The pilot, left, threw flowers": what stands between commas is taken out.
    const before = sentence
      .slice(0, start)
      .replace(/, (?:\p{Ll}+ )?(?:left|right|cent(?:er|re)|\d+), $/u, ' ');
    if (before.length === start || NO_SUBJECT.test(before.trimEnd())) return false;
  }
  return !/^ (?:by|to be)\b/.test(sentence.slice(end));
}
