import type { Photo, Story, TextBlock } from '#core/article/model';
import { figureBlock, missingPhoto, newStory, textBlock } from '#core/article/story';

/** A photo whose file is in the story's folder. */
export function photo(id: string, file: string): Photo {
  return { ...missingPhoto(id, file), file, width: 1200, height: 800 };
}

function item(id: string, text: string, depth: number, ordered = false): TextBlock {
  return { ...textBlock(id, 'list-item', text), depth, ordered };
}

/** One of everything, with tracked changes: what the golden files show. */
export const SAMPLE: Story = newStory({
  id: 's1',
  slug: 'quay-fire',
  dates: { dateline: 'ARLEN', published: '2031-05-06' },
  photos: [photo('p1', 'quay fire.jpg'), missingPhoto('p2', 'hall_night.jpg')],
  article: {
    blocks: [
      textBlock('b1', 'headline', 'Harbour blaze guts old fish market'),
      textBlock('b2', 'dek', 'Traders “back by summer,” mayor says'),
      textBlock('b3', 'byline', 'By Ida Moran and Lev Osei'),
      {
        ...figureBlock(
          'f1',
          'p1',
          'Firefighters hose the market roof in Arlen on Tuesday, May 6, 2031.',
          'Sam Quill/Coast Press',
          'Two firefighters on a ladder aim water at a smoking tiled roof.',
        ),
      },
      textBlock('b4', 'paragraph', [
        { text: 'The market burned for ' },
        { text: 'six ', deleted: 'c1' },
        { text: 'seven ', inserted: 'c2' },
        { text: 'hours, the ' },
        { text: 'Arlen ', marks: ['italic'], link: 'https://example.org/a?x=1&y=2' },
        { text: 'Gazette', marks: ['italic', 'bold'], link: 'https://example.org/a?x=1&y=2' },
        { text: ' reported. CO' },
        { text: '2', marks: ['subscript'] },
        { text: ' levels rose.' },
      ]),
      { ...textBlock('b5', 'paragraph', 'The roof fell in. '), endDeleted: 'c3' },
      textBlock('b6', 'paragraph', 'Nobody was hurt.'),
      textBlock('b7', 'crosshead', 'What was lost'),
      item('l1', 'Forty stalls', 0),
      item('l2', 'fish', 1),
      item('l3', 'ice', 1),
      item('l4', 'The clock', 0),
      item('l5', 'Clear the site', 0, true),
      item('l6', 'Rebuild', 0, true),
      textBlock('b8', 'quotation', 'We will sell from boats if we must.'),
      textBlock('b9', 'pullquote', 'We will sell from boats'),
      figureBlock('f2', 'p2', 'The hall at night.', 'Coast Press', ''),
      { ...figureBlock('f3', 'p1', 'Gone.', 'Gone'), deleted: 'c4' },
      { ...textBlock('b10', 'paragraph', [{ text: 'Cut this.', deleted: 'c5' }]) },
      textBlock('b11', 'bio', 'Ida Moran covers the coast.'),
    ],
  },
});
