import { type Expression, sql } from 'kysely';
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
 * How many members of its group finished which step within a period, the commonest first. Members who show their
 * progress to nobody are not among them. A step may stand there under a former id.
 */
export async function listFinishedSteps(
  db: Db,
  { groupId, opensAt, closesAt }: Pick<StoredPeriod, 'groupId' | 'opensAt' | 'closesAt'>,
  roadmapId: string,
): Promise<FinishedStep[]> {
  if (groupId === undefined) return [];
  const [from, until] = [toStoredInstant(opensAt), toStoredInstant(closesAt)];
  const rows = await db
    .selectFrom('progress_item')
    .innerJoin('member', 'member.id', 'progress_item.member_id')
    .innerJoin('membership', (join) =>
      join.onRef('membership.member_id', '=', 'member.id').on('membership.group_id', '=', groupId),
    )
    .select('progress_item.item_id')
    .select((expression) => expression.fn.count<number>('member.id').distinct().as('count'))
    .where('progress_item.state', '=', 'done')
    .where((expression) => isStep(expression.ref('progress_item.item_id')))
    .where('progress_item.since', '>=', from)
    .where('progress_item.since', '<', until)
    .where('progress_item.roadmap_id', '=', roadmapId)
    .where('member.progress_visibility', '<>', 'nobody')
    .whereRef('membership.joined_at', '<=', 'progress_item.since')
    .where((expression) =>
      expression.or([
        expression('membership.left_at', 'is', null),
        expression('membership.left_at', '>', expression.ref('progress_item.since')),
      ]),
    )
    .groupBy('progress_item.item_id')
    .orderBy('count', 'desc')
    .orderBy('progress_item.item_id')
    .execute();
  return rows.map(({ item_id, count }) => ({ stepId: item_id, count }));
}

/** Written as the index on finished steps is. */
function isStep(itemId: Expression<string>) {
  return sql<boolean>`instr(${itemId}, '/') = 0`;
}
