import { nearMiss } from '../../captions/name-match';
import { shortFact, splitOf } from '../../captions/reading';
import { captionShape } from '../../captions/shape';
import { rulingsOf } from '../../ledger/decisions';
import type { StoryCheck } from '../types';

export const captionNameSpelling: StoryCheck = {
  id: 'caption-name-spelling',
  title: 'Name spelled differently in caption and story',
  section: 'Photo metadata against the story',
  severity: 'error',
  scope: 'story',
  why: 'The same person is spelled in two ways. One of them is wrong.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: 'caption: Sergei [[Lavrow]] speaks in Porto.\nMinister Sergei Lavrov opened the pier.',
        fixed: 'Sergei Lavrov speaks in Porto.',
      },
      {
        text: 'caption: [[Kristen]] Wilkins speaks in Porto.\nKristin Wilkins opened the pier.',
        fixed: 'Kristin Wilkins speaks in Porto.',
      },
    ],
    passes: [
      { text: 'caption: Sergei Lavrov speaks in Porto.\nMinister Sergei Lavrov opened the pier.' },
      // Relatives.
      { text: 'caption: Carlo Bruni speaks.\nCarla Bruni opened the pier.' },
      { text: 'caption: Sven Larsen speaks.\nIngrid Larson opened the pier.' },
      // A transliteration that the story itself quotes.
      {
        text: 'caption: Sergei Lavrow speaks.\nMinister Sergei Lavrov opened the pier. German papers write “Lavrow”.',
      },
      // The desk has decided; where it said "one person", another check asks for the right spelling.
      {
        text: 'caption: Sergei Lavrow speaks in Porto.\nMinister Sergei Lavrov opened the pier.',
        decisions: [['apart', 'Sergei Lavrow', 'Sergei Lavrov']],
      },
      {
        text: 'caption: Sergei Lavrow speaks in Porto.\nMinister Sergei Lavrov opened the pier.',
        decisions: [['same', 'Lavrow', 'Lavrov']],
      },
      { text: 'caption: The Lavrovs leave Porto.\nMinister Sergei Lavrov opened the pier.' },
    ],
  },
  run(story) {
    const { areApart, areSame } = rulingsOf(story.decisions);
    const isDecided = (a: string, b: string) => areApart(a, b) || areSame(a, b);
    return story.figures.flatMap((figure) => {
      const { caption, captionRange } = splitOf(figure.caption);
      return captionShape(caption).people.flatMap((person) => {
        const miss = nearMiss(person, story);
        if (!miss || isDecided(miss.caption, miss.story)) return [];
        const start = captionRange.start + person.start + miss.at;
        const end = start + miss.caption.length;
        const { block, person: other } = miss.in;
        return [
          {
            block: figure.caption.id,
            start,
            end,
            message: `The caption says ${miss.caption}, the story says ${miss.story}.`,
            fact: shortFact(`${miss.caption} ≠ ${miss.story}`),
            related: [{ block: block.id, start: other.start, end: other.end }],
            fixes: [
              {
                title: miss.story,
                edits: [
                  {
                    op: 'replace' as const,
                    block: figure.caption.id,
                    start,
                    end,
                    text: miss.story,
                  },
                ],
                safe: false,
              },
            ],
          },
        ];
      });
    });
  },
};
