/** A page with nothing but the editor, for tests that type, paste and point in a real browser. */
import '@fontsource-variable/inter';
import '@fontsource-variable/newsreader';
import { createRoot } from 'react-dom/client';
import type { BlockId, Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { figureBlock, newStory, textBlock } from '#core/article/story';
import type { EditorApi, EditorEvents, EditorOptions } from '../../../../renderer/editor';
import { findInStory, GalleyEditor, replaceEdits } from '../../../../renderer/editor';
import '../../../../renderer/styles/tokens.css';

const log = {
  changes: [] as (readonly BlockId[] | null)[],
  findings: [] as (string | null)[],
  pictures: [] as string[],
  history: null as unknown,
  selection: null as unknown,
};

const events: EditorEvents = {
  onChange: (_story, blocks) => log.changes.push(blocks),
  onSelection: (selection) => {
    log.selection = selection;
  },
  onFinding: (key) => log.findings.push(key),
  onHistory: (state) => {
    log.history = state;
  },
  onPictures: (files) => log.pictures.push(...files.map(({ name }) => name)),
};

const options: EditorOptions = {
  smartQuotes: true,
  smartDashes: true,
  photoAddress: () => null,
};

const page = {
  log,
  api: undefined as unknown as EditorApi,
  make: { newStory, textBlock, figureBlock },
  find: { findInStory, replaceEdits },
  blocks: () => page.api.story().article.blocks,
  lines: () => readArticle(page.api.story().article).map(({ kind, text }) => `${kind}: ${text}`),
  load: (story: Story) => page.api.load(story),
  paste: (data: Readonly<Record<string, string>>, files: readonly File[] = []) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(data)) clipboardData.setData(type, value);
    for (const file of files) clipboardData.items.add(file);
    document
      .querySelector('.sheet')
      ?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
  },
};

declare global {
  interface Window {
    desk: typeof page;
  }
}
window.desk = page;
document.documentElement.style.fontSize = '10px';
document.body.style.margin = '0';

const place = document.getElementById('desk');
if (place) {
  createRoot(place).render(
    <GalleyEditor
      events={events}
      options={options}
      onReady={(api) => {
        page.api = api;
        document.documentElement.dataset['ready'] = '';
      }}
    />,
  );
}
