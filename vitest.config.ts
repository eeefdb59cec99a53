import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What lasts longest begins first, so that nothing long is left for the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const isLong = ({ moduleId }: TestSpecification) => Number(/\/(e2e|try-out)\//.test(moduleId));
    return (await super.sort(files)).toSorted((one, other) => isLong(other) - isLong(one));
  }
}

export default defineConfig(({ mode }) => ({
  test: {
    // `npm run test:browser` runs what needs a Chromium, and only that.
    include: [mode === 'browser' ? 'test/**/*.browser.test.ts' : 'test/**/*.test.ts'],
    exclude: mode === 'browser' ? [] : ['test/**/*.browser.test.ts'],
    // Two browsers at once would share what one needs.
    fileParallelism: mode !== 'browser',
    setupFiles: ['test/support/setup.ts'],
    pool: 'forks', // Native modules and child processes want a process. The files of a worker share its modules and bots.
    isolate: mode === 'browser',
    // For a machine that does much else.
    testTimeout: mode === 'long' ? 600_000 : 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    // The long ones often wait for a bot in another process: with a file for each core, some would be idle.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    env: {
      // `npm run test:long` runs crashes and soaks whole; `npm test` a sample of them.
      LONG_TESTS: mode === 'long' ? 'yes' : '',
      NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/compiled-for-tests', import.meta.url)),
    },
  },
}));
