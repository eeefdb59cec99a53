import { expect, onTestFinished } from 'vitest';
import { type Playground, startPlayground } from '../../playground/start.ts';

type Options = Parameters<typeof startPlayground>[0];

/** A Discord of our own, closed when the test ends; the test fails when the bot broke one of Discord's rules. */
export async function aPlayground(options: Options = {}): Promise<Playground> {
  const playground = await startPlayground(options);
  onTestFinished(async () => {
    const { violations } = playground;
    await playground.close();
    expect(violations).toEqual([]);
  });
  return playground;
}
