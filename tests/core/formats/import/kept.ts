import type { Story } from '#core/article/model';
import { isFigure } from '#core/article/model';
import { originalText } from '#core/article/reading';
import type { Imported } from '#core/formats/types';

/** Letters and digits only, in lower case: what is left when layout, quotes and separators are set aside. */
export function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

/** All texts of a story, each as letters; a figure's caption and credit run on, as they did in the source. */
export function storyLetters(story: Story): string {
  const blocks = story.article.blocks.map((block) =>
    isFigure(block)
      ? originalText(block.caption.spans) + originalText(block.credit.spans)
      : originalText(block.spans),
  );
  const related = story.related.flatMap((item) => [
    item.headline,
    item.dek,
    item.caption + item.credit,
    ...item.other,
  ]);
  const photos = story.photos.map((photo) => photo.originalName);
  return [...blocks, ...related, ...photos].map(letters).join('|');
}

/** Source lines that are nowhere: not in the article, not beside it, not in the report. */
export function lostLines(source: string, { story, report }: Imported): readonly string[] {
  const listed = [...report.repairs, ...report.loose].map((each) => letters(each.text)).join('|');
  const all = `${storyLetters(story)}|${listed}`;
  return source
    .split(/\r\n|\r|\n/)
    .filter((line) => letters(line) !== '')
    .filter((line) => {
      const bare = line.trim().replace(/^\s*(\d{1,2}[.)]|[•·▪‣◦●■►*-])\s+/u, '');
      return !all.includes(letters(line)) && !all.includes(letters(bare));
    });
}
