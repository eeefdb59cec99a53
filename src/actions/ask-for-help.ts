import type { HelpRequest } from '../domain/help.ts';
import type { Member } from '../domain/member.ts';
import { type StudyGroup, shortId } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findOpenHelpRequest, insertHelpRequest, settleHelpRequest } from '../store/help-store.ts';
import type { Deps } from './deps.ts';
import { findOwnGroup } from './find-own-group.ts';
import { listHelpers } from './list-helpers.ts';

export interface AskForHelpInput {
  readonly member: Member;
  readonly stepId: string;
  /** What is in the way; undefined: they do not say. */
  readonly words: string | undefined;
  readonly now: Temporal.Instant;
}

export type AskForHelpOutcome =
  | {
      readonly kind: 'noted';
      readonly request: HelpRequest;
      readonly group: StudyGroup;
      readonly helpers: readonly Member[];
    }
  /** They learn alone: nothing is written. */
  | { readonly kind: 'no-group' };

/**
 * Notes that a member is stuck, and looks for who could help. Nobody is told yet: whoever is stuck decides about that.
 * The same again is the same request.
 */
export async function askForHelp(deps: Deps, input: AskForHelpInput): Promise<AskForHelpOutcome> {
  const { member, stepId, words, now } = input;
  const group = await findOwnGroup(deps, member.id);
  if (!group) return { kind: 'no-group' };
  const request = await deps.db.transaction().execute(async (trx) => {
    const open = await findOpenHelpRequest(trx, member.id, stepId);
    if (open && open.words === words && open.groupId === group.id) return open;
    if (open) await settleHelpRequest(trx, member.id, open.id, now);
    const fresh = { id: shortId(deps.newId), memberId: member.id, groupId: group.id, stepId, words, askedAt: now };
    await insertHelpRequest(trx, { ...fresh, settledAt: undefined });
    return { ...fresh, settledAt: undefined };
  });
  return { kind: 'noted', request, group, helpers: await listHelpers(deps, request, now) };
}
