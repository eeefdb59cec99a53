import type { Member } from '../domain/member.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { insertGroupChange } from '../store/group-change-store.ts';
import { findMemberById } from '../store/member-store.ts';
import { findMembership } from '../store/membership-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { enterGroup, exitGroup, givableRoles } from './enter-group.ts';
import { findOwnGroup } from './find-own-group.ts';

export interface JoinGroupInput {
  readonly member: Member;
  readonly groupId: string;
  readonly now: Temporal.Instant;
  /** Leaves the group that they are in, if any, for this one. Else that one is kept, unless it is archived. */
  readonly isChange?: boolean;
}

export type JoinGroupOutcome =
  | { readonly kind: 'joined'; readonly group: StudyGroup }
  /** Is in it already: nothing was changed. */
  | { readonly kind: 'already'; readonly group: StudyGroup }
  /** Is in another one, `group`, and stays there: a member is in at most one at a time in a server. */
  | { readonly kind: 'in-another'; readonly group: StudyGroup; readonly wanted: StudyGroup }
  /** Archived, or of another server, or none at all. */
  | { readonly kind: 'not-there' };

/** Puts a member into a group. The write lock is taken first: of two presses at once the second finds the first. */
export async function joinGroup(deps: Deps, input: JoinGroupInput): Promise<JoinGroupOutcome> {
  const { member, groupId, now, isChange = false } = input;
  const passage = { member, now, roles: await givableRoles(deps, member.serverId) };
  const outcome = await deps.db.transaction().execute(async (trx): Promise<JoinGroupOutcome> => {
    const wanted = await findStudyGroup(trx, groupId);
    if (!wanted || wanted.archivedAt !== undefined || wanted.serverId !== member.serverId) return { kind: 'not-there' };
    const current = await findMembership(trx, member.id);
    if (current?.groupId === groupId) return { kind: 'already', group: wanted };
    const group = await findOwnGroup({ db: trx }, member.id);
    if (group && !isChange) return { kind: 'in-another', group, wanted };
    await exitGroup(trx, passage, wanted.memberRoleId);
    await enterGroup(trx, wanted, passage, deps.newId);
    return { kind: 'joined', group: wanted };
  });
  if (outcome.kind === 'joined') deps.wake();
  return outcome;
}

export interface LeaveGroupInput {
  readonly member: Member;
  readonly now: Temporal.Instant;
}

export type LeaveGroupOutcome =
  | { readonly kind: 'left'; readonly group: StudyGroup }
  /** Left before: nothing was changed. */
  | { readonly kind: 'in-none' };

/** Ends a member's time in their group. They stay a member and keep everything that they did. */
export async function leaveGroup(deps: Deps, { member, now }: LeaveGroupInput): Promise<LeaveGroupOutcome> {
  const passage = { member, now, roles: await givableRoles(deps, member.serverId) };
  const group = await deps.db.transaction().execute((trx) => exitGroup(trx, passage));
  if (!group) return { kind: 'in-none' };
  deps.wake();
  return { kind: 'left', group };
}

export interface RemoveFromGroupInput {
  readonly groupId: string;
  readonly memberId: string;
  /** The moderator: whether they may is asked before. */
  readonly actorId: string;
  readonly now: Temporal.Instant;
}

export type RemoveFromGroupOutcome =
  | { readonly kind: 'removed'; readonly member: Member }
  /** Is not in this group, or not any more: nothing was changed. */
  | { readonly kind: 'not-in-group' };

/** A moderator takes somebody out of the group. Their progress stays untouched; the log says who did it. */
export async function removeFromGroup(deps: Deps, input: RemoveFromGroupInput): Promise<RemoveFromGroupOutcome> {
  const { groupId, memberId, actorId, now } = input;
  const member = await findMemberById(deps.db, memberId);
  if (!member) return { kind: 'not-in-group' };
  const passage = { member, now, roles: await givableRoles(deps, member.serverId) };
  const isRemoved = await deps.db.transaction().execute(async (trx) => {
    const membership = await findMembership(trx, memberId);
    if (membership?.groupId !== groupId) return false;
    await exitGroup(trx, passage);
    const change = { kind: 'member-removed' } as const;
    await insertGroupChange(trx, { id: deps.newId(), groupId, actorId, at: now, change });
    return true;
  });
  if (!isRemoved) return { kind: 'not-in-group' };
  deps.wake();
  return { kind: 'removed', member };
}
