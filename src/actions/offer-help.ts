import { isPublic } from '../domain/check-in.ts';
import type { Member } from '../domain/member.ts';
import { helpEntry } from '../domain/period-order.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findHelpRequest, insertHelpOffer } from '../store/help-store.ts';
import { findMember, findMemberById } from '../store/member-store.ts';
import { findMembership } from '../store/membership-store.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import { checkPresence } from './check-presence.ts';
import type { Deps } from './deps.ts';
import { findPlacedCheckIn } from './find-check-in.ts';
import { mayWrite, type Writer } from './may-write.ts';

export interface OfferHelpInput extends Writer {
  /** Of a request, or of a check-in that asks for help. */
  readonly blockerId: string;
  readonly now: Temporal.Instant;
}

export type OfferHelpOutcome =
  /** `already`: they had offered it before, and nothing more happens. */
  | { readonly kind: 'offered' | 'already'; readonly askerUserId: string }
  /** Settled, taken back, of a group that they are not in, or its author has left. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'own' }
  /** They would be named there as who can help. */
  | { readonly kind: 'may-not-write'; readonly channelId: string };

/** Brings whoever is stuck together with whoever can help, once for the two of them, however often it is pressed. */
export async function offerHelp(deps: Deps, input: OfferHelpInput): Promise<OfferHelpOutcome> {
  const { userId, blockerId, now } = input;
  const before = await findBlocker(deps.db, blockerId);
  const asker = before && (await findMemberById(deps.db, before.memberId));
  // Nobody is named who has left the server.
  if (!asker || (await checkPresence(deps, asker, now)) === 'gone') return { kind: 'gone' };
  const isWriter = await mayWrite(deps, input, before.group);
  const outcome = await deps.db.transaction().execute(async (trx): Promise<OfferHelpOutcome> => {
    const blocker = await findBlocker(trx, blockerId);
    const helper = blocker && (await findMember(trx, blocker.group.serverId, userId));
    if (!helper || helper.leftAt) return { kind: 'gone' };
    if (helper.id === asker.id) return { kind: 'own' };
    const { group } = blocker;
    for (const { id } of [helper, asker]) {
      if ((await findMembership(trx, id))?.groupId !== group.id) return { kind: 'gone' };
    }
    return offer(trx, { group, asker, helper, isWriter, blockerId, now });
  });
  if (outcome.kind === 'offered') deps.wake();
  return outcome;
}

interface Offer extends Pick<OfferHelpInput, 'blockerId' | 'now'> {
  readonly group: StudyGroup;
  readonly asker: Member;
  readonly helper: Member;
  /** Whether the helper may write where the two are brought together. */
  readonly isWriter: boolean;
}

async function offer(trx: Db, given: Offer): Promise<OfferHelpOutcome> {
  const { group, asker, helper, isWriter, blockerId, now } = given;
  if (!isWriter) return { kind: 'may-not-write', channelId: group.channelId };
  const isNew = await insertHelpOffer(trx, { blockerId, memberId: helper.id, offeredAt: now });
  if (!isNew) return { kind: 'already', askerUserId: asker.userId };
  const help = { blockerId, helperId: helper.id, askerUserId: asker.userId };
  await insertOutboxEntry(trx, helpEntry(group, help, now), now);
  return { kind: 'offered', askerUserId: asker.userId };
}

/** Whose it is, and in which group. Undefined where it is no longer one. */
async function findBlocker(
  db: Db,
  blockerId: string,
): Promise<{ readonly memberId: string; readonly group: StudyGroup } | undefined> {
  const placed = await findPlacedCheckIn(db, blockerId);
  if (placed) {
    const { checkIn, group } = placed;
    return group && checkIn.asksForHelp && isPublic(checkIn) ? { memberId: checkIn.memberId, group } : undefined;
  }
  const request = await findHelpRequest(db, blockerId);
  const group = request && !request.settledAt ? await findStudyGroup(db, request.groupId) : undefined;
  return request && group ? { memberId: request.memberId, group } : undefined;
}
