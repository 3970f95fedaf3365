import type { LooseText, Repair, Story } from '#core/article/model';
import { applyPatches, textBlock } from '#core/article/story';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';

/** Takes an import repair back. Fails when the blocks it names are no longer there; the text can still be copied. */
export function undoRepair(story: Story, repair: Repair): Result<Story> {
  try {
    const patched = applyPatches(story, repair.undo);
    return ok(withRepair(patched, { ...repair, undone: true }));
  } catch {
    return fail(
      'bad-input',
      'The place this came from has changed since the import, so it cannot be put back by itself. Copy the text and paste it where it belongs.',
    );
  }
}

function withRepair(story: Story, repair: Repair): Story {
  const report = story.importReport;
  if (!report) return story;
  const repairs = report.repairs.map((one) => (one.id === repair.id ? repair : one));
  return { ...story, importReport: { ...report, repairs } };
}

/** Moves a text the importer could not place to the end of the story as paragraphs of its own. */
export function insertLoose(story: Story, loose: LooseText): Story {
  const report = story.importReport;
  if (!report) return story;
  const taken = new Set(story.article.blocks.map((block) => block.id));
  const paragraphs = loose.text
    .split(/\n{2,}|\r?\n/u)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const blocks = paragraphs.map((text) => {
    const id = freeId(taken);
    taken.add(id);
    return textBlock(id, 'paragraph', text);
  });
  return {
    ...story,
    article: { ...story.article, blocks: [...story.article.blocks, ...blocks] },
    importReport: { ...report, loose: report.loose.filter((one) => one !== loose) },
  };
}

function freeId(taken: ReadonlySet<string>): string {
  let count = taken.size + 1;
  while (taken.has(`l${count}`)) count += 1;
  return `l${count}`;
}

/** "line 3", "lines 5–6, 9": 1-based source lines for people. */
export function lineWords(lines: readonly number[]): string {
  if (lines.length === 0) return '';
  const sorted = [...new Set(lines)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const line of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else runs.push([line, line]);
  }
  const words = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  return `${sorted.length === 1 ? 'line' : 'lines'} ${words}`;
}
