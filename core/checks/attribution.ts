import type { BlockAnalysis, Range } from './analysis';
import { within } from './quotations';

/** A capitalised word of a name: "Doe", "O’Neil", "Smith-Jones". */
export const NAME_WORD = String.raw`\p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}’'-]*`;

/** One to four name words, initials and particles between them. */
export const NAME = String.raw`${NAME_WORD}(?:\s+(?:\p{Lu}\.|(?:de|da|del|van|von|der|al|bin|el|la|le)\s+${NAME_WORD}|${NAME_WORD})){0,3}`;

/** Words that lay a statement at somebody's door, or at a court's. */
const ATTRIBUTION =
  /\b(?:said|says?|told|according to|accus\w+|charg\w+|alleg\w+|suspect\w*|suspicion|prosecutors?|police|indict\w+|convict\w+|plead\w*|pled|guilty|sentenced|confess\w*|admit\w*|claim\w*|court|jury|trial|reportedly|believed|investigators?|detectives?|authorities|complaint|lawsuit|testif\w+|verdict|affidavit)\b/iu;

/** Does this sentence say who says so? */
export function isAttributed(text: string, sentence: Range): boolean {
  return ATTRIBUTION.test(text.slice(sentence.start, sentence.end));
}

/** The sentence around an offset; the whole block when none is. */
export function sentenceAt(analysis: BlockAnalysis, at: number): Range {
  return (
    analysis.sentences.find((sentence) => sentence.start <= at && at < sentence.end) ?? {
      start: 0,
      end: analysis.block.text.length,
    }
  );
}

/** Is the range spoken by somebody else: inside quotation marks? */
export function isQuoted(analysis: BlockAnalysis, start: number, end: number): boolean {
  return within(analysis.quotations, start, end);
}

const LEADING =
  /^(?:(?:On|In|At|By|For|From|After|Before|When|While|Then|But|And|As|If|Since|Last|Next|This|That|Where|Yesterday|Today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\s+)+/u;

/** How many code units at a name's head belong to the sentence: "On Sunday " of "On Sunday Jon Quill". */
export function leadingWords(name: string): number {
  return LEADING.exec(name)?.[0].length ?? 0;
}
