import { setTimeout as sleep } from 'node:timers/promises';
import { startPlayground } from '../playground/start.ts';
import { type Act, type Asking, createAsking } from './asking.ts';
import { type BotName, botNames, startBot } from './bot-process.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import { median, percentile } from './statistics.ts';
import { ms, printTable, times, verdict } from './table.ts';

const ROUNDS = 5;
const SLOW = { perSecond: 1, each: 40 };
const FAST = { perSecond: 200, each: 1000 };
type Rate = typeof SLOW;

/** Quick presses before the first figure, so that neither bot is measured while its code is compiled. */
const WARMING = 1000;

/** One bot on a Discord of its own, and what it is asked. */
interface Contestant {
  readonly asking: Asking;
  readonly acts: readonly Act[];
}

type Contest = Readonly<Record<BotName, Contestant>>;
/** Milliseconds of each answer; Infinity for one that never came. */
type Round = Readonly<Record<BotName, readonly number[]>>;

/**
 * Interaction to answer, both bots in turn so that noise hits both alike. At 1 a second all scenarios run at the same
 * time, each on bots of its own, because nearly all of that time is waiting.
 */
export async function measureAnswers(): Promise<void> {
  await using bots = new AsyncDisposableStack();
  const contests = await Promise.all(scenarios.map((scenario) => setUp(scenario, bots)));
  const slow = await Promise.all(contests.map((contest, index) => slowRounds(contest, index / scenarios.length / 2)));
  const fast: Round[][] = [];
  for (const contest of contests) fast.push(await fastRounds(contest));
  report(SLOW, slow);
  report(FAST, fast);
}

async function setUp(scenario: Scenario, bots: AsyncDisposableStack): Promise<Contest> {
  const contestant = async (name: BotName): Promise<Contestant> => {
    const playground = await startPlayground({ checks: false });
    bots.defer(() => playground.close());
    bots.use(await startBot(name, playground));
    const asking = createAsking(playground);
    return { asking, acts: await scenario.prepare(asking.ask, playground.world) };
  };
  const contest = { cairn: await contestant('cairn'), bare: await contestant('bare') };
  for (const name of botNames) await run(contest[name], { ...FAST, each: WARMING });
  return contest;
}

/** @param offset seconds before the first interaction, so that scenarios do not fall on each other. */
async function slowRounds(contest: Contest, offset: number): Promise<Round[]> {
  const rounds: Round[] = [];
  await sleep(offset * 1000);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [cairn, bare] = await Promise.all([
      run(contest.cairn, SLOW),
      sleep(500).then(() => run(contest.bare, SLOW)), // Half a second later: each has the processor to itself.
    ]);
    rounds.push({ cairn, bare });
  }
  return rounds;
}

async function fastRounds(contest: Contest): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ cairn: await run(contest.cairn, FAST), bare: await run(contest.bare, FAST) });
  }
  return rounds;
}

/** Asks at a steady rate, whether or not the answers keep up. */
async function run({ asking, acts }: Contestant, { perSecond, each }: Rate): Promise<number[]> {
  const answers: Promise<number>[] = [];
  const started = performance.now();
  for (let index = 0; index < each; index += 1) {
    await sleep(Math.max(0, started + (index * 1000) / perSecond - performance.now()));
    const act = acts[index % acts.length];
    if (act) answers.push(asking.time(act));
  }
  return Promise.all(answers);
}

function report({ perSecond, each }: Rate, results: readonly (readonly Round[])[]): void {
  const rows = results.flatMap((rounds, index) => [
    row(`${scenarios[index]?.name} p50`, rounds, 0.5, 1.5),
    row(`${scenarios[index]?.name} p99`, rounds, 0.99, 2),
  ]);
  const samples = `${ROUNDS} rounds of ${each}, medians of rounds`;
  printTable(
    `Interaction to answer at ${perSecond} a second (${samples})`,
    ['', 'Cairn', 'bare bot', 'ratio', 'target', ''],
    rows,
  );
  const lost = results
    .flat()
    .flatMap((round) => botNames.flatMap((name) => round[name].filter((time) => time === Number.POSITIVE_INFINITY)));
  if (lost.length > 0) console.log(`${lost.length} interactions were never answered.`);
}

function row(name: string, rounds: readonly Round[], share: number, atMost: number): string[] {
  const cairn = rounds.map((round) => percentile(round.cairn, share));
  const bare = rounds.map((round) => percentile(round.bare, share));
  const ratio = median(cairn.map((figure, index) => figure / (bare[index] ?? Number.NaN)));
  return [name, ms(median(cairn)), ms(median(bare)), times(ratio), ...verdict({ figure: ratio, atMost, unit: '×' })];
}
