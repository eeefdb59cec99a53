import { sql } from 'kysely';
import { addUpPeriod } from '../src/actions/add-up-period.ts';
import type { Deps } from '../src/actions/deps.ts';
import { openPeriods } from '../src/actions/open-periods.ts';
import { orderRecaps } from '../src/actions/order-recap.ts';
import { loadContent } from '../src/content/load-content.ts';
import { periodId } from '../src/domain/period.ts';
import { Temporal } from '../src/lib/temporal.ts';
import { setRecapState } from '../src/store/period-state-store.ts';
import { findPeriod } from '../src/store/period-store.ts';
import { insertStudyGroup } from '../src/store/study-group-store.ts';
import { recapView } from '../src/views/recap-view.ts';
import { depsInMemory } from './many-members.ts';
import { median } from './statistics.ts';
import { ms, printTable, times, verdict } from './table.ts';
import { aWeeklyGroup } from './weekly-group.ts';

const SMALL = 100;
const LARGE = 5000;
const WEEKS = 52;
/** The first only warms up: its figures do not count. */
const ROUNDS = 21;
/** A Monday. */
const START = Temporal.Instant.from('2026-03-01T23:00Z');
const LAST = periodId('group', WEEKS);
/** When the recap of the last week is due. */
const NOW = START.add({ hours: 24 * (7 * WEEKS + 2) + 18 });

const group = aWeeklyGroup(START);

const parts = {
  'deciding that there is one': async (deps: Deps) => {
    await setRecapState(deps.db, LAST, 'due');
    await orderRecaps(deps, [LAST], NOW);
  },
  'adding up and writing it': async (deps: Deps) => {
    const roadmap = deps.content.roadmap('en');
    const period = await findPeriod(deps.db, LAST);
    const recap = period && (await deps.db.transaction().execute((trx) => addUpPeriod(trx, period, roadmap)));
    if (!recap) throw new Error('There is no recap.');
    recapView({ kind: 'recap', group, roadmap, marks: [`${LAST}.r`], period, recap, thread: undefined });
  },
} as const;

/** How long the recap of a week takes in a large group with a year behind it, beside a small one, in turn. */
export async function measureRecap(): Promise<void> {
  const [small, large] = [await aYear(SMALL), await aYear(LARGE)];
  const rows: string[][] = [];
  for (const [name, part] of Object.entries(parts)) {
    const figures = { few: [] as number[], many: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      figures.few.push(await timeOf(() => part(small)));
      figures.many.push(await timeOf(() => part(large)));
    }
    const [few, many] = [median(figures.few.slice(1)), median(figures.many.slice(1))];
    rows.push([name, ms(few), ms(many), times(many / few), ...verdict({ figure: many, atMost: 200, unit: 'ms' })]);
  }
  const title = `The recap of a week after a year (${WEEKS} weeks, medians of ${ROUNDS - 1} rounds)`;
  printTable(title, ['', `${SMALL} members`, `${LARGE} members`, 'ratio', 'target', ''], rows);
  await Promise.all([small, large].map(({ db }) => db.destroy()));
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Everybody has checked in every week, with hours; one in ten asks for help; a step is finished every fourth week. */
async function aYear(members: number): Promise<Deps> {
  const deps = await depsInMemory(loadContent('content'));
  const { db } = deps;
  await insertStudyGroup(db, group);
  for (let week = 0; week <= WEEKS; week += 1) await openPeriods(db, 'group', START.add({ hours: 24 * 7 * week }));
  const steps = deps.content.roadmap('en').steps.map(({ id }) => id);
  const joined = START.toString({ fractionalSecondDigits: 3 });
  await sql`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${members})
    INSERT INTO member (id, server_id, user_id, joined_at, seen_at, progress_visibility, reminders)
    SELECT 'm' || i, ${group.serverId}, 'u' || i, ${joined}, ${joined}, 'group', 'off' FROM n`.execute(db);
  await sql`INSERT INTO membership (id, member_id, group_id, joined_at)
    SELECT 'in-' || id, id, 'group', ${joined} FROM member`.execute(db);
  await sql`INSERT INTO check_in (id, member_id, period_id, did, obstacle, hours, asks_for_help, is_private,
      first_at, changed_at, counts)
    SELECT member.id || period.id, member.id, period.id, 'Read about indexes, and tried two.', 'I do not get joins yet.',
      3.5, member.rowid % 10 = 0, 0, period.prompt_at, period.prompt_at, 1
    FROM period CROSS JOIN (SELECT id, row_number() OVER () AS rowid FROM member) AS member
    WHERE period.sequence <= ${WEEKS}`.execute(db);
  await sql`INSERT INTO progress_event (id, member_id, roadmap_id, at, changes)
    SELECT 'e' || id, id, 'backend', ${joined}, '[]' FROM member`.execute(db);
  for (const [index, step] of steps.entries()) {
    await sql`INSERT INTO progress_item (member_id, roadmap_id, item_id, state, since, event_id)
      SELECT member.id, 'backend', ${step}, 'done', period.prompt_at, 'e' || member.id
      FROM member JOIN period ON period.sequence = ${WEEKS - 4 * index}`.execute(db);
  }
  return deps;
}
