import { type Insertable, type Selectable, sql } from 'kysely';
import type { TellingPeriod } from '../domain/recap.ts';
import type { PeriodThread, PromptState, RecapState, StoredPeriod } from '../domain/stored-period.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Db, PeriodTable } from './database.ts';

/** Writes a period down. One that is there already stays as it is. */
export async function insertPeriod(trx: Db, period: StoredPeriod): Promise<void> {
  await trx
    .insertInto('period')
    .values(toRow(period))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function findPeriod(db: Db, id: string): Promise<StoredPeriod | undefined> {
  const row = await db.selectFrom('period').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toStoredPeriod(row);
}

/** The newest period of a group that was written down. */
export async function findLastPeriod(db: Db, groupId: string): Promise<StoredPeriod | undefined> {
  const row = await db
    .selectFrom('period')
    .selectAll()
    .where('group_id', '=', groupId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toStoredPeriod(row);
}

/** The periods of a group that close after a moment, the newest last. */
export async function listPeriodsAfter(db: Db, groupId: string, after: Temporal.Instant): Promise<StoredPeriod[]> {
  const rows = await db
    .selectFrom('period')
    .selectAll()
    .where('group_id', '=', groupId)
    .where('closes_at', '>', toStoredInstant(after))
    .orderBy('closes_at')
    .execute();
  return rows.map(toStoredPeriod);
}

/** Says what became of a prompt. When the grace has ended that is settled, as streaks are: false, and nothing changes. */
export async function setPromptState(trx: Db, id: string, state: PromptState, now: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('period')
    .set({ prompt_state: state })
    .where('id', '=', id)
    .where('grace_ends_at', '>', toStoredInstant(now))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** It was not posted and is not any more. A period in which nobody was asked costs nobody anything, whenever that is said. */
export async function giveUpPrompt(trx: Db, id: string): Promise<void> {
  await trx
    .updateTable('period')
    .set({ prompt_state: 'missed' })
    .where('id', '=', id)
    .where('prompt_state', 'in', ['due', 'ordered'])
    .execute();
}

export async function setRecapState(trx: Db, id: string, state: RecapState): Promise<void> {
  await trx.updateTable('period').set({ recap_state: state }).where('id', '=', id).execute();
}

/** Where the cards of a period stand; undefined when that is gone. */
export async function saveThread(trx: Db, id: string, thread: PeriodThread | undefined): Promise<void> {
  await trx.updateTable('period').set(threadRow(thread)).where('id', '=', id).execute();
}

/** The group in one of whose threads this is. */
export async function findGroupOfThread(db: Db, threadId: string): Promise<string | undefined> {
  const row = await db.selectFrom('period').select('group_id').where('thread_id', '=', threadId).executeTakeFirst();
  return row?.group_id ?? undefined;
}

/** Ids of periods whose prompt is due, the longest due first. */
export function listDuePrompts(db: Db, now: Temporal.Instant, limit: number): Promise<string[]> {
  return listDue(db, { state: 'prompt_state', at: 'prompt_at' }, now, limit);
}

/** Ids of periods whose recap is due, the longest due first. */
export function listDueRecaps(db: Db, now: Temporal.Instant, limit: number): Promise<string[]> {
  return listDue(db, { state: 'recap_state', at: 'recap_at' }, now, limit);
}

interface DueColumns {
  readonly state: 'prompt_state' | 'recap_state';
  readonly at: 'prompt_at' | 'recap_at';
}

async function listDue(db: Db, { state, at }: DueColumns, now: Temporal.Instant, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('period')
    .select('id')
    .where(state, '=', 'due')
    .where(at, '<=', toStoredInstant(now))
    .orderBy(at)
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * The newest periods of a group with whether any check-in counts in each, the newest last. Those in which nobody was asked
 * and nobody checked in are left out: they tell nothing.
 */
export async function listTellingPeriods(db: Db, groupId: string, limit: number): Promise<TellingPeriod[]> {
  const exists = sql<number>`EXISTS (SELECT 1 FROM check_in WHERE check_in.period_id = period.id AND check_in.counts = 1)`;
  const rows = await db
    .selectFrom('period')
    .selectAll()
    .select(exists.as('has_check_ins'))
    .where('group_id', '=', groupId)
    .where((expression) => expression.or([expression('prompt_state', '=', 'posted'), expression(exists, '=', 1)]))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toStoredPeriod(row), hasCheckIns: row.has_check_ins === 1 })).reverse();
}

/** Periods of a group that are over, the newest first. */
export async function listClosedPeriods(
  db: Db,
  { groupId, skipped, limit }: { readonly groupId: string; readonly skipped: number; readonly limit: number },
  now: Temporal.Instant,
): Promise<StoredPeriod[]> {
  const rows = await newestPast(db, groupId, 'closes_at', now).limit(limit).offset(skipped).execute();
  return rows.map(toStoredPeriod);
}

/** The last periods of a group whose grace is over, the newest last. */
export async function listSettledPeriods(
  db: Db,
  groupId: string,
  limit: number,
  now: Temporal.Instant,
): Promise<StoredPeriod[]> {
  const rows = await newestPast(db, groupId, 'grace_ends_at', now).limit(limit).execute();
  return rows.map(toStoredPeriod).reverse();
}

/** The periods of a group of which this moment has passed, the newest first. */
function newestPast(db: Db, groupId: string, moment: 'closes_at' | 'grace_ends_at', now: Temporal.Instant) {
  return db
    .selectFrom('period')
    .selectAll()
    .where('group_id', '=', groupId)
    .where(moment, '<=', toStoredInstant(now))
    .orderBy('sequence', 'desc');
}

/** Members of a group in none of these periods of which a check-in counts, who were there by then. */
export async function listWithoutCheckIn(
  db: Db,
  groupId: string,
  { periodIds, joinedBy }: { readonly periodIds: readonly string[]; readonly joinedBy: Temporal.Instant },
): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .select('member_id')
    .where('group_id', '=', groupId)
    .where('left_at', 'is', null)
    .where('joined_at', '<=', toStoredInstant(joinedBy))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('check_in')
            .select('check_in.id')
            .whereRef('check_in.member_id', '=', 'membership.member_id')
            .where('check_in.period_id', 'in', periodIds)
            .where('check_in.counts', '=', 1),
        ),
      ),
    )
    .orderBy('joined_at')
    .orderBy('member_id')
    .execute();
  return rows.map(({ member_id }) => member_id);
}

/** A moderator wakes the prompts of a group. */
export async function savePromptWake(trx: Db, groupId: string, now: Temporal.Instant): Promise<void> {
  const woken_at = toStoredInstant(now);
  await trx
    .insertInto('prompt_wake')
    .values({ group_id: groupId, woken_at })
    .onConflict((conflict) => conflict.column('group_id').doUpdateSet({ woken_at }))
    .execute();
}

/** When a moderator last woke them. */
export async function findPromptWake(db: Db, groupId: string): Promise<Temporal.Instant | undefined> {
  const row = await db.selectFrom('prompt_wake').selectAll().where('group_id', '=', groupId).executeTakeFirst();
  return row && fromStoredInstant(row.woken_at);
}

function toRow(period: StoredPeriod): Insertable<PeriodTable> {
  return {
    id: period.id,
    group_id: period.groupId ?? null,
    member_id: period.memberId ?? null,
    sequence: period.sequence,
    rhythm: period.rhythm,
    zone: period.zone,
    first_day: period.firstDay.toString(),
    last_day: period.lastDay.toString(),
    opens_at: toStoredInstant(period.opensAt),
    prompt_at: toStoredInstant(period.promptAt),
    closes_at: toStoredInstant(period.closesAt),
    grace_ends_at: toStoredInstant(period.graceEndsAt),
    recap_at: toStoredInstant(period.recapAt),
    prompt_state: period.promptState,
    recap_state: period.recapState,
    ...threadRow(period.thread),
  };
}

function threadRow(thread: PeriodThread | undefined) {
  return {
    channel_id: thread?.channelId ?? null,
    starter_message_id: thread?.starterMessageId ?? null,
    thread_id: thread?.threadId ?? null,
  };
}

export function toStoredPeriod(row: Selectable<PeriodTable>): StoredPeriod {
  const { channel_id, starter_message_id, thread_id } = row;
  const isComplete = channel_id !== null && starter_message_id !== null && thread_id !== null;
  return {
    id: row.id,
    groupId: row.group_id ?? undefined,
    memberId: row.member_id ?? undefined,
    sequence: row.sequence,
    rhythm: row.rhythm,
    zone: row.zone,
    firstDay: Temporal.PlainDate.from(row.first_day),
    lastDay: Temporal.PlainDate.from(row.last_day),
    opensAt: fromStoredInstant(row.opens_at),
    promptAt: fromStoredInstant(row.prompt_at),
    closesAt: fromStoredInstant(row.closes_at),
    graceEndsAt: fromStoredInstant(row.grace_ends_at),
    recapAt: fromStoredInstant(row.recap_at),
    promptState: row.prompt_state,
    recapState: row.recap_state,
    thread: isComplete
      ? { channelId: channel_id, starterMessageId: starter_message_id, threadId: thread_id }
      : undefined,
  };
}
