import type { Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import type { Place } from '#core/checks/types';
import { COMMANDS } from '#core/commands/registry';
import type { StoryRef, StorySummary } from '#core/ipc/contract';
import { findInStory } from '../../editor/find';

export type Entry =
  | {
      readonly kind: 'command';
      readonly id: string;
      readonly title: string;
      readonly side: string;
      readonly keys: string | null;
    }
  | {
      readonly kind: 'story';
      readonly id: string;
      readonly title: string;
      readonly side: string;
      readonly ref: StoryRef;
    }
  | {
      readonly kind: 'block';
      readonly id: string;
      readonly title: string;
      readonly side: string;
      readonly place: Place;
    }
  | {
      readonly kind: 'match';
      readonly id: string;
      readonly title: string;
      readonly side: string;
      readonly before: string;
      readonly found: string;
      readonly after: string;
      readonly place: Place;
    };

export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

const MOST = 8;
const REACH = 28;
const JUMPS: ReadonlySet<string> = new Set(['headline', 'crosshead', 'caption', 'pullquote']);

const KIND_WORDS: Readonly<Record<string, string>> = {
  pullquote: 'pull quote',
  'list-item': 'list',
  alt: 'alt text',
};

/**
 * What the palette offers for a query: commands, stories, blocks to jump to and words found in the story. An empty
 * query shows the commands and where one could jump.
 */
export function paletteSections(
  query: string,
  story: Story | null,
  stories: readonly StorySummary[],
  enabled: (id: string) => boolean,
): readonly Section[] {
  const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const fits = (text: string) => {
    const lower = text.toLocaleLowerCase();
    return words.every((word) => lower.includes(word));
  };
  const commands: Entry[] = COMMANDS.filter(
    (command) =>
      command.role === undefined && fits(`${command.title} ${command.menu}`) && enabled(command.id),
  ).map((command) => ({
    kind: 'command',
    id: `command ${command.id}`,
    title: command.title,
    side: command.menu,
    keys: command.keys ?? null,
  }));
  const open: Entry[] = stories
    .filter((one) => one.trouble === null && fits(`${one.slug} ${one.headline}`))
    .slice(0, MOST)
    .map((one) => ({
      kind: 'story',
      id: `story ${one.ref}`,
      title: one.headline || one.slug,
      side: one.slug,
      ref: one.ref,
    }));
  const found = story ? matches(story, query) : [];
  const sections = [
    { title: 'In the story', entries: found },
    { title: 'Jump to', entries: story ? blocks(story, fits) : [] },
    { title: 'Commands', entries: query === '' ? commands : commands.slice(0, 12) },
    { title: 'Stories', entries: open },
  ];
  return sections.filter((section) => section.entries.length > 0);
}

function blocks(story: Story, fits: (text: string) => boolean): readonly Entry[] {
  return readArticle(story.article)
    .filter((block) => JUMPS.has(block.kind) && block.text !== '' && fits(block.text))
    .slice(0, MOST)
    .map((block) => ({
      kind: 'block',
      id: `block ${block.id}`,
      title: block.text,
      side: KIND_WORDS[block.kind] ?? block.kind,
      place: { block: block.id, start: 0, end: 0 },
    }));
}

function matches(story: Story, text: string): readonly Entry[] {
  if (text.trim().length < 2) return [];
  const read = readArticle(story.article);
  const query = { text: text.trim(), matchCase: false, wholeWord: false, regex: false };
  return findInStory(read, query)
    .matches.slice(0, MOST)
    .map((match) => {
      const block = read.find((one) => one.id === match.block);
      const whole = block?.text ?? '';
      const from = Math.max(0, match.start - REACH);
      const before = `${from > 0 ? '…' : ''}${whole.slice(from, match.start)}`;
      const after = whole.slice(match.end, match.end + REACH * 2);
      return {
        kind: 'match',
        id: `match ${match.block} ${match.start}`,
        title: `${before}${match.text}${after}`,
        before,
        found: match.text,
        after,
        side: KIND_WORDS[block?.kind ?? ''] ?? block?.kind ?? '',
        place: { block: match.block, start: match.start, end: match.end },
      };
    });
}
