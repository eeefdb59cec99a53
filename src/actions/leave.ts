import type { Temporal } from '../lib/temporal.ts';
import { findMember, updateMember } from '../store/member-store.ts';
import type { Deps } from './deps.ts';

export interface LeaveInput {
  readonly userId: string;
  readonly serverId: string;
  readonly now: Temporal.Instant;
}

export type LeaveOutcome =
  | { readonly kind: 'left' }
  /** Left before, or never joined: nothing was changed. */
  | { readonly kind: 'no-member' };

/** Ends a membership. Everything stays as it is, for whoever comes back. */
export async function leave(deps: Deps, { userId, serverId, now }: LeaveInput): Promise<LeaveOutcome> {
  return deps.db.transaction().execute(async (trx): Promise<LeaveOutcome> => {
    const member = await findMember(trx, serverId, userId);
    if (!member || member.leftAt !== undefined) return { kind: 'no-member' };
    await updateMember(trx, member.id, { leftAt: now });
    return { kind: 'left' };
  });
}
