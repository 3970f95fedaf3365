/**
 * `npm test`: everything that must hold before a change goes in, in the order of what fails fastest: lint, types, unit,
 * build, journeys. A step that fails does not stop the others, except that journeys need a build. The last line counts.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'test-results');
const tool = (path) => join(root, 'node_modules', path);

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const steps = [];
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Ends a step and everything it started. */
function stop(child) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
  } else {
    // A step leads a process group of its own, so that a worker that hangs goes with it.
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

function run(args, env, minutes) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      detached: process.platform !== 'win32',
      env: { ...process.env, ...env },
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      stop(child);
    }, minutes * 60_000);
    const leave = (signal) => {
      stop(child);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    process.once('SIGINT', leave);
    process.once('SIGTERM', leave);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      process.off('SIGINT', leave);
      process.off('SIGTERM', leave);
      const note = late ? `stopped after ${minutes} minutes` : signal ? `ended by ${signal}` : '';
      resolve({ fine: code === 0, note });
    });
  });
}

/** Runs a step; `count` reads how many of its tests passed and failed, where it has tests. */
async function step(name, args, { env = {}, count = null, minutes = 2 } = {}) {
  console.log(`\n── ${name}`);
  const from = performance.now();
  const { fine, note } = await run(args, env, minutes);
  let tests = { passed: 0, failed: 0, skipped: 0 };
  if (count) {
    try {
      tests = count();
    } catch {
      // The step ended before it wrote its count.
      tests = { passed: 0, failed: 1, skipped: 0 };
    }
  }
  // A step that failed although every test passed (a crash, an unhandled error) counts as one failure.
  if (!fine && tests.failed === 0) tests = { ...tests, failed: 1 };
  steps.push({ name, fine, tests, time: seconds(from), note });
  return fine;
}

function skipStep(name, note) {
  steps.push({ name, fine: false, tests: { passed: 0, failed: 1, skipped: 0 }, time: '–', note });
}

const read = (name) => JSON.parse(readFileSync(join(results, name), 'utf8'));

function countUnit() {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = read('unit.json');
  // A file that could not be read has no tests that could fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests };
}

function countJourneys() {
  const { stats, errors } = read('e2e.json');
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

const begun = performance.now();
let chromium = null;
try {
  chromium = findChromium();
  console.log(`Chromium: ${chromium.path} (${chromium.how})`);
} catch (error) {
  console.error(error.message);
}
const env = chromium ? { GALLEY_CHROMIUM: chromium.path } : {};

// Warnings fail too: a warning nobody must act on is noise.
await step('lint', [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']);
await step('types', [tool('typescript/bin/tsc'), '-b']);
await step(
  'unit',
  [
    ...[tool('vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts'],
    ...['--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'],
  ],
  { env, count: countUnit, minutes: 6 },
);
const built = await step('build', [join(root, 'build/bundle.mjs')]);
if (!built) skipStep('journeys', 'not run: the build failed');
else if (!chromium) skipStep('journeys', 'not run: no Chromium');
else {
  const playwright = tool('@playwright/test/cli.js');
  await step('journeys', [playwright, 'test', '--config', 'build/playwright.config.ts'], {
    env,
    count: countJourneys,
    minutes: 6,
  });
}

console.log(`\n── summary (${seconds(begun)})`);
for (const { name, fine, tests, time, note } of steps) {
  const { passed, failed, skipped } = tests;
  const counted =
    passed + skipped > 0 ? `${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  const words = [fine ? 'ok    ' : 'FAILED', name.padEnd(9), time.padStart(8), counted, note];
  console.log(words.join('  ').trimEnd());
}
const passed = steps.reduce((sum, { tests }) => sum + tests.passed, 0);
const failed = steps.reduce((sum, { tests }) => sum + tests.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && steps.every(({ fine }) => fine) ? 0 : 1);
