import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Deps } from '../src/actions/deps.ts';
import { findStanding } from '../src/actions/find-standing.ts';
import { loadContent } from '../src/content/load-content.ts';
import { asMember } from '../src/discord/admission.ts';
import type { Answer, Caller, Command } from '../src/discord/command.ts';
import { loadCommands, type Registry } from '../src/discord/registry.ts';
import type { ContentSource } from '../src/domain/content-source.ts';
import { openDatabase } from '../src/store/database.ts';
import { depsOn, EVENTS_EACH, fillDatabase, NOW, personNumber } from './many-members.ts';
import { measurePictures } from './pictures.ts';
import { median } from './statistics.ts';
import { ms, printTable, times, verdict } from './table.ts';
import { temporaryFolder } from './temporary-folder.ts';

const FEW = 100;
const MANY = 100_000;
/** The first only warms up: its answers do not count. */
const ROUNDS = 9;

/** In this order, so that reading comes before what changes its member. */
const names = ['step', 'progress', 'done'] as const;
type Name = (typeof names)[number];
/** Milliseconds of each answer. */
type Times = Record<Name, number[]>;

/** What members wait for apart from Discord: who asks, the action, the view. Without drawing the picture. */
export async function measureMembers(): Promise<void> {
  using folder = temporaryFolder();
  const content = loadContent('content');
  const registry = await loadCommands(new URL('../commands/', import.meta.url));
  const started = performance.now();
  await fillDatabase(join(folder.path, 'many.sqlite'), MANY, content);
  console.log(`\nFilled with ${MANY * EVENTS_EACH} rows of history in ${ms(performance.now() - started)}`);
  const many = depsOn(openDatabase(join(folder.path, 'many.sqlite')), content, randomUUID);
  const rounds: { few: Times; many: Times }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push(await aRound(folder.path, round, registry, content, many));
  await many.db.destroy();
  report(rounds.slice(1));
  await measurePictures();
}

/** Everybody in a new small database, and as many others, never asked before, in the large one; in turn. */
async function aRound(folder: string, round: number, registry: Registry, content: ContentSource, manyDeps: Deps) {
  const file = join(folder, `few-${round}.sqlite`);
  await fillDatabase(file, FEW, content);
  const fewDeps = depsOn(openDatabase(file), content, randomUUID);
  const few: Times = { step: [], done: [], progress: [] };
  const many: Times = { step: [], done: [], progress: [] };
  for (let index = 0; index < FEW; index += 1) {
    for (const [place, name] of names.entries()) {
      const command = registry.get(name) as Command;
      const stranger = strangerNumber(round, index, place);
      const askFew = async () => few[name].push(await timed(() => ask(fewDeps, command, index)));
      const askMany = async () => many[name].push(await timed(() => ask(manyDeps, command, stranger)));
      // Whoever is asked second finds the processor warm.
      for (const askOne of index % 2 === 0 ? [askFew, askMany] : [askMany, askFew]) await askOne();
    }
  }
  await fewDeps.db.destroy();
  return { few, many };
}

/** Another for each question, spread over the whole file: nothing about them is in SQLite's memory yet. */
function strangerNumber(round: number, index: number, place: number): number {
  const asked = (round * FEW + index) * names.length + place;
  return Math.floor((asked * MANY) / (ROUNDS * FEW * names.length));
}

async function ask(deps: Deps, { data, handler }: Command, person: number): Promise<Answer> {
  const caller: Caller = {
    ...personNumber(person),
    channelId: 'study',
    messageId: undefined,
    managesServer: false,
    roleIds: [],
    timedOutUntil: undefined,
    locale: 'en-GB',
    language: 'en',
    serverLanguage: 'en',
    now: NOW,
  };
  const standing = await findStanding(deps, caller);
  if (!handler || standing.kind !== 'member') throw new Error(`/${data.name} cannot be asked by ${person}.`);
  return handler.run(asMember(caller, standing.member), handler.options.parse({}), deps);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function report(rounds: readonly { few: Times; many: Times }[]): void {
  const rows = names.map((name) => {
    const few = rounds.map((round) => median(round.few[name]));
    const many = rounds.map((round) => median(round.many[name]));
    const ratio = median(many.map((figure, index) => figure / (few[index] ?? Number.NaN)));
    return [
      `/${name}`,
      ms(median(few)),
      ms(median(many)),
      times(ratio),
      ...verdict({ figure: ratio, atMost: 1.5, unit: '×' }),
    ];
  });
  printTable(
    `Members in the database, ${EVENTS_EACH} rows of history each (${rounds.length} rounds of ${FEW}, medians of rounds)`,
    ['', `${FEW} members`, `${MANY} members`, 'ratio', 'target', ''],
    rows,
  );
}
