import { type CheckIn, isPublic } from '../domain/check-in.ts';
import type { OutboxEntry, OutboxOrder } from '../domain/outbox.ts';
import { removalEntry } from '../domain/period-order.ts';
import { concernsRecap } from '../domain/recap.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { saveCard } from '../store/check-in-store.ts';
import type { Db } from '../store/database.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { ensureStarter } from './open-period.ts';
import { orderPostEdits } from './order-post-edits.ts';

/** A check-in before and after a change, which has been saved. */
export interface CardChange {
  readonly before: CheckIn | undefined;
  readonly after: CheckIn;
  readonly revisionId: string;
  readonly period: StoredPeriod;
  readonly group: Pick<StudyGroup, 'id' | 'serverId'>;
  readonly now: Temporal.Instant;
}

/**
 * Orders what the channel is to see of a change: a card, another text on it, or that it goes. A card that is still
 * waiting shows what holds when it is sent, and is not sent at all when nobody may read it any more. What quotes it is
 * brought up to date as well.
 */
export async function orderCard(trx: Db, change: CardChange): Promise<void> {
  const { before, after, revisionId, now } = change;
  if (before && concernsRecap(before, after)) await orderPostEdits(trx, after.id, revisionId, now);
  await orderCardAlone(trx, change);
}

async function orderCardAlone(trx: Db, change: CardChange): Promise<void> {
  const { before, after, period, group, revisionId, now } = change;
  const wasPublic = before !== undefined && isPublic(before);
  if (isPublic(after)) {
    if (wasPublic) {
      await order(trx, change, `${period.id}.e.${revisionId}`, { kind: 'card-edit', checkInId: after.id });
      return;
    }
    await ensureStarter(trx, group, period, now);
    // One that was there before and went has the plain key: what comes back is another message.
    const key = cardKey(after);
    await order(trx, change, before ? `${key}.${revisionId}` : key, { kind: 'card', checkInId: after.id });
  } else if (wasPublic && before.card) {
    await saveCard(trx, after.id, undefined);
    await insertOutboxEntry(trx, removalEntry(group.serverId, before.card, now), now);
  }
}

function cardKey({ id, periodId }: Pick<CheckIn, 'id' | 'periodId'>): string {
  return `${periodId}.k.${id}`;
}

async function order(
  trx: Db,
  { after, group, now }: CardChange,
  key: string,
  what: Extract<OutboxOrder, { kind: 'card' | 'card-edit' }>,
): Promise<void> {
  const entry: OutboxEntry = {
    key,
    marks: [key],
    order: what,
    serverId: group.serverId,
    groupId: group.id,
    memberId: after.memberId,
    userId: undefined,
    dueAt: now,
    notAfter: undefined,
  };
  await insertOutboxEntry(trx, entry, now);
}
