import { expect, test } from 'vitest';
import { loadCommands } from '../../src/discord/registry.ts';
import { startBot } from '../support/bot-process.ts';
import { walkEverything } from '../support/crawl.ts';
import { aPlayground } from '../support/playground.ts';

test('no button, select, form or choice anywhere is dead', async () => {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const registry = await loadCommands(new URL('../../commands/', import.meta.url));

  const { used, problems } = await walkEverything({
    playground,
    commands: registry.values(),
    depth: 6,
    broken: /Something broke on my side|older version of this screen/,
  });

  expect(problems).toEqual([]);
  for (const [name, command] of registry) {
    for (const kind of ['buttons', 'selects', 'forms'] as const) {
      for (const control of Object.keys(command[kind] ?? {})) {
        const reached = [...used].some((key) => key === `${name}:${control}` || key.startsWith(`${name}:${control}=`));
        expect(reached, `${name}:${control} was never reached`).toBe(true);
      }
    }
  }
  expect(bot.log()).not.toContain('An answer failed');
}, 120_000);
