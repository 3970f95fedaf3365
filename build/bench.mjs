/**
 * `npm run bench`: speed, as ratios to a peer in the same run. `npm run bench:quality`: precision, recall, extraction.
 * Each measurement is a file in tests/bench: `quality-*.bench.test.ts` for quality, the rest for speed; `*.mjs` are
 * stand-alone programs that need a browser.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const quality = process.argv[2] === 'quality';
const files = readdirSync(join(root, 'tests/bench')).sort();
const specs = files.filter(
  (name) => name.endsWith('.bench.test.ts') && name.startsWith('quality-') === quality,
);
const programs = quality ? [] : files.filter((name) => name.endsWith('.mjs'));

let failed = 0;
const run = (command, args) => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed += 1;
};

for (const program of programs) {
  console.log(`\n# ${program}`);
  run(process.execPath, [join('tests/bench', program)]);
}
for (const spec of specs) {
  console.log(`\n# ${spec}`);
  run(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'build/vitest.bench.config.ts',
    join('tests/bench', spec),
  ]);
}
if (!quality) {
  console.log('\n# crash test: what SIGKILL leaves of a library');
  run(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'build/vitest.long.config.ts',
    'tests/fuzz/crash.test.ts',
  ]);
}
process.exit(failed === 0 ? 0 : 1);
