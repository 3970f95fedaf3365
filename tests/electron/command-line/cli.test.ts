import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { MARKDOWN, PAGE } from '../fixtures';
import { temporaryFolder } from '../test-platform';

const root = new URL('../../..', import.meta.url).pathname;
/** Below the project, so that the compiled program finds its assets and packages as the real one does. */
const out = join(root, 'node_modules/.cache/galley-cli-test');

function galley(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(out, 'cli.js'), ...args], {
    encoding: 'utf8',
    cwd: root,
  });
  return { status, stdout, stderr };
}

async function file(name: string, text: string): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, text);
  return path;
}

beforeAll(async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron', 'sharp'] },
    build: {
      ssr: true,
      outDir: out,
      minify: false,
      rolldownOptions: { input: { cli: join(root, 'electron/cli.ts') } },
    },
  });
}, 120_000);

describe('command line', () => {
  it('never loads electron', async () => {
    for (const name of await readdir(out)) {
      if (!name.endsWith('.js')) continue;
      expect(await readFile(join(out, name), 'utf8')).not.toMatch(/from ["']electron["']/u);
    }
  });

  it('tells its use and its version', () => {
    expect(galley('--help')).toMatchObject({ status: 0, stderr: '' });
    expect(galley('--help').stdout).toContain('import FILE --to FOLDER');
    expect(galley('--version').stdout).toBe('0.1.0\n');
  });

  it('imports a file into a folder and checks the story it made', async () => {
    const folder = await temporaryFolder();
    const source = await file('ferry.html', PAGE);
    const imported = galley('import', source, '--to', folder);
    expect(imported).toMatchObject({ status: 0, stderr: '' });
    const story = imported.stdout.trim();
    expect(existsSync(join(story, 'story.json'))).toBe(true);
    expect(await readdir(folder)).toHaveLength(1);
    const fromFile = JSON.parse(galley('check', source, '--json', '--no-spelling').stdout);
    const fromStory = JSON.parse(galley('check', story, '--json', '--no-spelling').stdout);
    expect(fromStory.findings).toEqual(fromFile.findings);
    expect(fromStory.story.blocks).toEqual(fromFile.story.blocks);
  });

  it('prints the report other programs read', async () => {
    const checked = galley('check', await file('ferry.html', PAGE), '--json', '--no-spelling');
    expect(checked.stderr).toBe('');
    const report = JSON.parse(checked.stdout);
    expect(Object.keys(report)).toEqual(['story', 'importReport', 'findings']);
    expect(Object.keys(report.story)).toEqual(['blocks', 'photos', 'related']);
    const kinds = report.story.blocks.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['headline', 'paragraph', 'caption', 'credit']));
    for (const block of report.story.blocks) {
      expect(Object.keys(block)).toEqual(['id', 'kind', 'text']);
    }
    for (const finding of report.findings) {
      expect(Object.keys(finding)).toEqual([
        'check',
        'severity',
        'block',
        'kind',
        'start',
        'end',
        'actual',
        'message',
        'fixes',
      ]);
    }
  });

  it('finds misspelt words unless it is told not to', async () => {
    const source = await file('fire.md', `${MARKDOWN}\nThe crew will recieve a medal.\n`);
    const found = galley('check', source);
    expect(found.stderr).toBe('');
    expect(found.stdout).toMatch(
      /^warning .*“recieve” is in no American dictionary\..*spelling$/mu,
    );
    expect(galley('check', source, '--no-spelling').stdout).not.toContain('recieve');
  });

  it('ends with 1 for errors and with 0 for none', async () => {
    const clean = galley(
      'check',
      await file('fire.md', MARKDOWN),
      ...['--style', 'plain', '--no-spelling'],
    );
    expect(clean.status).toBe(0);
    expect(clean.stdout).toMatch(/fire\.md: 0 errors/u);
    const text = MARKDOWN.replace('The cause', 'TKTK');
    const wrong = galley('check', await file('fire.md', text), '--no-spelling');
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toMatch(/^error .*placeholder$/mu);
    expect(wrong.stderr).toBe('');
  });

  it('exports a file and a story', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'out.html');
    const source = await file('fire.md', MARKDOWN);
    const exported = galley('export', source, '--to', 'html', '--out', path);
    expect(exported).toMatchObject({ status: 0, stdout: `${path}\n`, stderr: '' });
    expect(await readFile(path, 'utf8')).toContain('Harbour fire put out');
  });

  it('refuses bad input with one line that names it', async () => {
    const source = await file('fire.md', MARKDOWN);
    const folder = await temporaryFolder();
    const broken = await file('story.json', '{"schema": 1');
    for (const [named, args] of [
      ['nowhere.txt', ['check', '/nowhere.txt']],
      ['story.json', ['check', broken]],
      ['fire.md', ['import', source, source, '--to', folder]],
      ['--to', ['import', source]],
      ['--out', ['export', source, '--to', 'html']],
      ['wordstar', ['export', source, '--to', 'wordstar', '--out', join(folder, 'x')]],
      ['nostyle', ['check', source, '--style', 'nostyle']],
      ['proofread', ['proofread', source]],
      ['--loud', ['check', source, '--loud']],
      ['--json', ['import', source, '--to', folder, '--json']],
      ['--help', []],
    ] as const) {
      const { status, stdout, stderr } = galley(...args);
      expect(status, args.join(' ')).toBe(2);
      expect(stdout).toBe('');
      expect(stderr.trimEnd().split('\n'), args.join(' ')).toHaveLength(1);
      expect(stderr).toContain(named);
    }
    expect(await readdir(folder)).toEqual([]);
  });
});
