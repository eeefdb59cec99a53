import { sql } from 'kysely';
import type { CheckInOfRecap, FinishedStep } from '../domain/recap.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Db } from './database.ts';

/** What a recap needs of every check-in of a period, in the order in which they were written. */
export async function listCheckInsOfRecap(db: Db, periodId: string): Promise<CheckInOfRecap[]> {
  const rows = await db
    .selectFrom('check_in')
    .select(['id', 'member_id', 'obstacle', 'hours', 'asks_for_help', 'is_private', 'counts'])
    .select(['taken_back_at', 'hidden_at', 'channel_id', 'message_id'])
    .where('period_id', '=', periodId)
    .orderBy('first_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    memberId: row.member_id,
    obstacle: row.asks_for_help === 1 ? (row.obstacle ?? undefined) : undefined,
    hours: row.hours ?? undefined,
    asksForHelp: row.asks_for_help === 1,
    isPrivate: row.is_private === 1,
    counts: row.counts === 1,
    takenBackAt: row.taken_back_at === null ? undefined : fromStoredInstant(row.taken_back_at),
    hiddenAt: row.hidden_at === null ? undefined : fromStoredInstant(row.hidden_at),
    card:
      row.channel_id === null || row.message_id === null
        ? undefined
        : { channelId: row.channel_id, messageId: row.message_id },
  }));
}

/**
 * How many members of its group finished which step in a period, the commonest first. A step that was ticked in a
 * check-in belongs to the period of that one, also where it was written in the grace, and to none if it is private; every
 * other to the period in which it was finished. Members who show their progress to nobody are not among them. A step may
 * stand there under a former id.
 */
export async function listFinishedSteps(
  db: Db,
  period: Pick<StoredPeriod, 'id' | 'groupId' | 'opensAt' | 'closesAt'>,
  roadmapId: string,
): Promise<FinishedStep[]> {
  if (period.groupId === undefined) return [];
  const ticked = finishedSteps(db, roadmapId)
    .innerJoin('check_in', (join) =>
      join.onRef('check_in.member_id', '=', 'item.member_id').onRef('check_in.finished_step_id', '=', 'item.item_id'),
    )
    .where('check_in.period_id', '=', period.id)
    .where('check_in.is_private', '=', 0)
    .where('check_in.id', '=', tickOfItem);
  const rows = await db
    .selectFrom(ticked.union(finishedByTime(db, period, roadmapId)).as('finished'))
    .select('item_id')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .groupBy('item_id')
    .orderBy('count', 'desc')
    .orderBy('item_id')
    .execute();
  return rows.map(({ item_id, count }) => ({ stepId: item_id, count }));
}

/** Those that were ticked in no check-in, of whoever was in the group when they finished them. */
function finishedByTime(
  db: Db,
  { groupId = '', opensAt, closesAt }: Pick<StoredPeriod, 'groupId' | 'opensAt' | 'closesAt'>,
  roadmapId: string,
) {
  return finishedSteps(db, roadmapId)
    .where('item.since', '>=', toStoredInstant(opensAt))
    .where('item.since', '<', toStoredInstant(closesAt))
    .where(tickOfItem, 'is', null)
    .innerJoin('membership', (join) =>
      join.onRef('membership.member_id', '=', 'item.member_id').on('membership.group_id', '=', groupId),
    )
    .whereRef('membership.joined_at', '<=', 'item.since')
    .where(({ eb, or, ref }) =>
      or([eb('membership.left_at', 'is', null), eb('membership.left_at', '>', ref('item.since'))]),
    );
}

/** Every step that somebody has finished and shows, as `item`. */
function finishedSteps(db: Db, roadmapId: string) {
  return db
    .selectFrom('progress_item as item')
    .innerJoin('member', 'member.id', 'item.member_id')
    .select(['item.item_id', 'item.member_id'])
    .where('item.state', '=', 'done')
    .where(sql<boolean>`instr(item.item_id, '/') = 0`) // Written as the index on finished steps is.
    .where('item.roadmap_id', '=', roadmapId)
    .where('member.progress_visibility', '<>', 'nobody');
}

/** The check-in that finished an `item`: where several tick that step, the last one. Null where it was done otherwise. */
const tickOfItem = sql<string | null>`(
  SELECT tick.id FROM check_in AS tick
  WHERE tick.member_id = item.member_id AND tick.finished_step_id = item.item_id
    AND item.since BETWEEN tick.first_at AND tick.changed_at
  ORDER BY tick.first_at DESC LIMIT 1)`;
