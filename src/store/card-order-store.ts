import { sql } from 'kysely';
import { type OutboxRecord, openStates } from '../domain/outbox.ts';
import { toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from './database.ts';

/** Whether an older order for the card of the same check-in is still open. */
export async function isCardBefore(
  db: Db,
  { key, order, memberId, createdAt }: Pick<OutboxRecord, 'key' | 'order' | 'memberId' | 'createdAt'>,
): Promise<boolean> {
  if (order.kind !== 'card' || memberId === undefined) return false;
  const at = toStoredInstant(createdAt);
  const row = await cardsOf(db, memberId, order.checkInId)
    .where('state', 'in', openStates)
    .where((row) => row.or([row('created_at', '<', at), row.and([row('created_at', '=', at), row('key', '<', key)])]))
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a card of this check-in is still to appear. */
export async function isCardComing(db: Db, memberId: string, checkInId: string): Promise<boolean> {
  const row = await cardsOf(db, memberId, checkInId).where('state', 'in', openStates).executeTakeFirst();
  return row !== undefined;
}

/** What the card that stands there is found again by. */
export async function findCardMarks(
  db: Db,
  { memberId, checkInId, messageId }: Readonly<Record<'memberId' | 'checkInId' | 'messageId', string>>,
): Promise<readonly string[]> {
  const row = await cardsOf(db, memberId, checkInId).where('message_id', '=', messageId).executeTakeFirst();
  return row ? (JSON.parse(row.marks) as string[]) : [];
}

/** What waits for the thread of a period, or was without one, is due at once: it is there. */
export async function hastenEntries(trx: Db, periodId: string, now: Temporal.Instant): Promise<void> {
  const moment = toStoredInstant(now);
  await trx
    .updateTable('outbox')
    .set({ next_attempt_at: moment })
    .where('key', '>', `${periodId}.`)
    .where('key', '<', `${periodId}/`) // The character after the full stop.
    .where('state', 'in', ['waiting', 'blocked'])
    .where('next_attempt_at', '>', moment)
    .where('due_at', '<=', moment)
    .execute();
}

/** Whether any card of the period is still to appear. */
export async function hasOpenCards(db: Db, periodId: string): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('key')
    .where('key', '>', `${periodId}.k.`)
    .where('key', '<', `${periodId}.k/`)
    .where('state', 'in', openStates)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function cardsOf(db: Db, memberId: string, checkInId: string) {
  return db
    .selectFrom('outbox')
    .select(['key', 'marks'])
    .where('member_id', '=', memberId)
    .where('operation', '=', 'card')
    .where(sql<string>`json_extract(payload, '$.checkInId')`, '=', checkInId)
    .limit(1);
}
