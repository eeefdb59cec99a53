import type { Temporal } from '../lib/temporal.ts';
import { findMember, updateMember } from '../store/member-store.ts';
import { dropEntriesAbout } from '../store/outbox-drop-store.ts';
import type { Deps } from './deps.ts';
import { exitGroup, givableRoles } from './enter-group.ts';

export interface LeaveInput {
  readonly userId: string;
  readonly serverId: string;
  readonly now: Temporal.Instant;
}

export type LeaveOutcome =
  | { readonly kind: 'left' }
  /** Left before, or never joined: nothing was changed. */
  | { readonly kind: 'no-member' };

/** Ends a membership, also in the study group. Everything that was done stays, for whoever comes back. */
export async function leave(deps: Deps, { userId, serverId, now }: LeaveInput): Promise<LeaveOutcome> {
  const roles = await givableRoles(deps, serverId);
  const outcome = await deps.db.transaction().execute(async (trx): Promise<LeaveOutcome> => {
    const member = await findMember(trx, serverId, userId);
    if (!member || member.leftAt !== undefined) return { kind: 'no-member' };
    await dropEntriesAbout(trx, { memberId: member.id }, now);
    await exitGroup(trx, { member, roles, now });
    await updateMember(trx, member.id, { leftAt: now });
    return { kind: 'left' };
  });
  if (outcome.kind === 'left') deps.wake();
  return outcome;
}
