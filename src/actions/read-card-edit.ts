import { type CheckIn, isPublic } from '../domain/check-in.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { CardPost } from '../domain/period-reading.ts';
import { findCardMarks, isCardComing } from '../store/card-order-store.ts';
import { findMemberById } from '../store/member-store.ts';
import type { Deps } from './deps.ts';
import { findPlacedCheckIn } from './find-check-in.ts';
import { readRoadmap } from './read-roadmap.ts';

export type ReadCardEdit =
  | { readonly kind: 'ready'; readonly reading: CardPost; readonly card: NonNullable<CheckIn['card']> }
  /** The card is on its way. */
  | { readonly kind: 'waiting' }
  /** It is gone: there is nothing to correct. */
  | { readonly kind: 'dropped' };

/** What a card is to show now, also in a group that is archived: a member's words stay in their hands. */
export async function readCardEdit(deps: Deps, { order }: OutboxRecord): Promise<ReadCardEdit> {
  const placed = order.kind === 'card-edit' ? await findPlacedCheckIn(deps.db, order.checkInId) : undefined;
  const author = placed && (await findMemberById(deps.db, placed.checkIn.memberId));
  if (!placed?.group || !author || !isPublic(placed.checkIn)) return { kind: 'dropped' };
  const { checkIn, period, group } = placed;
  const { id: checkInId, memberId, card } = checkIn;
  if (!card) return (await isCardComing(deps.db, memberId, checkInId)) ? { kind: 'waiting' } : { kind: 'dropped' };
  const marks = await findCardMarks(deps.db, { memberId, checkInId, messageId: card.messageId });
  const parts = { group, roadmap: readRoadmap(deps, group.language), marks, period, checkIn };
  return { kind: 'ready', card, reading: { kind: 'card', ...parts, authorId: author.userId } };
}
