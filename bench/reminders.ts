import { sql } from 'kysely';
import type { Deps } from '../src/actions/deps.ts';
import { openPeriods } from '../src/actions/open-periods.ts';
import { findNextReminderLook, listMembersToRemind, remindMembers } from '../src/actions/remind-members.ts';
import { loadContent } from '../src/content/load-content.ts';
import { Temporal } from '../src/lib/temporal.ts';
import { insertStudyGroup } from '../src/store/study-group-store.ts';
import { depsInMemory } from './many-members.ts';
import { median } from './statistics.ts';
import { ms, printTable, times, verdict } from './table.ts';
import { aWeeklyGroup, ZONE } from './weekly-group.ts';

const FEW = 1000;
const MANY = 100_000;
const IN_GROUP = 200;
/** Weeks that each group has behind it. Every second member has checked in for the last of them. */
const WEEKS = 6;
/** How many are looked at in one transaction, and how many are listed for it, as `src/jobs/remind.ts` has it. */
const AT_ONCE = 4;
const IN_A_ROW = 500;
/** The first ones only warm up: their figures do not count. */
const WARMING_UP = 25;
const ROUNDS = 225;

/** A Monday, with no change of the clocks in the weeks after it. */
const START = Temporal.Instant.from('2026-05-03T22:00Z');
/** The prompt of the newest week: everybody is to be looked at in this minute. */
const NOW = START.add({ hours: 24 * (7 * (WEEKS - 1) + 6) + 18 });
const BEFORE = NOW.subtract({ hours: 1 });

const parts: Readonly<Record<string, (due: Due) => Promise<unknown>>> = {
  'a minute in which nobody is due': ({ deps }) => listMembersToRemind(deps, BEFORE, IN_A_ROW),
  'when somebody is due next': ({ deps }) => findNextReminderLook(deps),
  'asking who is due': ({ deps }) => listMembersToRemind(deps, NOW, IN_A_ROW),
  [`looking at ${AT_ONCE} of them`]: lookAtSome,
};

/** Everybody in it is to be looked at now. `looked`: how many were already. */
interface Due {
  readonly deps: Deps;
  looked: number;
}

/** What it costs to look at those who want reminders where they are many, beside few, in the same run and in turn. */
export async function measureReminders(): Promise<void> {
  const [few, many] = [await everybodyDue(FEW), await everybodyDue(MANY)];
  const rows: string[][] = [];
  for (const [name, run] of Object.entries(parts)) {
    const figures = { few: [] as number[], many: [] as number[] };
    for (let round = 0; round < WARMING_UP + ROUNDS; round += 1) {
      figures.few.push(await timeOf(() => run(few)));
      figures.many.push(await timeOf(() => run(many)));
    }
    const [little, much] = [median(figures.few.slice(WARMING_UP)), median(figures.many.slice(WARMING_UP))];
    const ratio = much / little;
    rows.push([name, ms(little), ms(much), times(ratio), ...verdict({ figure: ratio, atMost: 1.5, unit: '×' })]);
  }
  printTable(
    `Reminders due in one minute, half of them to be sent (medians of ${ROUNDS} rounds)`,
    ['', `${FEW} members`, `${MANY} members`, 'ratio', 'target', ''],
    rows,
  );
  for (const due of [few, many]) await expectHalf(due);
  await Promise.all([few, many].map(({ deps }) => deps.db.destroy()));
}

async function lookAtSome(due: Due): Promise<void> {
  const memberIds = Array.from({ length: AT_ONCE }, (_, index) => `m${due.looked + index}`);
  due.looked += AT_ONCE;
  await remindMembers(due.deps, memberIds, NOW);
}

/** Whoever has not checked in is reminded, and nobody else: else something else was measured. */
async function expectHalf({ deps, looked }: Due): Promise<void> {
  const { count } = await deps.db
    .selectFrom('outbox')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count !== looked / 2) throw new Error(`${count} of ${looked} were reminded, not half of them.`);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Rows made directly: groups with some weeks behind them, in which everybody wants light reminders. */
async function everybodyDue(members: number): Promise<Due> {
  const deps = await depsInMemory(loadContent('content'));
  const { db } = deps;
  const group = aWeeklyGroup(START);
  for (let index = 0; index < members / IN_GROUP; index += 1) {
    const id = `group${index}`;
    await insertStudyGroup(db, { ...group, id, name: `Group ${index}` });
    await db.transaction().execute(async (trx) => {
      for (let week = 0; week < WEEKS; week += 1) await openPeriods(trx, id, START.add({ hours: 24 * 7 * week }));
    });
  }
  const joined = START.toString({ fractionalSecondDigits: 3 });
  await sql`UPDATE period SET prompt_state = 'posted'`.execute(db);
  await sql`WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${members - 1})
    INSERT INTO member (id, server_id, user_id, joined_at, seen_at, progress_visibility, reminders)
    SELECT 'm' || i, ${group.serverId}, 'u' || i, ${joined}, ${joined}, 'group', 'light' FROM n`.execute(db);
  await sql`INSERT INTO pace_change (member_id, valid_from, hours, zone)
    SELECT id, ${joined}, 10, ${ZONE} FROM member`.execute(db);
  await sql`INSERT INTO membership (id, member_id, group_id, joined_at)
    SELECT 'in-' || id, id, 'group' || CAST(substr(id, 2) / ${IN_GROUP} AS INTEGER), ${joined} FROM member`.execute(db);
  await sql`INSERT INTO check_in (id, member_id, period_id, did, asks_for_help, is_private, first_at, changed_at,
      counts)
    SELECT member.id || period.id, member.id, period.id, 'Read.', 0, 0, period.opens_at, period.opens_at, 1
    FROM membership JOIN member ON member.id = membership.member_id JOIN period ON period.group_id = membership.group_id
    WHERE period.sequence < ${WEEKS} OR CAST(substr(member.id, 2) AS INTEGER) % 2 = 0`.execute(db);
  await sql`INSERT INTO reminder_look (member_id, look_at)
    SELECT id, ${NOW.toString({ fractionalSecondDigits: 3 })} FROM member`.execute(db);
  return { deps, looked: 0 };
}
