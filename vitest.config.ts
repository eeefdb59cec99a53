import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    // `npm run test:browser` runs what needs a Chromium, and only that.
    include: [mode === 'browser' ? 'test/**/*.browser.test.ts' : 'test/**/*.test.ts'],
    exclude: mode === 'browser' ? [] : ['test/**/*.browser.test.ts'],
    // Two browsers at once would share what one needs.
    fileParallelism: mode !== 'browser',
    setupFiles: ['test/support/setup.ts'],
    pool: 'forks', // Native modules and child processes want a process. The files of a worker share its modules and bots.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Most of the long ones wait for a bot in another process, so a file for each core would leave some idle.
    maxWorkers: 2 * availableParallelism(),
    env: {
      // `npm run test:long` runs crashes and soaks whole; `npm test` a sample of them.
      LONG_TESTS: mode === 'long' ? 'yes' : '',
      NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/compiled-for-tests', import.meta.url)),
    },
  },
}));
