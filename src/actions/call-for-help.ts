import type { HelpRequest } from '../domain/help.ts';
import { helpCallEntry, helpWishEntry } from '../domain/help-order.ts';
import type { Member } from '../domain/member.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findHelpRequest, settleHelpRequest } from '../store/help-store.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import type { Deps } from './deps.ts';
import { findOwnGroup } from './find-own-group.ts';
import { findPeriodChannel } from './find-period-channel.ts';
import { listHelpers } from './list-helpers.ts';
import { listOpenPeriods } from './list-open-periods.ts';
import { mayWrite, type Writer } from './may-write.ts';
import { ensureStarter } from './open-period.ts';

export interface CallForHelpInput {
  readonly member: Member;
  readonly requestId: string;
  readonly now: Temporal.Instant;
}

export type CallForHelpOutcome =
  | { readonly kind: 'asked' | 'nobody' | 'no-thread' | 'gone' }
  | { readonly kind: 'may-not-write'; readonly channelId: string };

/** Asks those who could help, each privately and once. */
export async function askHelpers(deps: Deps, input: CallForHelpInput): Promise<CallForHelpOutcome> {
  const { now } = input;
  const found = await findOwnRequest(deps.db, input);
  if (!found) return { kind: 'gone' };
  const helpers = await listHelpers(deps, found.request, now);
  await deps.db.transaction().execute(async (trx) => {
    for (const helper of helpers) await insertOutboxEntry(trx, helpWishEntry(found.request, helper, now), now);
  });
  deps.wake();
  return { kind: helpers.length > 0 ? 'asked' : 'nobody' };
}

/** Asks the whole group, in the thread of the period, once. Whoever is stuck has decided that. */
export async function askGroup(deps: Deps, input: CallForHelpInput & Writer): Promise<CallForHelpOutcome> {
  const { member, now } = input;
  const before = await deps.db.transaction().execute((trx) => findCall(trx, input));
  if (before.kind !== 'call') return before;
  const { serverId } = before.group;
  const channelId = findPeriodChannel(deps, before.group, before.period.thread);
  if (!(await mayWrite(deps, input, { serverId, channelId }))) return { kind: 'may-not-write', channelId };
  const outcome = await deps.db.transaction().execute(async (trx): Promise<CallForHelpOutcome> => {
    const found = await findCall(trx, input);
    if (found.kind !== 'call') return found;
    const { request, group, period } = found;
    await ensureStarter(trx, group, period, now);
    await insertOutboxEntry(trx, helpCallEntry(request, period.id, { ...group, author: member }, now), now);
    return { kind: 'asked' };
  });
  if (outcome.kind === 'asked') deps.wake();
  return outcome;
}

/** The member is through. False where they had said so before, and for a request of anybody else. */
export async function endHelpRequest({ db }: Pick<Deps, 'db'>, input: CallForHelpInput): Promise<boolean> {
  return settleHelpRequest(db, input.member.id, input.requestId, input.now);
}

type Call =
  | { readonly kind: 'call'; readonly request: HelpRequest; readonly group: StudyGroup; readonly period: StoredPeriod }
  | { readonly kind: 'gone' | 'no-thread' };

/** What the group would be asked, and in the thread of which period. */
async function findCall(trx: Db, input: CallForHelpInput): Promise<Call> {
  const found = await findOwnRequest(trx, input);
  if (!found) return { kind: 'gone' };
  const periods = await listOpenPeriods(trx, input.member, input.now);
  const period = periods.findLast(({ groupId }) => groupId === found.group.id);
  return period ? { kind: 'call', ...found, period } : { kind: 'no-thread' };
}

/** Undefined where it is settled, somebody else's, or of a group that they have left. */
async function findOwnRequest(
  db: Db,
  { member, requestId }: CallForHelpInput,
): Promise<{ readonly request: HelpRequest; readonly group: StudyGroup } | undefined> {
  const request = await findHelpRequest(db, requestId);
  const group = await findOwnGroup({ db }, member.id);
  if (!request || request.settledAt || request.memberId !== member.id || request.groupId !== group?.id)
    return undefined;
  return { request, group };
}
