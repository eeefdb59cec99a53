import { type CheckIn, isPublic } from '../domain/check-in.ts';
import { blockersOf, SHOWN_BLOCKERS } from '../domain/recap.ts';
import type { Temporal } from '../lib/temporal.ts';
import { saveCheckIn } from '../store/check-in-store.ts';
import type { Db } from '../store/database.ts';
import { listCheckInsOfRecap } from '../store/recap-store.ts';
import type { Deps } from './deps.ts';
import { findPlacedCheckIn } from './find-check-in.ts';
import { orderHiddenNote } from './order-hidden-note.ts';
import { orderPostEdits } from './order-post-edits.ts';

/**
 * A card that was deleted by hand counts as hidden, and its author is told as of any other. False where that is not the
 * card, or it is out of the channel already.
 */
export async function hideDeletedCard(
  trx: Db,
  { newId }: Pick<Deps, 'newId'>,
  deleted: { readonly checkInId: string; readonly messageId: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const placed = await findPlacedCheckIn(trx, deleted.checkInId);
  if (!placed || !isPublic(placed.checkIn) || placed.checkIn.card?.messageId !== deleted.messageId) return false;
  const revisionId = newId();
  const hidden: CheckIn = { ...placed.checkIn, hiddenAt: now, card: undefined };
  await saveCheckIn(trx, hidden, { id: revisionId, change: 'hidden', at: now });
  await orderPostEdits(trx, hidden.id, revisionId, now);
  await orderHiddenNote(trx, { ...placed, checkIn: hidden }, revisionId, now);
  return true;
}

interface AboutToShow {
  readonly periodId: string;
  /** How many blockers come before those that are shown. */
  readonly from?: number;
  readonly now: Temporal.Instant;
  /** Resolves when one more request may leave. */
  readonly pace?: () => Promise<unknown>;
}

/**
 * Asks for the cards of the blockers that are about to be shown: nobody tells the bot what was deleted. True where one
 * was, and is hidden from now on.
 */
export async function hideDeletedCards(deps: Deps, { periodId, from = 0, now, pace }: AboutToShow): Promise<boolean> {
  const listShown = async () =>
    blockersOf(await listCheckInsOfRecap(deps.db, periodId)).slice(from, from + SHOWN_BLOCKERS);
  const looked = new Set<string>();
  let isAnyHidden = false;
  for (let shown = await listShown(); ; ) {
    const next = shown.find(({ checkInId, card }) => card && !looked.has(checkInId));
    if (!next?.card) return isAnyHidden;
    looked.add(next.checkInId);
    await pace?.();
    if (!(await hideIfDeleted(deps, next.checkInId, next.card, now))) continue;
    isAnyHidden = true;
    shown = await listShown(); // Others move up.
  }
}

/** The same for one card. */
export async function hideIfDeleted(
  deps: Deps,
  checkInId: string,
  card: NonNullable<CheckIn['card']>,
  now: Temporal.Instant,
): Promise<boolean> {
  if (!(await deps.discord.isMessageGone(card))) return false;
  const deleted = { checkInId, messageId: card.messageId };
  const isHidden = await deps.db.transaction().execute((trx) => hideDeletedCard(trx, deps, deleted, now));
  if (isHidden) deps.wake();
  return isHidden;
}
