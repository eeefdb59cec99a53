/** `npm run test:long` tries everything; `npm test` a sample of what takes long. */
export const isLong = Boolean(process.env.LONG_TESTS);

/** All cases, or in `npm test` the first of them: put the most telling one there. */
export function sampleOf<Case>(cases: readonly Case[], size = 1): readonly Case[] {
  return isLong ? cases : cases.slice(0, size);
}

/** How many random cases fast-check tries for a rule: so many, or twenty times as many in `npm run test:long`. */
export function runs(inSample: number): number {
  return isLong ? 20 * inSample : inSample;
}
