import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPlayground } from '../playground/start.ts';
import { type BotName, botNames, startBot } from './bot-process.ts';
import { median } from './statistics.ts';
import { mb, printTable, type Target, times, verdict } from './table.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ROUNDS = 3;
/** How long a bot rests before it is looked at, in milliseconds. */
const SETTLE = 8_000;
const MB = 2 ** 20;

/** Bytes. RSS counts the pages that processes share in each of them, PSS shares them out. */
interface Memory {
  readonly rss: number;
  readonly pss: number;
}

type Measured = Readonly<Record<BotName, Memory>>;

/** Memory at rest, before any interaction, both bots in turn. */
export async function measureMemory(): Promise<void> {
  const rows: string[][] = [];
  for (const servers of [1, 1000]) {
    for (const cached of [false, true]) {
      rows.push(
        ...rowsOf(`${count(servers)}, ${cached ? 'compile cache' : 'no cache'}`, servers, await both(servers, cached)),
      );
    }
  }
  printTable(
    `Memory at rest (${SETTLE / 1000} s after connecting, medians of ${ROUNDS})`,
    ['', 'Cairn', 'bare bot', 'more', 'ratio', 'target', ''],
    rows,
  );
}

const count = (servers: number) => (servers === 1 ? '1 server' : `${servers} servers`);

function rowsOf(name: string, servers: number, { cairn, bare }: Measured): string[][] {
  return (['rss', 'pss'] as const).map((kind) => {
    const more = cairn[kind] - bare[kind];
    const ratio = cairn[kind] / bare[kind];
    const target: Target =
      servers === 1 ? { figure: more / MB, atMost: 45, unit: 'MB more' } : { figure: ratio, atMost: 1.3, unit: '×' };
    return [
      `${name}, ${kind.toUpperCase()}`,
      mb(cairn[kind]),
      mb(bare[kind]),
      mb(more),
      times(ratio),
      ...verdict(kind === 'rss' ? target : undefined), // PSS depends on what else runs on this machine.
    ];
  });
}

async function both(servers: number, cached: boolean): Promise<Measured> {
  using folder = temporaryFolder();
  const found: Record<BotName, Memory[]> = { cairn: [], bare: [] };
  const compileCache = cached ? join(folder.path, 'cache') : undefined;
  // The first start only fills the cache.
  for (let round = cached ? -1 : 0; round < ROUNDS; round += 1) {
    for (const name of botNames) {
      const memory = await atRest(name, servers, compileCache, round < 0 ? 0 : SETTLE);
      if (round >= 0) found[name].push(memory);
    }
  }
  return { cairn: middle(found.cairn), bare: middle(found.bare) };
}

async function atRest(
  name: BotName,
  servers: number,
  compileCache: string | undefined,
  settle: number,
): Promise<Memory> {
  await using open = new AsyncDisposableStack();
  const playground = await startPlayground({ checks: false, moreServers: servers - 1 });
  open.defer(() => playground.close());
  const bot = open.use(await startBot(name, playground, { compileCache }));
  await sleep(settle);
  return memoryOf(bot.pid);
}

/** Linux only. */
function memoryOf(pid: number): Memory {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1]) * 1024;
  return { rss: bytes('Rss'), pss: bytes('Pss') };
}

function middle(found: readonly Memory[]): Memory {
  return { rss: median(found.map(({ rss }) => rss)), pss: median(found.map(({ pss }) => pss)) };
}
