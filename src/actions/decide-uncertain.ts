import { decidedUntil } from '../domain/delivery.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import { insertGroupChange } from '../store/group-change-store.ts';
import { findOutboxRecord, insertOutboxEntry } from '../store/outbox-store.ts';
import { settleUncertain } from '../store/outbox-trouble-store.ts';
import type { Deps } from './deps.ts';
import { settlePeriodPost } from './settle-period-post.ts';

export interface UncertainDecision {
  readonly groupId: string;
  readonly key: string;
  /** What the moderator saw in the channel. False: it is to be sent. */
  readonly isThere: boolean;
  readonly actorId: string;
  readonly now: Temporal.Instant;
}

export type UncertainOutcome =
  | { readonly kind: 'decided' }
  /** It was decided before, or found, or is no post of this group: nothing was changed. */
  | { readonly kind: 'not-uncertain' };

/** Nobody knows which message it is: it is looked for as soon as it can be, so that it can be corrected. */
function findingEntry({ key: postKey, serverId, groupId, memberId, userId }: OutboxRecord, now: Temporal.Instant) {
  const key = `${postKey}.f`;
  const about = { serverId, groupId, memberId, userId };
  const order = { kind: 'finding', key: postKey } as const;
  return { key, marks: [key], order, ...about, dueAt: now, notAfter: decidedUntil(now) };
}

/** A moderator says what no look can tell. Of two presses the first counts. */
export async function decideUncertain(deps: Deps, decision: UncertainDecision): Promise<UncertainOutcome> {
  const { groupId, key, isThere, actorId, now } = decision;
  const isDecided = await deps.db.transaction().execute(async (trx) => {
    const record = await findOutboxRecord(trx, key);
    if (record?.groupId !== groupId) return false;
    const wanted = isThere
      ? ({ state: 'sent' } as const)
      : ({ state: 'waiting', notAfter: decidedUntil(now) } as const);
    if (!(await settleUncertain(trx, key, wanted, now))) return false;
    if (isThere) {
      await settlePeriodPost(trx, deps, { record, result: { kind: 'sent' }, now });
      await insertOutboxEntry(trx, findingEntry(record, now), now);
    }
    const change = { kind: 'decided-uncertain', key, isThere } as const;
    await insertGroupChange(trx, { id: deps.newId(), groupId, actorId, at: now, change });
    return true;
  });
  if (!isDecided) return { kind: 'not-uncertain' };
  deps.wake();
  return { kind: 'decided' };
}
