/**
 * From the key that opens a story to its words on the sheet, to the findings of Galley's own checks and to those of
 * Harper beside them, in the whole app in the browser shell, by length of story. Prints a table; exits 1 when 1,800 words take more than 500 ms to their first findings.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { launchBrowserShell } from '../browser-shell/shell.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const LENGTHS = [1800, 10_000, 20_000];
const ROUNDS = 6;
const LIMIT = 500;

/** A library with two stories of each length, so that each is opened from another. */
async function makeLibrary(documents) {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true },
  });
  const { storyOf } = await server.ssrLoadModule('/tests/bench/made-copy.ts');
  const { textBlock } = await server.ssrLoadModule('/core/article/story.ts');
  const { serialiseStory } = await server.ssrLoadModule('/core/article/schema.ts');
  for (const words of LENGTHS) {
    for (const copy of ['a', 'b']) {
      const slug = `words-${words}-${copy}`;
      const made = storyOf(words);
      // No paragraph is that of another story, so that nothing can be remembered from there.
      const blocks = made.article.blocks.map((block) =>
        textBlock(block.id, block.kind, `${block.spans[0].text} ${slug}`),
      );
      const story = { ...made, id: slug, slug, article: { blocks } };
      const folder = join(documents, 'Galley', `${slug}.galley`);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'story.json'), serialiseStory(story));
    }
  }
  await server.close();
}

/** Runs in the page: `window.watched` gives the times once the story of this slug has its findings. */
const watch = (slug) => {
  window.watched = new Promise((resolve) => {
    let from = 0;
    let sheet = 0;
    let own = 0;
    const start = () => {
      from ||= performance.now();
    };
    addEventListener('keydown', start, { capture: true, once: true });
    const look = () => {
      const words = document.querySelector('[contenteditable="true"]')?.textContent ?? '';
      const status = document.querySelector('footer')?.textContent ?? '';
      const now = performance.now();
      if (from > 0 && sheet === 0 && words.includes(slug)) sheet = now - from;
      if (sheet > 0 && own === 0 && status.startsWith('Checked, ')) own = now - from;
      if (own > 0 && status.startsWith('Checked, all')) resolve({ sheet, own, all: now - from });
      else requestAnimationFrame(look);
    };
    look();
  });
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

spawnSync(process.execPath, ['build/bundle.mjs'], { cwd: root, stdio: 'ignore' });
const folder = await mkdtemp(join(tmpdir(), 'galley-opening-'));
await makeLibrary(join(folder, 'Documents'));
const shell = await launchBrowserShell({
  dist: join(root, 'dist'),
  userData: join(folder, 'data'),
  documents: join(folder, 'Documents'),
  headless: true,
});
const page = await shell.firstWindow();
await page.getByRole('heading', { level: 1 }).waitFor();
const rows = {};
for (const words of LENGTHS) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const slug = `words-${words}-${round % 2 === 0 ? 'a' : 'b'}`;
    await shell.menus.click('view.queue');
    await page.locator(`[role="row"][data-key="${slug}.galley"]`).first().focus();
    await page.evaluate(watch, slug);
    await page.keyboard.press('Enter');
    times.push(await page.evaluate(() => window.watched));
  }
  rows[`${words} words`] = {
    'sheet, ms': Math.round(median(times.map((one) => one.sheet))),
    'first findings, ms': Math.round(median(times.map((one) => one.own))),
    'spelling, first time, ms': Math.round(times[0].all),
    'spelling, again, ms': Math.round(median(times.slice(2).map((one) => one.all))),
  };
}
await shell.close();
await rm(folder, { recursive: true, force: true });
console.table(rows);
const took = rows['1800 words']['first findings, ms'];
console.log(`  1,800 words: ${took} ms to the first findings (at most ${LIMIT})`);
process.exit(took <= LIMIT ? 0 : 1);
