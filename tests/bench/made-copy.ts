import type { Block, Story } from '#core/article/model';
import { newStory, textBlock } from '#core/article/story';

const NOUNS = 'council harbour pier mayor budget school road report storm ferry vote town'.split(
  ' ',
);
const GIVEN = 'Ana Sergei Maria Tom Peter Laura Omar Helen Victor Rosa Ivan Claire'.split(' ');
const SURNAMES =
  'Reis Lavrov Lund Brandt Okafor Novak Castillo Fischer Ramirez Petrov Sharma Olsen Baker Moreau Haddad Kaplan Larkin Silva'.split(
    ' ',
  );

/** Copy of the kind a desk sees: 60 words a paragraph, with names, quotations, numbers and dates; nothing repeats. */
export function storyOf(words: number): Story {
  let seed = 1;
  const next = (limit: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  const noun = () => NOUNS[next(NOUNS.length)];
  const blocks: Block[] = [textBlock('h', 'headline', 'Council opens the pier two years late')];
  for (let index = 0; index * 60 < words; index += 1) {
    const surname = SURNAMES[next(SURNAMES.length)];
    const name = `${GIVEN[next(GIVEN.length)]} ${surname}`;
    blocks.push(
      textBlock(
        `b${index}`,
        'paragraph',
        `The ${noun()} near the ${noun()} was approved on Monday, when ${name} spoke for ${next(90) + 10} minutes about the ${noun()} and its ${noun()}. “We don’t have the ${noun()} that the ${noun()} wants,” ${surname} said. “It costs $${next(90)} million, ${next(99)}% more than the ${noun()} of Oct. ${next(27) + 1}, ${1990 + next(30)}.” Nobody in the ${noun()} objected — the ${noun()} has ${next(500) + 10} members — and item ${index} passed.`,
      ),
    );
  }
  return newStory({ id: 's', slug: 's', article: { blocks } });
}

/** The least of several runs: what is above it is the machine's other work. */
export function least(times: readonly number[]): number {
  return Math.min(...times);
}

/** Milliseconds that `run` takes. */
export function timed(run: () => void): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}
