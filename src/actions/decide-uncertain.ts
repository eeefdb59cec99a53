import type { Temporal } from '../lib/temporal.ts';
import { findOutboxRecord } from '../store/outbox-store.ts';
import type { Deps } from './deps.ts';

export interface UncertainDecision {
  readonly groupId: string;
  readonly key: string;
  readonly isThere: boolean;
  readonly actorId: string;
  readonly now: Temporal.Instant;
}

export async function decideUncertain(
  deps: Deps,
  { groupId, key }: UncertainDecision,
): Promise<{ readonly kind: 'decided' } | { readonly kind: 'not-uncertain' }> {
  const record = await findOutboxRecord(deps.db, key);
  return { kind: record?.groupId === groupId && record.state === 'uncertain' ? 'decided' : 'not-uncertain' };
}
