import type { Member } from '../domain/member.ts';
import { helpEntry } from '../domain/period-order.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { insertHelpOffer } from '../store/help-store.ts';
import { findMember, findMemberById } from '../store/member-store.ts';
import { findMembership } from '../store/membership-store.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { checkPresence } from './check-presence.ts';
import type { Deps } from './deps.ts';
import { findBlocker } from './find-blocker.ts';
import { findPeriodChannel } from './find-period-channel.ts';
import { hideIfDeleted } from './hide-deleted-card.ts';
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
  if (before.card && (await hideIfDeleted(deps, blockerId, before.card, now))) return { kind: 'gone' };
  const { serverId } = before.group;
  const channelId = findPeriodChannel(deps, before.group, before.period?.thread);
  const isWriter = await mayWrite(deps, input, { serverId, channelId });
  const outcome = await deps.db.transaction().execute(async (trx): Promise<OfferHelpOutcome> => {
    const blocker = await findBlocker(trx, blockerId);
    const helper = blocker && (await findMember(trx, blocker.group.serverId, userId));
    if (!helper || helper.leftAt) return { kind: 'gone' };
    if (helper.id === asker.id) return { kind: 'own' };
    const { group } = blocker;
    if (!(await areBothIn(trx, group, [helper, asker]))) return { kind: 'gone' };
    return isWriter ? offer(trx, { group, asker, helper, blockerId, now }) : { kind: 'may-not-write', channelId };
  });
  if (outcome.kind === 'offered') deps.wake();
  return outcome;
}

interface Offer extends Pick<OfferHelpInput, 'blockerId' | 'now'> {
  readonly group: StudyGroup;
  readonly asker: Member;
  readonly helper: Member;
}

async function areBothIn(trx: Db, { id }: StudyGroup, members: readonly Member[]): Promise<boolean> {
  const memberships = await Promise.all(members.map((member) => findMembership(trx, member.id)));
  return memberships.every((membership) => membership?.groupId === id);
}

async function offer(trx: Db, { group, asker, helper, blockerId, now }: Offer): Promise<OfferHelpOutcome> {
  const isNew = await insertHelpOffer(trx, { blockerId, memberId: helper.id, offeredAt: now });
  if (!isNew) return { kind: 'already', askerUserId: asker.userId };
  const help = { blockerId, helperId: helper.id, askerUserId: asker.userId };
  await insertOutboxEntry(trx, helpEntry(group, help, now), now);
  return { kind: 'offered', askerUserId: asker.userId };
}
