import { rulingsOf } from '../../ledger/decisions';
import { nearSpellings } from '../../ledger/near-names';
import type { Draft, StoryCheck } from '../types';

export const nameVariant: StoryCheck = {
  id: 'name-variant',
  title: 'Name spelled in two ways',
  section: 'Names, titles, attribution',
  severity: 'warning',
  scope: 'story',
  why: 'Two spellings of a name a letter apart are nearly always one name and a slip.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: 'The ship left for Oyelby on Monday. In Oyelby it rained.\nThe port of [[Oylelby]] was shut.',
        fixed: 'The port of Oyelby was shut.',
      },
      {
        text: 'Mayor Ana Brandvold spoke. Later Brandvold left.\nThe pier, [[Brandwold]] said, is safe.',
        fixed: 'The pier, Brandvold said, is safe.',
      },
      { text: 'Ana Brandvold spoke. Later Brandvold left.\nFor [[Brandwold]] it was over.' },
    ],
    passes: [
      { text: 'For Ida Larson it rained.\nSven Larsen left. Later Larsen and Sven Larsen met.' },
      {
        text: 'She flew from Iceland to Ireland and Iceland. He met Davis in Iceland, then David.',
      },
      { text: 'The Volskan army met Volskans. A Volskan spoke. Volskana is far.' },
      { text: 'Sven Larsen met Ingrid Larson. Later Larsen and Larson left.' },
      { text: 'In Oyelby it rained. Oyelby’s port and the Oyelbys were wet.' },
      { text: 'Brandvold left. Mayor Brandvold (pronounced Brandwold) and Ana Brandvold met.' },
      // What the desk has decided: two names, or one whose right spelling another check sees to.
      {
        text: 'Mayor Ana Brandvold spoke. Later Brandvold left.\nThe pier, Brandwold said, is safe.',
        decisions: [['apart', 'Brandwold', 'Brandvold']],
      },
      {
        text: 'Mayor Ana Brandvold spoke. Later Brandvold left.\nThe pier, Brandwold said, is safe.',
        decisions: [['same', 'Brandwold', 'Brandvold']],
      },
      { text: 'The Harbor Signal and Harbor Signals differ; the Harbor Signal wins.' },
    ],
  },
  run(story) {
    const { areApart, areSame } = rulingsOf(story.decisions);
    const open = nearSpellings(story.blocks).filter(
      ([{ word }, usual]) => !areApart(word, usual.word) && !areSame(word, usual.word),
    );
    return open.map(([rare, usual]): Draft => {
      const place = rare.places[0] ?? { block: '', start: 0, end: 0 };
      return {
        ...place,
        message: `The story has ${rare.word} here and ${usual.word} elsewhere.`,
        fact: `${rare.word} ↔ ${usual.word}`,
        related: usual.places.slice(0, 3),
        fixes: [
          {
            title: usual.word,
            safe: false,
            edits: [{ op: 'replace', ...place, text: usual.word }],
          },
        ],
      };
    });
  },
};
