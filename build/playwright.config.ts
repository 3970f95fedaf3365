import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import type { DeskOptions } from '../tests/e2e/desk';

const root = join(import.meta.dirname, '..');

/** Path of Electron's program when npm has fetched it, else null. */
function electronProgram(): string | null {
  const folder = join(root, 'node_modules/electron');
  const name = join(folder, 'path.txt');
  if (!existsSync(name)) return null;
  const program = join(folder, 'dist', readFileSync(name, 'utf8'));
  return existsSync(program) ? program : null;
}

const electron = electronProgram();
if (electron === null && process.env['TEST_WORKER_INDEX'] === undefined) {
  console.log('Electron’s program is not here: journeys run in the browser shell only');
}

/** Journeys: the same specs in the browser shell always, and in real Electron where its program is. */
export default defineConfig<DeskOptions>({
  testDir: join(root, 'tests/e2e'),
  testMatch: '**/*.spec.ts',
  outputDir: join(root, 'test-results/e2e'),
  // Each journey has folders and an app of its own.
  fullyParallel: true,
  workers: 2,
  // Every app sets Harper up, which takes a busy machine a while.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A machine that stalls for seconds is not a fault of the app; the list names what needed its second try.
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: join(root, 'test-results/e2e.json') }]],
  projects: [
    { name: 'browser-shell', use: { electronProgram: null } },
    ...(electron === null ? [] : [{ name: 'electron', use: { electronProgram: electron } }]),
  ],
});
