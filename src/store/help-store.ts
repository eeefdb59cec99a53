import type { Selectable } from 'kysely';
import type { HelpOffer, HelpRequest } from '../domain/help.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db, HelpRequestTable } from './database.ts';

/** A member is stuck. The same id twice is kept once. */
export async function insertHelpRequest(trx: Db, request: HelpRequest): Promise<void> {
  await trx
    .insertInto('help_request')
    .values({
      id: request.id,
      member_id: request.memberId,
      group_id: request.groupId,
      step_id: request.stepId,
      words: request.words ?? null,
      asked_at: toStoredInstant(request.askedAt),
      settled_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findHelpRequest(db: Db, id: string): Promise<HelpRequest | undefined> {
  const row = await db.selectFrom('help_request').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toHelpRequest(row);
}

/** A request of this member for this step that is not settled. */
export async function findOpenHelpRequest(db: Db, memberId: string, stepId: string): Promise<HelpRequest | undefined> {
  const row = await db
    .selectFrom('help_request')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('step_id', '=', stepId)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return row && toHelpRequest(row);
}

/** The member is through. False where they said so before, and for a request of anybody else. */
export async function settleHelpRequest(
  trx: Db,
  memberId: string,
  id: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('help_request')
    .set({ settled_at: toStoredInstant(now) })
    .where('id', '=', id)
    .where('member_id', '=', memberId)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Keeps that a member can help. True when this very call did it. */
export async function insertHelpOffer(trx: Db, offer: HelpOffer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('help_offer')
    .values({
      blocker_id: offer.blockerId,
      member_id: offer.memberId,
      offered_at: toStoredInstant(offer.offeredAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Who offered to help, in that order. */
export async function listHelpOffers(db: Db, blockerId: string): Promise<HelpOffer[]> {
  const rows = await db
    .selectFrom('help_offer')
    .selectAll()
    .where('blocker_id', '=', blockerId)
    .orderBy('offered_at')
    .orderBy('member_id')
    .execute();
  return rows.map((row) => ({
    blockerId: row.blocker_id,
    memberId: row.member_id,
    offeredAt: fromStoredInstant(row.offered_at),
  }));
}

/** Members of a group who are willing to help and have finished this step, whoever finished it last first. */
export async function listWillingHelpers(
  db: Db,
  wanted: {
    readonly groupId: string;
    readonly roadmapId: string;
    /** Its own id and former ones. */
    readonly stepIds: readonly string[];
    /** Who asks. */
    readonly exceptId: string;
    readonly limit: number;
  },
): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('check_in_setting', 'check_in_setting.member_id', 'membership.member_id')
    .innerJoin('progress_item', 'progress_item.member_id', 'membership.member_id')
    .select('membership.member_id')
    .select((expression) => expression.fn.max('progress_item.since').as('since'))
    .where('membership.group_id', '=', wanted.groupId)
    .where('membership.left_at', 'is', null)
    .where('membership.member_id', '<>', wanted.exceptId)
    .where('check_in_setting.helps_others', '=', 1)
    .where('progress_item.roadmap_id', '=', wanted.roadmapId)
    .where('progress_item.item_id', 'in', wanted.stepIds)
    .where('progress_item.state', '=', 'done')
    .groupBy('membership.member_id')
    .orderBy('since', 'desc')
    .orderBy('membership.member_id')
    .limit(wanted.limit)
    .execute();
  return rows.map(({ member_id }) => member_id);
}

function toHelpRequest(row: Selectable<HelpRequestTable>): HelpRequest {
  return {
    id: row.id,
    memberId: row.member_id,
    groupId: row.group_id,
    stepId: row.step_id,
    words: row.words ?? undefined,
    askedAt: fromStoredInstant(row.asked_at),
    settledAt: row.settled_at === null ? undefined : fromStoredInstant(row.settled_at),
  };
}
