import { type CheckIn, type CheckInContent, decideCheckIn } from '../domain/check-in.ts';
import type { CheckInOutcome } from '../domain/check-in-outcome.ts';
import type { Member } from '../domain/member.ts';
import { changesOfStep } from '../domain/progress-changes.ts';
import type { ProgressOutcome } from '../domain/progress-outcome.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import { shortId } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findCheckInSetting } from '../store/check-in-setting-store.ts';
import { findCheckInOf, saveCheckIn } from '../store/check-in-store.ts';
import type { Db } from '../store/database.ts';
import { updateMember } from '../store/member-store.ts';
import { findPeriod, insertPeriod } from '../store/period-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import { changeProgressIn } from './change-progress.ts';
import type { Deps } from './deps.ts';
import { listOpenPeriods } from './list-open-periods.ts';
import { offerReminders } from './offer-reminders.ts';
import { orderCard } from './order-card.ts';
import { readStreakIn } from './read-streak.ts';

export interface CheckInInput {
  readonly member: Pick<Member, 'id' | 'joinedAt' | 'reminders'>;
  readonly periodId: string;
  readonly content: CheckInContent;
  /** Of the member, for the title of the step that they finished. */
  readonly language: string;
  readonly now: Temporal.Instant;
}

/**
 * Writes or corrects what a member says about a period, and orders its card. The same form sent twice, or from two
 * devices at once, leads to one check-in: the second time nothing changes.
 */
export async function checkIn(deps: Deps, input: CheckInInput): Promise<CheckInOutcome> {
  const outcome = await deps.db.transaction().execute((trx) => checkInIn(trx, deps, input));
  if (outcome.kind === 'written' || outcome.kind === 'corrected') deps.wake();
  return outcome;
}

async function checkInIn(trx: Db, deps: Deps, input: CheckInInput): Promise<CheckInOutcome> {
  const { member, periodId, content, now } = input;
  const found = await findCheckInOf(trx, member.id, periodId);
  const period = await findWritablePeriod(trx, input, found);
  if (!period) return { kind: 'not-open' };
  const given = { id: shortId(deps.newId), memberId: member.id, periodId, content };
  const decision = decideCheckIn(found, given, { period, now });
  if (!('checkIn' in decision)) return { kind: 'not-open' };
  await updateMember(trx, member.id, { seenAt: now }); // A reminder may be about another server than the chat.
  const group = period.groupId === undefined ? undefined : await findStudyGroup(trx, period.groupId);
  const placed = { checkIn: decision.checkIn, period, group };
  if (decision.kind === 'unchanged') return { kind: 'unchanged', ...placed };
  await insertPeriod(trx, period);
  const revisionId = deps.newId();
  await saveCheckIn(trx, decision.checkIn, { id: revisionId, change: decision.kind, at: now });
  if (group) await orderCard(trx, { before: found, after: decision.checkIn, revisionId, period, group, now });
  const finished = await finishStep(trx, deps, input, found);
  const { showsStreak } = await findCheckInSetting(trx, member.id);
  const streak = showsStreak ? await readStreakIn(trx, input) : undefined;
  const offersReminders = await offerReminders(trx, member, now);
  return { kind: decision.kind, ...placed, streak, finished, offersReminders };
}

/** Open for whoever has not checked in yet; whoever has can correct it for ever, also in a group that they left. */
async function findWritablePeriod(
  trx: Db,
  { member, periodId, now }: CheckInInput,
  found: CheckIn | undefined,
): Promise<StoredPeriod | undefined> {
  if (found) return findPeriod(trx, periodId);
  return (await listOpenPeriods(trx, member, now)).find(({ id }) => id === periodId);
}

/** A tick that stood there before is not acted on again: the member may have opened the step anew since. */
async function finishStep(
  trx: Db,
  deps: Deps,
  { member, content: { finishedStepId }, language, now }: CheckInInput,
  found: CheckIn | undefined,
): Promise<ProgressOutcome | undefined> {
  if (finishedStepId === undefined || finishedStepId === found?.finishedStepId) return undefined;
  const input = { member, step: finishedStepId, language, now };
  return changeProgressIn(trx, deps, input, (roadmap, records, step) => changesOfStep(roadmap, records, step, 'done'));
}
