import { spell } from '../number-words';
import { countWords } from '../tokens';
import type { BlockCheck } from '../types';

const RECIPE =
  /^\s?(?:½|¼|¾|cups?|tbsp|tsp|tablespoons?|teaspoons?|oz|ounces?|lbs?|pounds?|g|kg|ml|cloves?|slices?|pinch)\b/iu;
const SHORTEST = 5;

export const numberStart: BlockCheck = {
  id: 'number-start',
  title: 'Sentence begins with a figure',
  section: 'Numbers, dates, money',
  severity: 'warning',
  scope: 'block',
  kinds: ['paragraph', 'dek', 'bio'],
  why: 'A figure at the start of a sentence has no capital to show where the sentence begins. Spell it out or turn the sentence round; a year may stand.',
  source: 'AP Stylebook, numerals',
  examples: {
    flags: [
      { text: '[[27]] men fled over the wall at noon.' },
      { text: 'It was dark. [[1,200]] people waited in the rain.' },
    ],
    passes: [
      { text: 'Twenty-seven men fled over the wall.' },
      { text: '2009 was a wet year for the whole county.' },
      { text: 'It opened on Sept. 30 people said later.' },
      { text: '2 cups of flour, sifted, and a pinch of salt' },
      { text: '1. Open the door and walk in slowly.' },
      { text: '508 only asks for a ramp of this kind.' },
      { text: '7 p.m. is when the doors open for members.' },
    ],
  },
  run(block, analysis) {
    const { text, id } = block;
    return analysis.sentences.flatMap((sentence) => {
      const match = /^\d[\d,]*(?:\.\d+)?/u.exec(text.slice(sentence.start, sentence.end));
      if (!match) return [];
      const { start } = sentence;
      const end = start + match[0].replace(/,$/u, '').length;
      const rest = text.slice(end, sentence.end);
      if (!/^(?: \p{Ll}|%)/u.test(rest) || RECIPE.test(rest)) return [];
      // "508 only requires …": the number is a name.
      if (
        /^ (?:is|was|are|were|has|had|as|only|also|and|or|of|in|at|on|to|by|does|will|would|can)\b/u.test(
          rest,
        )
      )
        return [];
      const number = analysis.numbers.find((one) => one.start === start);
      if (!number || (number.value >= 1000 && number.value < 2200 && !match[0].includes(',')))
        return [];
      if (
        countWords(text.slice(start, sentence.end)) < SHORTEST ||
        !/[.!?…”"’']$/u.test(text.slice(0, sentence.end))
      )
        return [];
      const words =
        number.value < 100 && Number.isInteger(number.value) ? spell(number.value) : null;
      const capital = words && words.charAt(0).toUpperCase() + words.slice(1);
      return [
        {
          block: id,
          start,
          end,
          message: 'A sentence begins with a figure.',
          fact: capital ? `${match[0]} → ${capital}` : 'figure first',
        },
      ];
    });
  },
};
