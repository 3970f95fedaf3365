import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const program = (path: string) => join(root, 'node_modules', path);

/** A folder name for an import clause. */
const hash = (text: string) => createHash('sha1').update(text).digest('hex').slice(0, 12);

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

interface Outcome {
  readonly failed: boolean;
  readonly output: string;
}

async function outcomeOf(running: ReturnType<typeof run>): Promise<Outcome> {
  try {
    const { stdout, stderr } = await running;
    return { failed: false, output: `${stdout}${stderr}` };
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    return { failed: true, output: `${stdout}${stderr}` };
  }
}

const WRONG: readonly (readonly [path: string, clause: string, message: string])[] = [
  ['core/article/wrong.ts', "{ a } from 'electron'", 'core knows no shell'],
  ['core/checks/rules/wrong.ts', "{ a } from 'node:fs'", 'core has no files, processes or Node'],
  [
    'core/formats/wrong.ts',
    "{ a } from 'node:fs/promises'",
    'core has no files, processes or Node',
  ],
  ['core/review/wrong.ts', "{ a } from 'react'", 'core has no window'],
  ['core/captions/wrong.ts', "{ a } from 'lexical'", 'core knows no editor'],
  ['core/captions/wrong.ts', "{ a } from '@lexical/headless'", 'core knows no editor'],
  ['core/formats/wrong.ts', "{ a } from 'sharp'", 'core is pure TypeScript'],
  ['core/checks/harper/wrong.ts', "{ a } from 'harper.js'", 'core knows what a lint is'],
  ['core/util/wrong.ts', "{ a } from '../../electron/services/files'", 'core knows no shell'],
  ['core/util/wrong.ts', "{ a } from '../../renderer/desk'", 'core has no window'],
  ['core/util/wrong.ts', "{ a } from '../../tests/helpers/story'", 'Tests and build tools'],
  ['electron/main.ts', "{ a } from 'react'", 'The main process has no window of its own'],
  [
    'electron/services/wrong.ts',
    "{ a } from 'lexical'",
    'The main process has no window of its own',
  ],
  [
    'electron/windows/wrong.ts',
    "{ a } from '../../renderer/desk'",
    'The main process has no window',
  ],
  ['electron/windows/wrong.ts', "{ a } from '../../core/util/result'", '#core/…'],
  ['electron/security/wrong.ts', "{ a } from 'vitest'", 'Tests and build tools'],
  ['electron/services/wrong.ts', "{ a } from 'electron'", 'electron/services/platform.ts'],
  ['electron/command-line/wrong.ts', "{ a } from 'electron'", 'electron/services/platform.ts'],
  ['electron/preload.ts', "{ a } from 'node:fs'", 'A sandboxed preload can load electron only'],
  ['renderer/state/wrong.ts', "{ a } from 'electron'", 'The window has no Electron'],
  ['renderer/views/wrong.tsx', "{ a } from 'node:path'", 'The window has no Node'],
  [
    'renderer/workers/wrong.ts',
    "{ a } from '../../electron/services/files'",
    'The window has no Electron',
  ],
  ['renderer/editor/wrong.ts', "{ a } from 'sharp'", 'The window has no native code'],
  ['renderer/editor/wrong.ts', "{ a } from '../../core/article/model'", '#core/…'],
  ['renderer/ui/wrong.ts', "{ a } from '../../tests/helpers/story'", 'Tests and build tools'],
  ['tests/core/wrong.test.ts', "{ a } from '../../core/article/model'", '#core/…'],
  ['electron/windows/wrong.ts', "{ ipcMain } from 'electron'", 'electron/ipc alone'],
  ['electron/preload.ts', "{ ipcMain } from 'electron'", 'electron/ipc alone'],
  ['electron/ipc/wrong.ts', "{ ipcRenderer } from 'electron'", 'electron/preload.ts alone'],
  ['electron/main.ts', "{ contextBridge } from 'electron'", 'electron/preload.ts alone'],
];
const RIGHT: readonly (readonly [path: string, clause: string])[] = [
  ['electron/ipc/register.ts', "{ ipcMain } from 'electron'"],
  ['electron/preload.ts', "{ contextBridge, ipcRenderer } from 'electron'"],
  ['electron/main.ts', "{ app } from 'electron'"],
  ['electron/services/right.ts', "{ readFile } from 'node:fs/promises'"],
  ['core/formats/right.ts', "{ parseHTML } from 'linkedom'"],
  ['core/checks/right.ts', "{ fold } from '../util/text'"],
  ['renderer/editor/right.ts', "{ createEditor } from 'lexical'"],
  ['renderer/views/right.tsx', "{ METHODS } from '#core/ipc/contract'"],
  ['tests/electron/right.test.ts', "{ readJson } from '../../electron/services/json-file'"],
];

describe('lint', () => {
  let folder: string;
  const found = new Map<string, readonly string[]>();

  /** Each row stands in a tree of its own, so that a path may come twice; the rules name folders at any depth. */
  const tree = (path: string, clause: string) => `${hash(clause)}/${path}`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'walls-'));
    const settings = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8'));
    settings.vcs.enabled = false;
    for (const [path, clause] of [...WRONG, ...RIGHT]) {
      const base = join(folder, hash(clause));
      await write(join(base, path), `import ${clause};\n`);
      await write(join(base, 'biome.json'), JSON.stringify(settings));
    }
    for (const clause of new Set([...WRONG, ...RIGHT].map((row) => row[1]))) {
      const args = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '.'];
      const biome = program('@biomejs/biome/bin/biome');
      const cwd = join(folder, hash(clause));
      const { output } = await outcomeOf(run(process.execPath, [biome, ...args], { cwd }));
      const json = output.split('\n').find((line) => line.startsWith('{"summary"')) ?? '{}';
      const { diagnostics } = JSON.parse(json) as {
        readonly diagnostics: readonly {
          readonly message: string;
          readonly location: { readonly path: string };
        }[];
      };
      for (const { message, location } of diagnostics) {
        const key = tree(location.path, clause);
        found.set(key, [...(found.get(key) ?? []), message]);
      }
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(WRONG)('%s may not import %s', (path, clause, message) => {
    expect(found.get(tree(path, clause))).toEqual([expect.stringContaining(message)]);
  });

  test.each(RIGHT)('%s may import %s', (path, clause) => {
    expect(found.get(tree(path, clause)) ?? []).toEqual([]);
  });
});

describe('types', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'walls-'));
    await write(join(folder, 'electron/thing.ts'), 'export const thing = 1;\n');
    await write(join(folder, 'renderer/thing.ts'), 'export const thing = 1;\n');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Compiles one file with the options of a folder of the project. */
  async function compile(area: string, text: string): Promise<Outcome> {
    await write(join(folder, area, 'wrong.ts'), text);
    await write(
      join(folder, area, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, area, 'tsconfig.json'),
        compilerOptions: {
          rootDir: '..',
          outDir: '../out',
          typeRoots: [join(root, 'node_modules/@types'), join(root, 'node_modules')],
        },
        include: ['wrong.ts'],
        references: [],
      }),
    );
    const tsc = program('typescript/bin/tsc');
    return outcomeOf(run(process.execPath, [tsc, '-p', area], { cwd: folder }));
  }

  test.each([
    ['core', 'export const x = document.title;\n', "Cannot find name 'document'"],
    ['core', 'export const x = process.pid;\n', "Cannot find name 'process'"],
    ['core', "import { thing } from '../electron/thing';\nexport const x = thing;\n", 'TS6307'],
    ['core', "import { thing } from '../renderer/thing';\nexport const x = thing;\n", 'TS6307'],
    ['electron', 'export const x = document.title;\n', "Cannot find name 'document'"],
    ['electron', "import { thing } from '../renderer/thing';\nexport const x = thing;\n", 'TS6307'],
    ['renderer', 'export const x = process.pid;\n', "Cannot find name 'process'"],
    ['renderer', "import { thing } from '../electron/thing';\nexport const x = thing;\n", 'TS6307'],
  ])('in %s, %s does not compile', async (area, text, message) => {
    const { failed, output } = await compile(area, text);
    expect(output).toContain(message);
    expect(failed).toBe(true);
  });

  test.each([
    ['core', 'export const x = structured(1);\nfunction structured(n: number) { return n; }\n'],
    ['electron', 'export const x = process.pid;\n'],
    ['renderer', 'export const x = document.title;\n'],
  ])('in %s, what belongs there compiles', async (area, text) => {
    expect(await compile(area, text)).toEqual({ failed: false, output: '' });
  });
});
