import type { Selectable } from 'kysely';
import type { Partnership } from '../domain/partnership.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db, PartnershipTable } from './database.ts';

/** One member asks another. Call it in a transaction. */
export async function insertPartnership(
  trx: Db,
  asked: {
    readonly pairId: string;
    readonly askerId: string;
    readonly askedId: string;
    readonly askedAt: Temporal.Instant;
  },
): Promise<void> {
  const row = { pair_id: asked.pairId, asked_at: toStoredInstant(asked.askedAt), accepted_at: null, ended_at: null };
  await trx
    .insertInto('partnership')
    .values([
      { ...row, member_id: asked.askerId, has_asked: 1 },
      { ...row, member_id: asked.askedId, has_asked: 0 },
    ])
    .execute();
}

/**
 * The two are partners from now on. False where it was ended or accepted before, or one of the two is gone.
 * @throws when one of them has another partner: end that first.
 */
export async function acceptPartnership(trx: Db, pairId: string, now: Temporal.Instant): Promise<boolean> {
  const open = await trx
    .selectFrom('partnership')
    .select('member_id')
    .where('pair_id', '=', pairId)
    .where('accepted_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
  if (open.length < 2) return false;
  await trx
    .updateTable('partnership')
    .set({ accepted_at: toStoredInstant(now) })
    .where('pair_id', '=', pairId)
    .execute();
  return true;
}

/** Ends, declines or withdraws it, and what was ticked for the two alone with it. False where it had ended already. */
export async function endPartnership(trx: Db, pairId: string, now: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('partnership')
    .set({ ended_at: toStoredInstant(now) })
    .where('pair_id', '=', pairId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  await trx
    .updateTable('check_in')
    .set({ partner_pair_id: null })
    .where('partner_pair_id', '=', pairId)
    .where('member_id', 'in', (of) => of.selectFrom('partnership').select('member_id').where('pair_id', '=', pairId))
    .execute();
  return numUpdatedRows > 0n;
}

/** Whether this member asked that one at or after a moment, whatever came of it. */
export async function hasAskedSince(
  db: Db,
  { askerId, askedId }: { readonly askerId: string; readonly askedId: string },
  since: Temporal.Instant,
): Promise<boolean> {
  const row = await db
    .selectFrom('partnership as own')
    .innerJoin('partnership as other', 'other.pair_id', 'own.pair_id')
    .select('own.pair_id')
    .where('own.member_id', '=', askerId)
    .where('own.has_asked', '=', 1)
    .where('own.asked_at', '>=', toStoredInstant(since))
    .where('own.accepted_at', 'is', null)
    .where('other.member_id', '=', askedId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whoever leaves a group leaves the pairs behind that they made there. */
export async function endPartnerships(trx: Db, memberId: string, now: Temporal.Instant): Promise<void> {
  for (const { pairId } of await listPartnerships(trx, memberId)) await endPartnership(trx, pairId, now);
}

/** A pair as each of the two has it. Empty where it has ended. */
export async function findPair(db: Db, pairId: string): Promise<Partnership[]> {
  const rows = await partnerships(db).where('own.pair_id', '=', pairId).execute();
  return rows.map(toPartnership);
}

/** Those of a member that have not ended, asked for or accepted, the oldest first. */
export async function listPartnerships(db: Db, memberId: string): Promise<Partnership[]> {
  const rows = await partnerships(db)
    .where('own.member_id', '=', memberId)
    .orderBy('own.asked_at')
    .orderBy('own.pair_id')
    .execute();
  return rows.map(toPartnership);
}

/** All that have not ended, each with the other one of the two. */
function partnerships(db: Db) {
  return db
    .selectFrom('partnership as own')
    .leftJoin('partnership as other', (join) =>
      join.onRef('other.pair_id', '=', 'own.pair_id').onRef('other.member_id', '<>', 'own.member_id'),
    )
    .selectAll('own')
    .select('other.member_id as partner_id')
    .where('own.ended_at', 'is', null);
}

function toPartnership(row: Selectable<PartnershipTable> & { readonly partner_id: string | null }): Partnership {
  return {
    pairId: row.pair_id,
    memberId: row.member_id,
    partnerId: row.partner_id ?? undefined,
    hasAsked: row.has_asked === 1,
    askedAt: fromStoredInstant(row.asked_at),
    acceptedAt: row.accepted_at === null ? undefined : fromStoredInstant(row.accepted_at),
    endedAt: row.ended_at === null ? undefined : fromStoredInstant(row.ended_at),
  };
}
