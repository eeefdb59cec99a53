import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    // `npm run test:browser` runs what needs a Chromium, and only that.
    include: [mode === 'browser' ? 'test/**/*.browser.test.ts' : 'test/**/*.test.ts'],
    exclude: mode === 'browser' ? [] : ['test/**/*.browser.test.ts'],
    // Two browsers at once would share what one needs.
    fileParallelism: mode !== 'browser',
    setupFiles: ['test/support/setup.ts'],
    pool: 'forks', // Native modules and child processes: a process for each file keeps them apart.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // `npm run test:long` runs crashes and soaks whole; `npm test` a sample of them.
    env: { LONG_TESTS: mode === 'long' ? 'yes' : '' },
  },
}));
