import { defineConfig } from 'vitest/config';

/** Fuzz, soak and crash runs: too long for every `npm test`. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/fuzz/**/*.test.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
  },
});
