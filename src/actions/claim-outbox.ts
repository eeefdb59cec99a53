import { withPlace } from '../domain/attempted-place.ts';
import { LEASE_SECONDS } from '../domain/delivery.ts';
import type { PostPlace } from '../domain/delivery-port.ts';
import type { DeliveryLane, OutboxRecord } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import { claimOutboxEntries, findNextClaim } from '../store/outbox-claim-store.ts';
import { beginAttempt, findClaimedEntry, freeEntries } from '../store/outbox-lease-store.ts';
import type { CommitTogether } from './commit-together.ts';
import type { Deps } from './deps.ts';

/** Entries that belong to this process for two minutes. */
export interface Claim {
  readonly leaseId: string;
  /** The earliest due first. */
  readonly keys: readonly string[];
}

/** Takes at most `limit` entries that are due. What somebody else holds is left alone. */
export async function claimOutbox(
  { db, newId }: Pick<Deps, 'db' | 'newId'>,
  lane: DeliveryLane,
  limit: number,
  now: Temporal.Instant,
): Promise<Claim> {
  const lease = { id: newId(), until: now.add({ seconds: LEASE_SECONDS }) };
  return { leaseId: lease.id, keys: await claimOutboxEntries(db, lease, limit, now, lane) };
}

/** What is to be delivered of a claim. Undefined: it belongs to somebody else by now, or nobody wants it any more. */
export function findClaimed({ db }: Pick<Deps, 'db'>, key: string, leaseId: string): Promise<OutboxRecord | undefined> {
  return findClaimedEntry(db, key, leaseId);
}

/**
 * Called directly before an entry is sent. It notes that it may have been sent to this place from now on. False: do not send it, it
 * belongs to somebody else by now, or nobody wants it any more.
 */
export function beginSending(
  commit: CommitTogether,
  { key, attemptedIn }: OutboxRecord,
  leaseId: string,
  place: PostPlace | undefined,
  now: Temporal.Instant,
): Promise<boolean> {
  const lease = { id: leaseId, until: now.add({ seconds: LEASE_SECONDS }) };
  return commit((trx) => beginAttempt(trx, key, lease, now, withPlace(attemptedIn, place)));
}

/** What was claimed and not begun is there for anybody at once, not only when the lease is over. */
export async function giveBack({ db }: Pick<Deps, 'db'>, leaseId: string, keys: readonly string[]): Promise<void> {
  await freeEntries(db, leaseId, keys);
}

/** When there is something to claim next. */
export function findNextDelivery({ db }: Pick<Deps, 'db'>, lane: DeliveryLane): Promise<Temporal.Instant | undefined> {
  return findNextClaim(db, lane);
}
