import type { JoinCard } from '../domain/join-card.ts';
import type { Member } from '../domain/member.ts';
import { daysAway } from '../domain/plan-return.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findMember, insertMember, insertPace, updateMember } from '../store/member-store.ts';
import { wantLook } from '../store/reminder-look-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import { addPauseIn } from './add-pause.ts';
import type { Deps } from './deps.ts';
import { enterGroup, exitGroup, givableRoles } from './enter-group.ts';
import { findOwnGroup } from './find-own-group.ts';

export interface JoinServerInput {
  readonly userId: string;
  readonly serverId: string;
  readonly card: Pick<JoinCard, 'trackId' | 'hours' | 'zone' | 'groupId'>;
  readonly now: Temporal.Instant;
}

export interface JoinOutcome {
  /** `came-back`: had left before, and everything is found again; the days between are a pause. `already`: is a member, with their pace as it was. */
  readonly kind: 'joined' | 'came-back' | 'already';
  readonly member: Member;
  /** The group that they are in now. Undefined: they learn alone, also where the one on the card is gone meanwhile. */
  readonly group: StudyGroup | undefined;
}

/**
 * Joins, or comes back, and enters the group on the card. The write lock is taken first, so of two presses at once the
 * second finds the first.
 */
export async function joinServer(deps: Deps, input: JoinServerInput): Promise<JoinOutcome> {
  const roles = await givableRoles(deps, input.serverId);
  const outcome = await deps.db.transaction().execute(async (trx): Promise<JoinOutcome> => {
    const { kind, member } = await becomeMember(trx, deps.newId, input);
    const own = await findOwnGroup({ db: trx }, member.id);
    const wanted = input.card.groupId === undefined ? undefined : await findStudyGroup(trx, input.card.groupId);
    if (own || !wanted || wanted.archivedAt !== undefined || wanted.serverId !== member.serverId) {
      return { kind, member, group: own };
    }
    const passage = { member, roles, now: input.now };
    await exitGroup(trx, passage, wanted.memberRoleId); // One that is archived may still hold them.
    await enterGroup(trx, wanted, passage, deps.newId);
    return { kind, member, group: wanted };
  });
  if (outcome.group) deps.wake();
  return outcome;
}

async function becomeMember(
  trx: Db,
  newId: () => string,
  { userId, serverId, card, now }: JoinServerInput,
): Promise<Pick<JoinOutcome, 'kind' | 'member'>> {
  const known = await findMember(trx, serverId, userId);
  const pace = { validFrom: now, hours: card.hours, zone: card.zone };
  if (known) {
    if (!known.leftAt) return { kind: 'already', member: known };
    const away = daysAway(known.leftAt, now, card.zone);
    if (away) await addPauseIn(trx, newId, { member: known, span: away, now });
    const change = { leftAt: undefined, seenAt: now, trackId: card.trackId };
    await updateMember(trx, known.id, change);
    await insertPace(trx, known.id, pace);
    if (known.reminders !== 'off') await wantLook(trx, known.id, now);
    return { kind: 'came-back', member: { ...known, ...change, pace } };
  }
  const member: Member = {
    id: newId(),
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
}
