import type { Selectable } from 'kysely';
import type { ItemChange, ItemState, ProgressEvent, RecordMark } from '../domain/progress.ts';
import type { Records, SetRecord } from '../domain/progress-changes.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db, ProgressEventTable, ProgressItemTable } from './database.ts';

/** How every item of a member stands that is not open, also retired ones and former ids. */
export async function listItemRecords(db: Db, memberId: string, roadmapId: string): Promise<SetRecord[]> {
  const rows = await db
    .selectFrom('progress_item')
    .select(['item_id', 'state', 'since', 'event_id'])
    .where('member_id', '=', memberId)
    .where('roadmap_id', '=', roadmapId)
    .execute();
  return rows.map(({ item_id, state, since, event_id }) => ({
    itemId: item_id,
    state,
    since: fromStoredInstant(since),
    eventId: event_id,
  }));
}

/** Keeps what a member did, and the records that it leads to. Call it in a transaction. */
export async function insertProgressEvent(
  trx: Db,
  roadmapId: string,
  event: ProgressEvent,
  after: Records,
): Promise<void> {
  await trx
    .insertInto('progress_event')
    .values({
      id: event.id,
      member_id: event.memberId,
      roadmap_id: roadmapId,
      at: toStoredInstant(event.at),
      changes: JSON.stringify(event.changes.map(toStoredChange)),
      undoes: event.undoes ?? null,
    })
    .execute();
  for (const { itemId } of event.changes) {
    await saveRecord(trx, { member_id: event.memberId, roadmap_id: roadmapId, item_id: itemId }, after.get(itemId));
  }
}

type ItemKey = Pick<Selectable<ProgressItemTable>, 'member_id' | 'roadmap_id' | 'item_id'>;

async function saveRecord(trx: Db, key: ItemKey, record: SetRecord | undefined): Promise<void> {
  if (!record) {
    await trx
      .deleteFrom('progress_item')
      .where((expression) => expression.and({ ...key }))
      .execute();
    return;
  }
  const values = { state: record.state, since: toStoredInstant(record.since), event_id: record.eventId };
  await trx
    .insertInto('progress_item')
    .values({ ...key, ...values })
    .onConflict((conflict) => conflict.columns(['member_id', 'roadmap_id', 'item_id']).doUpdateSet(values))
    .execute();
}

/**
 * How these items stand for each member of a group who shows it which steps are done; nothing of anybody else. Members
 * without a record are in the list with none.
 */
export async function listSharedRecords(
  db: Db,
  groupId: string,
  roadmapId: string,
  itemIds: readonly string[],
): Promise<Map<string, Pick<SetRecord, 'itemId' | 'state'>[]>> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('member', 'member.id', 'membership.member_id')
    .leftJoin('progress_item', (join) =>
      join
        .onRef('progress_item.member_id', '=', 'member.id')
        .on('progress_item.roadmap_id', '=', roadmapId)
        .on('progress_item.item_id', 'in', itemIds),
    )
    .select(['membership.member_id', 'progress_item.item_id', 'progress_item.state'])
    .where('membership.group_id', '=', groupId)
    .where('membership.left_at', 'is', null)
    .where('member.progress_visibility', '<>', 'nobody')
    .execute();
  const records = new Map<string, Pick<SetRecord, 'itemId' | 'state'>[]>();
  for (const { member_id: memberId, item_id: itemId, state } of rows) {
    const own = records.get(memberId) ?? [];
    if (itemId !== null && state !== null) own.push({ itemId, state });
    records.set(memberId, own);
  }
  return records;
}

/** When the member's newest event was. */
export async function findLastEventTime(
  db: Db,
  memberId: string,
  roadmapId: string,
): Promise<Temporal.Instant | undefined> {
  const { last } = await db
    .selectFrom('progress_event')
    .select((expression) => expression.fn.max('at').as('last'))
    .where('member_id', '=', memberId)
    .where('roadmap_id', '=', roadmapId)
    .executeTakeFirstOrThrow();
  return last === null ? undefined : fromStoredInstant(last);
}

/** An event of this member's, with whether it was taken back. Undefined for anybody else's. */
export async function findProgressEvent(
  db: Db,
  memberId: string,
  roadmapId: string,
  id: string,
): Promise<{ readonly event: ProgressEvent; readonly isUndone: boolean } | undefined> {
  const row = await db
    .selectFrom('progress_event')
    .selectAll()
    .where('id', '=', id)
    .where('member_id', '=', memberId)
    .where('roadmap_id', '=', roadmapId)
    .executeTakeFirst();
  if (!row) return undefined;
  const undoing = await db.selectFrom('progress_event').select('id').where('undoes', '=', id).executeTakeFirst();
  return { event: toEvent(row), isUndone: undoing !== undefined };
}

/** What a member did after `since` and did not take back, oldest first. */
export async function listStandingEvents(
  db: Db,
  memberId: string,
  roadmapId: string,
  since: Temporal.Instant,
): Promise<ProgressEvent[]> {
  const rows = await db
    .selectFrom('progress_event')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('roadmap_id', '=', roadmapId)
    .where('at', '>', toStoredInstant(since))
    .where('undoes', 'is', null)
    .where('id', 'not in', (query) =>
      query
        .selectFrom('progress_event as undoing')
        .select('undoing.undoes')
        .where('undoing.member_id', '=', memberId)
        .where('undoing.undoes', 'is not', null),
    )
    .orderBy('at')
    .execute();
  return rows.map(toEvent);
}

interface StoredMark {
  readonly since: string;
  readonly eventId: string;
}

/** A change as its JSON holds it. */
interface StoredChange {
  readonly itemId: string;
  readonly from: ItemState;
  readonly to: ItemState;
  readonly replaces?: StoredMark;
  readonly restores?: StoredMark;
}

function toStoredChange({ itemId, from, to, replaces, restores }: ItemChange): StoredChange {
  const mark = ({ since, eventId }: RecordMark) => ({ since: toStoredInstant(since), eventId });
  return {
    itemId,
    from,
    to,
    ...(replaces ? { replaces: mark(replaces) } : {}),
    ...(restores ? { restores: mark(restores) } : {}),
  };
}

function toEvent(row: Selectable<ProgressEventTable>): ProgressEvent {
  const changes: readonly StoredChange[] = JSON.parse(row.changes);
  return {
    id: row.id,
    memberId: row.member_id,
    at: fromStoredInstant(row.at),
    changes: changes.map(toChange),
    undoes: row.undoes ?? undefined,
  };
}

function toChange({ itemId, from, to, replaces, restores }: StoredChange): ItemChange {
  const mark = ({ since, eventId }: StoredMark) => ({ since: fromStoredInstant(since), eventId });
  return {
    itemId,
    from,
    to,
    ...(replaces ? { replaces: mark(replaces) } : {}),
    ...(restores ? { restores: mark(restores) } : {}),
  };
}
