import { join } from 'node:path';
import { startPlayground } from '../playground/start.ts';
import { type BotName, botNames, startBot } from './bot-process.ts';
import { median } from './statistics.ts';
import { ms, printTable, times } from './table.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ROUNDS = 7;

/** Process start to connected, both bots in turn, as a restart: database and commands are there from before. */
export async function measureStart(): Promise<void> {
  const rows: string[][] = [];
  for (const cached of [false, true]) {
    const { cairn, bare } = await startsOfBoth(cached);
    const ratio = median(cairn.map((time, index) => time / (bare[index] ?? Number.NaN)));
    rows.push([cached ? 'warm compile cache' : 'no compile cache', ms(median(cairn)), ms(median(bare)), times(ratio)]);
  }
  printTable(`Process start to connected (medians of ${ROUNDS})`, ['', 'Cairn', 'bare bot', 'ratio'], rows);
}

async function startsOfBoth(cached: boolean): Promise<Record<BotName, number[]>> {
  using folder = temporaryFolder();
  await using open = new AsyncDisposableStack();
  const times: Record<BotName, number[]> = { cairn: [], bare: [] };
  const playground = await startPlayground({ checks: false });
  open.defer(() => playground.close());
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of botNames) {
      const compileCache = cached ? join(folder.path, 'cache') : undefined;
      await using bot = await startBot(name, playground, {
        compileCache,
        databaseFile: join(folder.path, 'db.sqlite'),
      });
      // The first start fills database, compile cache and Discord's list of commands.
      if (round > 0) times[name].push(bot.readyMs);
    }
  }
  return times;
}
