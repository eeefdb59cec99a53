import type { Member } from '../domain/member.ts';
import { isPaired, pairNoteEntry } from '../domain/partnership.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findMember } from '../store/member-store.ts';
import { findMembership } from '../store/membership-store.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { hasAskedSince, insertPartnership, listPartnerships } from '../store/partnership-store.ts';
import { becomePartners } from './answer-partner.ts';
import { checkPresence } from './check-presence.ts';
import type { Deps } from './deps.ts';
import { findOwnGroup } from './find-own-group.ts';

export interface AskPartnerInput {
  readonly member: Member;
  /** Of the person who is asked. */
  readonly userId: string;
  readonly now: Temporal.Instant;
}

/** Only `asked` and `paired` change anything. `paired`: the other had asked first, so the two agree. */
export type AskPartnerKind =
  | 'asked'
  | 'paired'
  | 'asked-already'
  | 'asked-lately'
  /** Is the partner already. */
  | 'partners'
  /** Has asked somebody else, or has a partner. */
  | 'asked-another'
  | 'has-partner'
  /** In no group, or not in that of whoever asks. Why not is the other's business. */
  | 'no-group'
  | 'not-in-group'
  | 'self';

/** After a request that came to nothing the same person is not asked again for so many days. */
const PATIENCE_DAYS = 14;

/** Asks somebody of the same group to be partners. They are told privately, and may leave it unanswered. */
export async function askPartner(deps: Deps, { member, userId, now }: AskPartnerInput): Promise<AskPartnerKind> {
  if (userId === member.userId) return 'self';
  const group = await findOwnGroup(deps, member.id);
  if (!group) return 'no-group';
  const found = await findMember(deps.db, member.serverId, userId);
  if (!found || found.leftAt || (await checkPresence(deps, found, now)) === 'gone') return 'not-in-group';
  const kind = await deps.db.transaction().execute(async (trx) => ask(trx, deps, { member, other: found, group, now }));
  if (kind === 'asked' || kind === 'paired') deps.wake();
  return kind;
}

interface Asking {
  readonly member: Member;
  readonly other: Member;
  readonly group: StudyGroup;
  readonly now: Temporal.Instant;
}

async function ask(trx: Db, deps: Deps, { member, other, group, now }: Asking): Promise<AskPartnerKind> {
  if ((await findMembership(trx, other.id))?.groupId !== group.id) return 'not-in-group';
  const open = await listPartnerships(trx, member.id);
  const between = open.find(({ partnerId }) => partnerId === other.id);
  if (between && isPaired(between)) return 'partners';
  if (open.some(isPaired)) return 'has-partner';
  if (between) {
    if (between.hasAsked) return 'asked-already';
    return (await becomePartners(trx, between, now)) === 'paired' ? 'paired' : 'asked-already';
  }
  if (open.some(({ hasAsked }) => hasAsked)) return 'asked-another';
  const since = now.subtract({ hours: PATIENCE_DAYS * 24 });
  if (await hasAskedSince(trx, { askerId: member.id, askedId: other.id }, since)) return 'asked-lately';
  const pairId = deps.newId();
  await insertPartnership(trx, { pairId, askerId: member.id, askedId: other.id, askedAt: now });
  await insertOutboxEntry(trx, pairNoteEntry(pairId, 'asked', other, now), now);
  return 'asked';
}
