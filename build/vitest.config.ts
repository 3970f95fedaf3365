import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{core,electron,renderer,browser-shell,build,regressions}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/fixed-seed.ts'],
    testTimeout: 60_000,
    reporters: ['default'],
  },
});
