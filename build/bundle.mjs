/**
 * `npm run build`: compiles the app into dist/.
 *   main.js, cli.js  ES modules for Node (shared code in chunks/); electron and native packages stay outside
 *   pictures-worker.js  the thread that decodes, sizes and hashes pictures
 *   preload.cjs      one CommonJS file, because a sandboxed preload can load nothing but electron
 *   renderer/        the window's page, its styles, fonts and workers
 *   assets/          data read while running: style books, samples
 * `node build/bundle.mjs main` or `renderer` builds one half.
 */

import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/** Packages that are not bundled: electron is given, the other two carry native code. */
const outside = [
  'electron',
  'sharp',
  'exiftool-vendored',
  ...builtinModules.flatMap((name) => [name, `node:${name}`]),
];

const common = { configFile: false, root, logLevel: 'warn', publicDir: false, envDir: false };

function buildMain() {
  return build({
    ...common,
    ssr: { target: 'node', noExternal: true, external: outside },
    build: {
      ssr: true,
      outDir: dist,
      emptyOutDir: false,
      target: 'node20',
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: {
          main: join(root, 'electron/main.ts'),
          cli: join(root, 'electron/cli.ts'),
          'pictures-worker': join(root, 'electron/services/pictures/worker.ts'),
        },
        external: outside,
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  });
}

function buildPreload() {
  return build({
    ...common,
    ssr: { target: 'node', noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      outDir: dist,
      emptyOutDir: false,
      target: 'node20',
      sourcemap: false,
      minify: false,
      rolldownOptions: {
        input: { preload: join(root, 'electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  });
}

function buildRenderer() {
  return build({
    ...common,
    root: join(root, 'renderer'),
    base: './',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: join(dist, 'renderer'),
      emptyOutDir: true,
      // The Chromium of the pinned Electron; the browser shell uses a current one too.
      target: 'chrome140',
      sourcemap: true,
      // Inlined data: addresses would not pass the content security policy for fonts, and no script may be inline.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
      rolldownOptions: { input: join(root, 'renderer/index.html') },
    },
  });
}

async function copyAssets() {
  const target = join(dist, 'assets');
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  for (const folder of ['stylebooks', 'samples']) {
    const source = join(root, 'assets', folder);
    if (existsSync(source)) await cp(source, join(target, folder), { recursive: true });
  }
}

/** Chunks of an earlier build go last: a program that runs from dist/ meanwhile keeps working. */
async function dropOldChunks({ output }) {
  const fresh = new Set(output.map(({ fileName }) => basename(fileName)));
  for (const { sourcemapFileName } of output) {
    if (sourcemapFileName) fresh.add(basename(sourcemapFileName));
  }
  const folder = join(dist, 'chunks');
  for (const name of await readdir(folder).catch(() => [])) {
    if (!fresh.has(name)) await rm(join(folder, name), { force: true });
  }
}

const half = process.argv[2];
const started = performance.now();
const jobs = [];
if (half !== 'renderer') {
  jobs.push(
    buildMain()
      .then(dropOldChunks)
      .then(() => chmod(join(dist, 'cli.js'), 0o755)),
    buildPreload(),
    copyAssets(),
  );
}
if (half !== 'main') jobs.push(buildRenderer());
const failures = (await Promise.allSettled(jobs)).filter(({ status }) => status === 'rejected');
for (const { reason } of failures) console.error(reason.message ?? reason);
if (failures.length > 0) process.exit(1);
console.log(`Built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s`);
