import type { HelpRequest } from '../domain/help.ts';
import { helpCallEntry, helpWishEntry } from '../domain/help-order.ts';
import type { Member } from '../domain/member.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findHelpRequest, settleHelpRequest } from '../store/help-store.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import type { Deps } from './deps.ts';
import { findOwnGroup } from './find-own-group.ts';
import { listHelpers } from './list-helpers.ts';
import { listOpenPeriods } from './list-open-periods.ts';
import { ensureStarter } from './open-period.ts';

export interface CallForHelpInput {
  readonly member: Member;
  readonly requestId: string;
  readonly now: Temporal.Instant;
}

export type CallForHelpKind = 'asked' | 'nobody' | 'no-thread' | 'gone';

/** Asks those who could help, each privately and once. */
export async function askHelpers(deps: Deps, input: CallForHelpInput): Promise<CallForHelpKind> {
  const { now } = input;
  const found = await findOwnRequest(deps.db, input);
  if (!found) return 'gone';
  const helpers = await listHelpers(deps, found.request, now);
  await deps.db.transaction().execute(async (trx) => {
    for (const helper of helpers) await insertOutboxEntry(trx, helpWishEntry(found.request, helper, now), now);
  });
  deps.wake();
  return helpers.length > 0 ? 'asked' : 'nobody';
}

/** Asks the whole group, in the thread of the period, once. Whoever is stuck has decided that. */
export async function askGroup(deps: Deps, input: CallForHelpInput): Promise<CallForHelpKind> {
  const { member, now } = input;
  const kind = await deps.db.transaction().execute(async (trx): Promise<CallForHelpKind> => {
    const found = await findOwnRequest(trx, input);
    if (!found) return 'gone';
    const periods = await listOpenPeriods(trx, member, now);
    const period = periods.findLast(({ groupId }) => groupId === found.group.id);
    if (!period) return 'no-thread';
    await ensureStarter(trx, found.group, period, now);
    await insertOutboxEntry(trx, helpCallEntry(found.request, period.id, { ...found.group, author: member }, now), now);
    return 'asked';
  });
  if (kind === 'asked') deps.wake();
  return kind;
}

/** The member is through. False where they had said so before, and for a request of anybody else. */
export async function endHelpRequest({ db }: Pick<Deps, 'db'>, input: CallForHelpInput): Promise<boolean> {
  return settleHelpRequest(db, input.member.id, input.requestId, input.now);
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
