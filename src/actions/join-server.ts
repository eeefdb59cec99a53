import type { JoinCard } from '../domain/join-card.ts';
import type { Member } from '../domain/member.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findMember, insertMember, insertPace, updateMember } from '../store/member-store.ts';
import type { Deps } from './deps.ts';

export interface JoinServerInput {
  readonly userId: string;
  readonly serverId: string;
  readonly card: Pick<JoinCard, 'trackId' | 'hours' | 'zone'>;
  readonly now: Temporal.Instant;
}

export type JoinOutcome =
  | { readonly kind: 'joined'; readonly member: Member }
  /** Had left before: everything is found again. */
  | { readonly kind: 'came-back'; readonly member: Member }
  /** Is a member already: nothing was changed. */
  | { readonly kind: 'already'; readonly member: Member };

/** Joins, or comes back. The write lock is taken first, so of two presses at once the second finds the first. */
export async function joinServer(deps: Deps, input: JoinServerInput): Promise<JoinOutcome> {
  const { userId, serverId, card, now } = input;
  return deps.db.transaction().execute(async (trx) => {
    const known = await findMember(trx, serverId, userId);
    if (known && known.leftAt === undefined) return { kind: 'already', member: known };
    const pace = { validFrom: now, hours: card.hours, zone: card.zone };
    if (known) {
      const change = { leftAt: undefined, seenAt: now, trackId: card.trackId };
      await updateMember(trx, known.id, change);
      await insertPace(trx, known.id, pace);
      return { kind: 'came-back', member: { ...known, ...change, pace } };
    }
    const member: Member = {
      id: deps.newId(),
      serverId,
      userId,
      joinedAt: now,
      leftAt: undefined,
      seenAt: now,
      trackId: card.trackId,
      language: undefined,
      progressVisibility: 'group',
      reminders: 'off',
      pace,
    };
    await insertMember(trx, member);
    return { kind: 'joined', member };
  });
}
