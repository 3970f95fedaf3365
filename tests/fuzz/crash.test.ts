import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseStory } from '#core/article/schema';
import { newStory } from '#core/article/story';
import { sha256 } from '../../electron/services/files';
import { writeStory } from '../../electron/services/story-folder';
import { storyAt } from './crash-child';

const root = new URL('../..', import.meta.url).pathname;
const KILLS = Number(process.env['GALLEY_CRASH_KILLS'] ?? 240);
const STORIES = ['one', 'two', 'three'];

let work: string;
let library: string;
const program = join(root, 'node_modules/.cache/galley-crash-test/crash-child.js');

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'galley-crash-'));
  library = join(work, 'library');
  for (const slug of STORIES) {
    const folder = join(library, `${slug}.galley`);
    await mkdir(folder, { recursive: true });
    await writeStory(folder, storyAt(newStory({ id: slug, slug }), 1), slug);
  }
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron', 'sharp'] },
    build: {
      ssr: true,
      outDir: join(program, '..'),
      minify: false,
      rolldownOptions: { input: { 'crash-child': join(root, 'tests/fuzz/crash-child.ts') } },
    },
  });
}, 120_000);

afterAll(() => rm(work, { recursive: true, force: true }));

interface Killed {
  /** The last save each story's writer reported. */
  readonly reported: ReadonlyMap<string, number>;
  readonly saves: number;
}

/** Runs the child, kills it `delay` milliseconds after its first save, and answers what it had reported. */
function runAndKill(delay: number): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, join(work, 'data'), library], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const reported = new Map<string, number>();
    let saves = 0;
    let rest = '';
    let trouble = '';
    child.stderr.on('data', (chunk: Buffer) => {
      trouble += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      if (saves === 0 && rest === '') setTimeout(() => child.kill('SIGKILL'), delay);
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [ref = '', n] = line.split(' ');
        reported.set(ref, Number(n));
        saves += 1;
      }
    });
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve({ reported, saves });
      else reject(new Error(`The child ended by itself (${code}): ${trouble}`));
    });
  });
}

describe('SIGKILL while saving', () => {
  it(`leaves every story readable and as one of its last two saves, ${KILLS} times`, async () => {
    let saves = 0;
    let atReported = 0;
    let oneAhead = 0;
    let leftTemporary = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = new Map<string, number>();
      for (const slug of STORIES) before.set(`${slug}.galley`, (await readSaved(slug)).n);
      const killed = await runAndKill(Math.random() * 120);
      saves += killed.saves;
      for (const slug of STORIES) {
        const ref = `${slug}.galley`;
        const names = await readdir(join(library, ref));
        leftTemporary += names.filter((name) => name.endsWith('.tmp')).length;
        const { n, hash, expected } = await readSaved(slug);
        expect(hash, `${ref} after kill ${kill}`).toBe(expected);
        const last = killed.reported.get(ref) ?? before.get(ref) ?? 0;
        expect([last, last + 1], `${ref} after kill ${kill}`).toContain(n);
        if (n === last) atReported += 1;
        else oneAhead += 1;
      }
    }
    for (const slug of STORIES) {
      const history = join(library, `${slug}.galley`, 'history');
      for (const name of await readdir(history).catch(() => [])) {
        if (!name.endsWith('.json')) continue;
        const read = parseStory(await readFile(join(history, name), 'utf8'), name);
        expect(read.ok, name).toBe(true);
      }
    }
    console.log(
      `crash test: ${KILLS} kills, ${saves} saves, ${KILLS * STORIES.length} stories read; ` +
        `${atReported} as last reported, ${oneAhead} one save ahead, ` +
        `${leftTemporary} temporary files left behind (cleared on the next open), 0 damaged`,
    );
    expect(saves).toBeGreaterThan(KILLS);
  });
});

/** What a story holds now: the number of its save, its hash, and the hash that save must have. */
async function readSaved(slug: string) {
  const text = await readFile(join(library, `${slug}.galley`, 'story.json'), 'utf8');
  const read = parseStory(text, slug);
  if (!read.ok) throw new Error(read.message);
  const n = read.value.targetLength ?? 0;
  const whole = storyAt(newStory({ id: slug, slug }), n);
  return { n, hash: sha256(text), expected: sha256(`${JSON.stringify(whole, null, 2)}\n`) };
}
