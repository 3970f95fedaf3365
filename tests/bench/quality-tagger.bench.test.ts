import { existsSync, readFileSync } from 'node:fs';
import nlp from 'compromise/two';
import { describe, test } from 'vitest';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { readArticle } from '#core/article/reading';
import { captionShape } from '#core/captions/shape';
import { splitCaptionCredit } from '#core/captions/split';
import { finiteVerbs } from '#core/captions/verbs';
import { least, storyOf, timed } from './made-copy';

const FILE = new URL('../../../shared/material/prose/captions-all.jsonl', import.meta.url);

/**
 * Whether a caption's first sentence has a finite verb in the present, by line of the captions, as its makers read them.
 * Only lines are here about which the three readings disagree; where all agree they were taken to be right.
 */
const PRESENT = new Set([
  23, 34, 45, 49, 55, 57, 67, 69, 70, 74, 85, 86, 104, 110, 111, 114, 115, 117, 119, 120, 234, 235,
  243,
]);
const NOT_PRESENT = new Set([
  9, 14, 15, 21, 29, 32, 62, 81, 82, 84, 105, 108, 113, 214, 216, 220, 228, 232, 233, 238, 241, 246,
]);

type Reading = (sentence: string) => boolean;

const ours: Reading = (sentence) =>
  captionShape(sentence).verbs.some(
    ({ tense, text }) => tense === 'present' || /^(?:could|would|should|might)$/iu.test(text),
  );

/** A present tense, a plural subject's infinitive, a modal or a form of "be" in the present. */
const compromise: Reading = (sentence) => {
  const terms = (nlp(sentence).json() as { terms: { text: string; tags: string[] }[] }[]).flatMap(
    (one) => one.terms,
  );
  return terms.some(({ text, tags }, at) => {
    const before = terms[at - 1]?.text.toLowerCase() ?? '';
    if (tags.includes('Gerund') || tags.includes('Participle')) return false;
    if (tags.includes('Modal') || /^(?:is|are|am|has|have)$/iu.test(text)) return true;
    if (tags.includes('Infinitive')) return !/^(?:to|and|or)$/u.test(before) && at > 0;
    return tags.includes('PresentTense');
  });
};

const wink = winkNLP(model, ['sbd', 'pos']);
/** Universal tags have no tense: a verb that is no form in -ing, -ed or an irregular past counts as present. */
const winkReading: Reading = (sentence) => {
  const tokens = wink.readDoc(sentence).tokens();
  const words = tokens.out(wink.its.value) as string[];
  const tags = tokens.out(wink.its.pos) as string[];
  return words.some((word, at) => {
    if (tags[at] !== 'VERB' && tags[at] !== 'AUX') return false;
    if (words[at - 1]?.toLowerCase() === 'to' || /(?:ing|ed)$/iu.test(word)) return false;
    return !/^(?:was|were|had|did|been|be)$/iu.test(word);
  });
};

const READINGS: { readonly [name: string]: Reading } = {
  'own lexicon and neighbours': ours,
  'compromise/two': compromise,
  'wink-nlp, lite model': winkReading,
};

describe.skipIf(!existsSync(FILE))('who finds the verb of a caption', () => {
  test('accuracy on real captions, and milliseconds for 1,800 words', () => {
    const rows = readFileSync(FILE, 'utf8').trim().split('\n');
    const sentences = rows.flatMap((line, index) => {
      const { caption } = splitCaptionCredit((JSON.parse(line) as { caption: string }).caption);
      if (caption.split(/\s+/u).length < 4 || index === 11 || index === 18) return [];
      const stop = /[.!?…]["”’')]*\s+\p{Lu}/u.exec(caption);
      return [{ index, text: caption.slice(0, stop ? stop.index + 1 : caption.length) }];
    });
    const copy = readArticle(storyOf(1800).article).map(({ text }) => text);
    const table: Record<string, object> = {};
    for (const [name, reading] of Object.entries(READINGS)) {
      const wrong = sentences.filter(({ index, text }) => {
        const known = PRESENT.has(index) ? true : NOT_PRESENT.has(index) ? false : null;
        return known !== null && reading(text) !== known;
      }).length;
      const read = name.startsWith('own') ? (text: string) => finiteVerbs(text) : reading;
      const times = Array.from({ length: 12 }, () => timed(() => copy.map((one) => read(one))));
      table[name] = {
        captions: sentences.length,
        wrong,
        accuracy: Number((1 - wrong / sentences.length).toFixed(3)),
        'ms for 1,800 words': Number(least(times).toFixed(1)),
      };
    }
    console.table(table);
  });
});
