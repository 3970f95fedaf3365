import { personNames } from '../names';
import { isBlank } from '../repeats';
import type { CheckStory, Draft, StoryCheck } from '../types';

/** Leading articles carry no byline. */
const UNSIGNED =
  /^(?:editorial|leader|leading article|our view|we say|the .{3,40} view)\b|\bview on\b/iu;
const WHOLE = { block: '', start: 0, end: 0 };

export const missingElement: StoryCheck = {
  id: 'missing-element',
  title: 'Part of the story missing',
  section: 'Structure and duplication',
  severity: 'warning',
  scope: 'story',
  why: 'A story goes out with a headline, a dek, a byline, a date and a picture. What is missing here was not in the file or was not found in it.',
  source: 'Galley',
  examples: {
    flags: [
      {
        text: 'headline: Pier opens\ndek: Two years late\nIt opened on Monday.\ncaption: The pier',
        dates: { published: '2026-05-04' },
        photo: { file: 'a.jpg' },
      },
      {
        text: 'headline: Pier opens\nbyline: By Jo Lee\nIt opened on Monday.\ncaption: The pier',
        dates: { published: '2026-05-04' },
        photo: { file: 'a.jpg' },
      },
      {
        text: 'headline: Pier opens\ndek: Two years late\nbyline: By Jo Lee\nIt opened on Monday.\ncaption: A',
        photo: { file: 'a.jpg' },
      },
      {
        text: 'headline: Pier opens\ndek: Two years late\nbyline: By Jo Lee\nIt opened on Monday.\ncaption: A',
        dates: { published: '2026-05-04' },
      },
      {
        text: 'headline: Pier opens\ndek: Two years late\nbyline: By Jo Lee\nIt opened on Monday.',
        dates: { published: '2026-05-04' },
      },
    ],
    passes: [
      {
        text: 'headline: Pier opens\ndek: Two years late\nbyline: By Jo Lee\nIt opened on Monday.\ncaption: A',
        dates: { published: '2026-05-04' },
        photo: { file: 'a.jpg' },
      },
      {
        text: 'headline: Editorial: the pier was worth it\ndek: Two years late\nIt opened.\ncaption: A',
        dates: { published: '2026-05-04' },
        photo: { file: 'a.jpg' },
      },
    ],
  },
  run(story) {
    const headline = textOf(story, 'headline');
    const drafts: Draft[] = [];
    const miss = (message: string, fact: string) => drafts.push({ ...WHOLE, message, fact });
    if (headline === null) miss('The story has no headline.', 'no headline');
    if (textOf(story, 'dek') === null) miss('The story has no dek.', 'no dek');
    if (textOf(story, 'byline') === null && !UNSIGNED.test(headline ?? '')) {
      const author = authorInBio(story);
      if (author === null) miss('The story has no byline.', 'no byline');
      else miss(`The story has no byline. Its last lines speak of ${author}.`, `${author}?`);
    }
    if (story.dates.published === null) {
      miss('The story has no date of publication.', 'no date');
    }
    if (story.figures.length === 0) miss('The story has no picture.', 'no picture');
    for (const figure of story.figures) {
      if (figure.photo && figure.photo.file !== null) continue;
      const name = figure.photo?.originalName ?? '';
      drafts.push({
        block: figure.id,
        start: 0,
        end: 0,
        message: `The picture’s file is missing${name === '' ? '' : `: ${name}`}.`,
        fact: 'no picture file',
      });
    }
    return drafts;
  },
};

function textOf(story: CheckStory, kind: 'headline' | 'dek' | 'byline'): string | null {
  return story.blocks.find((block) => block.kind === kind && !isBlank(block.text))?.text ?? null;
}

/** The person a bio begins with: probably the author, to be confirmed. */
function authorInBio(story: CheckStory): string | null {
  const bio = story.blocks.find((block) => block.kind === 'bio');
  const first = bio && personNames(bio.text)[0];
  return first && first.start < 5 ? first.name : null;
}
