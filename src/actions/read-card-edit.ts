import { isPublic } from '../domain/check-in.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { ReadEdit } from '../domain/post-reading.ts';
import { findCardMarks, isCardComing } from '../store/card-order-store.ts';
import { findMemberById } from '../store/member-store.ts';
import type { Deps } from './deps.ts';
import { findPlacedCheckIn } from './find-check-in.ts';
import { readRoadmap } from './read-roadmap.ts';

/** What a card is to show now. One that went is nobody's to take away: that has an order of its own. */
export async function readCardEdit(deps: Deps, { order }: OutboxRecord): Promise<ReadEdit> {
  const placed = order.kind === 'card-edit' ? await findPlacedCheckIn(deps.db, order.checkInId) : undefined;
  const author = placed && (await findMemberById(deps.db, placed.checkIn.memberId));
  if (!placed?.group || !author || !isPublic(placed.checkIn)) return { kind: 'dropped' };
  const { checkIn, period, group } = placed;
  const { id: checkInId, memberId, card } = checkIn;
  if (!card) return (await isCardComing(deps.db, memberId, checkInId)) ? { kind: 'waiting' } : { kind: 'dropped' };
  const marks = await findCardMarks(deps.db, { memberId, checkInId, messageId: card.messageId });
  const parts = { group, roadmap: readRoadmap(deps, group.language), marks, period, checkIn };
  return { kind: 'ready', message: card, reading: { kind: 'card', ...parts, authorId: author.userId } };
}
