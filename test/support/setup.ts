import fc from 'fast-check';

/** `npm run test:long` looks for counterexamples twenty times as long. */
fc.configureGlobal({ numRuns: process.env.LONG_TESTS ? 2000 : 100 });
