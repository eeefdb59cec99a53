import type { CheckIn } from '../domain/check-in.ts';
import type { HideOutcome, PlacedCheckIn } from '../domain/check-in-outcome.ts';
import { mayModerate, type StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { saveCheckIn } from '../store/check-in-store.ts';
import type { Db } from '../store/database.ts';
import type { Deps } from './deps.ts';
import { findPlacedCheckIn } from './find-check-in.ts';
import type { Moderator } from './find-moderated-group.ts';
import { orderCard } from './order-card.ts';
import { orderHiddenNote } from './order-hidden-note.ts';

export interface HideInput {
  readonly checkInId: string;
  /** False: shows it again. */
  readonly hide: boolean;
  readonly now: Temporal.Instant;
}

/**
 * A moderator hides a check-in from the channel, or shows it again. Its words stay as they are, and it still counts.
 * Asked at every press, for a custom id may be forged and a role taken away since. Done twice, it changes nothing.
 */
export async function hideCheckIn(deps: Deps, moderator: Moderator, input: HideInput): Promise<HideOutcome> {
  const outcome = await deps.db.transaction().execute(async (trx): Promise<HideOutcome> => {
    const placed = await findPlacedCheckIn(trx, input.checkInId);
    const { group } = placed ?? {};
    if (!placed || !group || group.serverId !== moderator.serverId) return { kind: 'not-there' };
    if (!mayModerate(group, moderator)) return { kind: 'not-moderator' };
    const { checkIn } = placed;
    const isHidden = checkIn.hiddenAt !== undefined;
    if (isHidden === input.hide || checkIn.takenBackAt || checkIn.isPrivate) return { kind: 'already' };
    return { kind: input.hide ? 'hidden' : 'shown', ...(await change(trx, deps, { ...placed, group }, input)) };
  });
  if (outcome.kind === 'hidden' || outcome.kind === 'shown') deps.wake();
  return outcome;
}

async function change(
  trx: Db,
  deps: Deps,
  placed: PlacedCheckIn & { readonly group: StudyGroup },
  { hide, now }: HideInput,
): Promise<PlacedCheckIn> {
  const { checkIn: before, period, group } = placed;
  const after: CheckIn = { ...before, hiddenAt: hide ? now : undefined };
  const revisionId = deps.newId();
  await saveCheckIn(trx, after, { id: revisionId, change: hide ? 'hidden' : 'shown', at: now });
  await orderCard(trx, { before, after, revisionId, period, group, now });
  if (hide) await orderHiddenNote(trx, { ...placed, checkIn: after }, revisionId, now);
  return { ...placed, checkIn: after };
}
