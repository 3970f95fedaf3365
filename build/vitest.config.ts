import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{core,electron,renderer,browser-shell,build,regressions}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/fixed-seed.ts'],
    // By default one core is left for the person at the machine; here both are wanted.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    reporters: ['default'],
  },
});
