/**
 * The victim of the crash test: saves stories through the library service without a pause and says on stdout what it has
 * saved, until it is killed. Arguments: data folder, library folder. Every story's `targetLength` counts its saves.
 */
import { writeSync } from 'node:fs';
import type { Story } from '#core/article/model';
import { textBlock } from '#core/article/story';
import { createServices } from '../../electron/services/index';
import type { Platform } from '../../electron/services/platform';

const [data = '', folder = ''] = process.argv.slice(2);
const none = () => Promise.reject(new Error('not here'));
const platform: Platform = {
  version: '0',
  shell: 'electron',
  paths: { userData: data, documents: data, assets: data },
  chooseFiles: none,
  chooseFolder: none,
  chooseSave: none,
  trash: none,
  reveal: () => undefined,
  openExternal: none,
  setTheme: () => undefined,
  broadcast: () => undefined,
};

/** The story at its nth save: its whole text depends on n, and its size changes a lot. */
export function storyAt(story: Story, n: number): Story {
  const size = 1 + ((n * 7) % 60);
  return {
    ...story,
    targetLength: n,
    article: {
      blocks: Array.from({ length: size }, (_unused, index) =>
        textBlock(`b${index}`, 'paragraph', `${n}/${index} ${'word '.repeat(400)}${n}`),
      ),
    },
  };
}

async function saveForever(): Promise<void> {
  const services = createServices(platform, { library: { folder, watch: false } });
  await services.boot();
  const rows = await services.library.list();
  if (!rows.ok) throw new Error(rows.message);
  await Promise.all(
    rows.value.map(async ({ ref }) => {
      const opened = await services.library.open(ref);
      if (!opened.ok) throw new Error(opened.message);
      let { story, revision } = opened.value;
      for (;;) {
        const n = (story.targetLength ?? 0) + 1;
        story = storyAt(story, n);
        const saved = await services.library.save(ref, story, revision);
        if (!saved.ok) throw new Error(saved.message);
        revision = saved.value.revision;
        // Synchronous: what was said has left the process before the next save begins.
        writeSync(1, `${ref} ${n}\n`);
      }
    }),
  );
}

if (folder !== '') {
  saveForever().catch((error: unknown) => {
    console.error(error);
    process.exit(3);
  });
}
