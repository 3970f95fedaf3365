import { defineConfig } from 'vitest/config';

/** Fuzz, soak and crash runs: too long for every `npm test`. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // The property tests of core again, with other samples than those of every `npm test`.
    include: ['tests/{fuzz,core}/**/*.test.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
  },
});
