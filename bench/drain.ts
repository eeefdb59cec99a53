import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Playground, startPlayground } from '../playground/start.ts';
import { createChannel, createServer } from '../playground/world/servers.ts';
import { toStoredInstant } from '../src/lib/stored-instant.ts';
import { Temporal } from '../src/lib/temporal.ts';
import { type Db, openDatabase } from '../src/store/database.ts';
import { migrateToLatest } from '../src/store/migrate.ts';
import { saveMilestone } from '../src/store/milestone-store.ts';
import { insertStudyGroup } from '../src/store/study-group-store.ts';
import { type Act, type Asking, createAsking } from './asking.ts';
import { startBot } from './bot-process.ts';
import { scenarios } from './scenarios.ts';
import { percentile } from './statistics.ts';
import { ms, printTable, times, verdict } from './table.ts';
import { temporaryFolder } from './temporary-folder.ts';

const GROUPS = 10_000;
/** Discord's own: requests a second for everything, and messages in one channel. */
const LIMITS = { global: 50, perRoute: { limit: 5, windowMs: 5_000 } };
const CHANNELS_EACH = 100;
/** Slash commands a second, before and during the drain. */
const ASKED = 20;
/** Answers before the first figure, so that nothing is measured while code is compiled. */
const WARMING = 500;
/** How long no post may come before the measurement ends without the others, in milliseconds. */
const PATIENCE = 60_000;
/** How long answers are measured before the posts are due, at least. */
const IDLE_SECONDS = 40;

/** All groups post in the same minute, while people use slash commands. */
export async function measureDrain(groups = GROUPS): Promise<void> {
  using folder = temporaryFolder();
  const databaseFile = join(folder.path, 'cairn.sqlite');
  const playground = await startPlayground({ checks: false });
  const db = openDatabase(databaseFile);
  await migrateToLatest(db, new URL('../migrations/', import.meta.url));
  await plantGroups(playground, db, groups);
  playground.controls.rateLimit(LIMITS);
  const arrivals = countArrivals(playground);
  {
    await using _bot = await startBot('cairn', playground, { databaseFile });
    const asking = createAsking(playground);
    const acts = await actsFor(asking, playground);
    for (let count = 0; count < WARMING; count += 1) await asking.ask(acts[count % acts.length] as Act);
    const due = nextMinuteAfter(Date.now() + IDLE_SECONDS * 1000);
    await db
      .updateTable('milestone')
      .set({ due_at: toStoredInstant(due) })
      .execute();
    const stop = new AbortController();
    const idle = await askUntil(asking, acts, () => Date.now() >= due.epochMilliseconds);
    const draining = askUntil(asking, acts, () => stop.signal.aborted);
    const isStuck = () => Date.now() > Math.max(arrivals.lastAt, due.epochMilliseconds) + PATIENCE;
    while (arrivals.marks.size < groups && !isStuck()) await sleep(100);
    stop.abort();
    report(groups, arrivals, due, idle, await draining);
  }
  await db.destroy();
  await playground.close();
}

async function plantGroups({ world }: Playground, db: Db, groups: number): Promise<void> {
  const at = Temporal.Instant.from('2026-02-01T12:00Z');
  const schedule = {
    validFrom: at,
    zone: 'Europe/Berlin',
    startDay: Temporal.PlainDate.from('2026-03-02'),
    months: 8,
    postTime: Temporal.PlainTime.from('18:00'),
    rhythm: 'weekly',
  } as const;
  const nothing = {
    ...{ forumTagId: undefined, moderatorRoleId: undefined, memberRoleId: undefined, pingRoleId: undefined },
    ...{ noticeChannelId: undefined, actorId: undefined, archivedAt: undefined },
  };
  const far = Temporal.Instant.from('2100-01-01T00:00Z');
  await db.transaction().execute(async (trx) => {
    let server = createServer(world, 'Server 0');
    for (let index = 0; index < groups; index += 1) {
      if (index > 0 && index % CHANNELS_EACH === 0) server = createServer(world, `Server ${index / CHANNELS_EACH}`);
      const { id: channelId } = createChannel(world, server, `cohort-${index}`);
      const id = index.toString(16).padStart(12, '0');
      const place = { serverId: server.id, channelId, channelKind: 'text', language: 'en' } as const;
      await insertStudyGroup(trx, {
        id,
        name: `Cohort ${index}`,
        showsEvents: false,
        createdAt: at,
        ...place,
        ...nothing,
        schedule,
      });
      const milestone = { groupId: id, kind: 'part', part: 1 + (index % 8), dueAt: far } as const;
      await saveMilestone(trx, { ...milestone, moved: undefined, fate: 'planned', postKey: undefined });
    }
  });
}

interface Arrivals {
  /** How often each post came. */
  readonly marks: Map<string, number>;
  lastAt: number;
}

/** Counts posts and forgets them: ten thousand pictures would fill the memory that is measured with. */
function countArrivals({ world }: Playground): Arrivals {
  const arrivals: Arrivals = { marks: new Map(), lastAt: Date.now() };
  world.events.on('message-created', (message) => {
    const [, mark] = /"custom_id":"group:next:([^":]+)/.exec(JSON.stringify(message.components)) ?? [];
    if (mark === undefined) return;
    arrivals.marks.set(mark, (arrivals.marks.get(mark) ?? 0) + 1);
    arrivals.lastAt = Date.now();
    for (const { id } of message.attachments) world.files.delete(id);
    world.messages.delete(message.id);
  });
  return arrivals;
}

function nextMinuteAfter(moment: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(moment / 60_000) * 60_000);
}

/** /help and /step in turn. */
async function actsFor(asking: Asking, { world }: Playground): Promise<Act[]> {
  const acts: Act[] = [];
  for (const scenario of scenarios.slice(0, 2)) acts.push(...(await scenario.prepare(asking.ask, world)));
  return acts;
}

/** Asks at a steady rate. Milliseconds of each answer. */
async function askUntil(asking: Asking, acts: readonly Act[], isOver: () => boolean): Promise<number[]> {
  const answers: Promise<number>[] = [];
  const started = performance.now();
  for (let index = 0; !isOver(); index += 1) {
    const act = acts[index % acts.length];
    if (act) answers.push(asking.time(act));
    await sleep(Math.max(0, started + ((index + 1) * 1000) / ASKED - performance.now()));
  }
  return Promise.all(answers);
}

function report(
  groups: number,
  { marks, lastAt }: Arrivals,
  due: Temporal.Instant,
  idle: readonly number[],
  draining: readonly number[],
): void {
  const seconds = (lastAt - due.epochMilliseconds) / 1000;
  const least = groups / LIMITS.global;
  const drain = { figure: seconds / least, atMost: 1.1, unit: '×' };
  const ratio = (share: number) => percentile(draining, share) / percentile(idle, share);
  const p99 = { figure: ratio(0.99), atMost: 3, unit: '×' };
  const doubled = [...marks.values()].filter((count) => count > 1).length;
  printTable(
    `${groups} posts due in the same minute (${marks.size} arrived, ${doubled} of them twice)`,
    ['', 'measured', 'against', 'ratio', 'target', ''],
    [
      ['drain', `${seconds.toFixed(1)} s`, `${least.toFixed(0)} s`, times(drain.figure), ...verdict(drain)],
      ['slash p50', ms(percentile(draining, 0.5)), ms(percentile(idle, 0.5)), times(ratio(0.5)), ...verdict()],
      ['slash p99', ms(percentile(draining, 0.99)), ms(percentile(idle, 0.99)), times(ratio(0.99)), ...verdict(p99)],
    ],
  );
}
