import { expect, onTestFinished } from 'vitest';
import { type Playground, startPlayground } from '../../playground/start.ts';

type Options = Parameters<typeof startPlayground>[0];

/** In milliseconds. Discord's are 3 seconds, which a machine that does much else cannot promise. */
const ANSWER_TIME = 20_000;

/** A Discord of our own, closed when the test ends; the test fails when the bot broke one of Discord's rules. */
export async function aPlayground(options: Options = {}): Promise<Playground> {
  const playground = await startPlayground({ ...options, limits: { answerMs: ANSWER_TIME, ...options.limits } });
  onTestFinished(async () => {
    const { violations } = playground;
    await playground.close();
    expect(violations).toEqual([]);
  });
  return playground;
}
