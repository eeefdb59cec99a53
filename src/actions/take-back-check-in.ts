import { takeBack } from '../domain/check-in.ts';
import type { TakeBackOutcome } from '../domain/check-in-outcome.ts';
import type { Member } from '../domain/member.ts';
import type { Temporal } from '../lib/temporal.ts';
import { saveCheckIn } from '../store/check-in-store.ts';
import type { Deps } from './deps.ts';
import { findPlacedCheckIn } from './find-check-in.ts';
import { orderCard } from './order-card.ts';

export interface TakeBackInput {
  readonly member: Pick<Member, 'id'>;
  readonly checkInId: string;
  readonly now: Temporal.Instant;
}

/** Takes a check-in of the member's own back, and its card away. What it said stays theirs. Done twice, it changes nothing. */
export async function takeBackCheckIn(deps: Deps, { member, checkInId, now }: TakeBackInput): Promise<TakeBackOutcome> {
  const outcome = await deps.db.transaction().execute(async (trx): Promise<TakeBackOutcome> => {
    const placed = await findPlacedCheckIn(trx, checkInId);
    if (!placed || placed.checkIn.memberId !== member.id) return { kind: 'not-yours' };
    const { checkIn: before, period, group } = placed;
    const after = takeBack(before, { period, now });
    if (after === before) return { kind: 'already', ...placed };
    const revisionId = deps.newId();
    await saveCheckIn(trx, after, { id: revisionId, change: 'taken-back', at: now });
    if (group) await orderCard(trx, { before, after, revisionId, period, group, now });
    return { kind: 'taken-back', ...placed, checkIn: after };
  });
  if (outcome.kind === 'taken-back') deps.wake();
  return outcome;
}
