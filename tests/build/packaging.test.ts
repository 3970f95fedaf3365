import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** A fuse that is set: the character 1. */
const ON = '1'.charCodeAt(0);

/** The mark in Electron's program behind which the fuses lie: version, number of fuses, one character each. */
const FUSES = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 8]),
  // As Electron ships: everything an attacker likes is on.
  Buffer.from('10110000'),
]);

/** An unpacked distribution with nothing in it but what electron-builder touches. */
async function writeDummyElectron(folder: string, version: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  const program = Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), FUSES, Buffer.alloc(64)]);
  await writeFile(join(folder, 'electron'), program, { mode: 0o755 });
  await writeFile(join(folder, 'version'), version);
  await writeFile(join(folder, 'locales/en-US.pak'), '');
  await writeFile(join(folder, 'locales/fr.pak'), '');
  await writeFile(join(folder, 'LICENSE'), '');
  await writeFile(join(folder, 'LICENSES.chromium.html'), '');
}

// The dummy has the layout of Linux; the list of files is the same everywhere.
describe.skipIf(process.platform === 'win32')('the package', () => {
  let folder: string;
  let app: string;
  let files: readonly string[];
  let unpacked: readonly string[];
  let manifest: Manifest;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'package-'));
    manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;
    if (!existsSync(join(root, 'dist/renderer/index.html'))) {
      await run(process.execPath, [join(root, 'build/bundle.mjs')], { cwd: root });
    }
    const electron = join(folder, 'electron');
    await writeDummyElectron(electron, manifest.devDependencies['electron'] ?? '');
    await run(
      process.execPath,
      [
        join(root, 'node_modules/electron-builder/cli.js'),
        ...['--dir', '--linux', '--x64', '--publish', 'never'],
        ...['--config', 'build/electron-builder.yml'],
        `-c.electronDist=${electron}`,
        `-c.directories.output=${join(folder, 'release')}`,
      ],
      {
        cwd: root,
        // Any attempt to download goes to a port where nothing listens.
        env: { ...process.env, HTTPS_PROXY: 'http://127.0.0.1:9', ELECTRON_GET_USE_PROXY: '1' },
      },
    );
    app = join(folder, 'release/linux-unpacked');
    const archive = join(app, 'resources/app.asar');
    files = listPackage(archive, { isPack: false }).map((path) => path.slice(1));
    unpacked = await readdir(`${archive}.unpacked/node_modules`);
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each([
    'dist/main.js',
    'dist/preload.cjs',
    'dist/cli.js',
    'dist/renderer/index.html',
    'dist/assets/stylebooks/ap.yaml',
    'package.json',
    'node_modules/sharp/package.json',
    'node_modules/exiftool-vendored/package.json',
  ])('holds %s', (path) => {
    expect(files).toContain(path);
  });

  test('holds the window’s scripts, styles and fonts', () => {
    const assets = files.filter((path) => path.startsWith('dist/renderer/assets/'));
    for (const ending of ['.js', '.css', '.woff2']) {
      expect(assets.filter((path) => path.endsWith(ending))).not.toEqual([]);
    }
  });

  test('holds Harper once, and its worker', () => {
    const named = (pattern: RegExp) => files.filter((path) => pattern.test(path));
    expect(named(/harper_wasm.*\.wasm$/u)).toHaveLength(1);
    expect(named(/^dist\/renderer\/assets\/harper-worker-.*\.js$/u)).toHaveLength(1);
  });

  test('holds no sources, tests, maps or declarations', () => {
    const own = files.filter((path) => !path.startsWith('node_modules'));
    expect(own.filter((path) => /\.(?:[mc]?ts|tsx|map|tsbuildinfo)$/u.test(path))).toEqual([]);
    expect(new Set(own.map((path) => path.split('/')[0]))).toEqual(
      new Set(['dist', 'package.json']),
    );
    expect(own.filter((path) => path.startsWith('dist/types'))).toEqual([]);
  });

  test('holds the production dependencies and no others', () => {
    const packages = new Set(
      files
        .filter((path) => path.startsWith('node_modules/'))
        .map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1]),
    );
    for (const name of Object.keys(manifest.dependencies)) expect(packages).toContain(name);
    expect(Object.keys(manifest.devDependencies).filter((name) => packages.has(name))).toEqual([]);
  });

  test('leaves what must run as a program outside the archive', () => {
    expect(unpacked).toEqual(expect.arrayContaining(['sharp', '@img', 'exiftool-vendored']));
    expect(unpacked.filter((name) => name.startsWith('exiftool-vendored.'))).not.toEqual([]);
  });

  test('knows its own name and version, and where it starts', () => {
    const inside = JSON.parse(
      extractFile(join(app, 'resources/app.asar'), 'package.json').toString(),
    ) as Record<string, unknown>;
    expect(inside).toMatchObject({
      name: 'galley',
      version: manifest.version,
      main: 'dist/main.js',
    });
    expect(inside['devDependencies']).toBeUndefined();
  });

  test('has the fuses set', async () => {
    const wire = await getCurrentFuseWire(join(app, 'galley'));
    const on = (option: FuseV1Options) => wire[option] === ON;
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      cookies: on(FuseV1Options.EnableCookieEncryption),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      asarOnly: on(FuseV1Options.OnlyLoadAppFromAsar),
      filePrivileges: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookies: true,
      nodeOptions: false,
      inspect: false,
      integrity: true,
      asarOnly: true,
      filePrivileges: false,
    });
  });

  test('brings only the languages it has', async () => {
    expect(await readdir(join(app, 'locales'))).toEqual(['en-US.pak']);
  });
});

describe('the icon', () => {
  const icons = join(root, 'build/icons');

  test.each([16, 24, 32, 48, 64, 96, 128, 256, 512, 1024])(
    'is there at %i pixels',
    async (size) => {
      const { width, height, hasAlpha } = await sharp(
        join(icons, `${size}x${size}.png`),
      ).metadata();
      expect({ width, height, hasAlpha }).toEqual({ width: size, height: size, hasAlpha: true });
    },
  );

  test('is packed for Windows', async () => {
    const ico = await readFile(join(icons, 'icon.ico'));
    const count = ico.readUInt16LE(4);
    const sizes = await Promise.all(
      Array.from({ length: count }, async (_unused, index) => {
        const at = 6 + 16 * index;
        const offset = ico.readUInt32LE(at + 12);
        const png = ico.subarray(offset, offset + ico.readUInt32LE(at + 8));
        return (await sharp(png).metadata()).width;
      }),
    );
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  test('is packed for macOS', async () => {
    const icns = await readFile(join(icons, 'icon.icns'));
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const sizes = new Map<string, number>();
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      const png = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4));
      sizes.set(icns.toString('latin1', at, at + 4), (await sharp(png).metadata()).width);
    }
    expect(sizes.get('ic10')).toBe(1024);
    expect(sizes.get('ic07')).toBe(128);
    expect(sizes.size).toBe(11);
  });
});
