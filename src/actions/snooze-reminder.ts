import type { Member } from '../domain/member.ts';
import type { PeriodResult } from '../domain/member-periods.ts';
import { remindersOf, snoozeChoices } from '../domain/reminder.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findCheckInSetting, saveCheckInSetting } from '../store/check-in-setting-store.ts';
import type { Db } from '../store/database.ts';
import { findMember, findMemberById, updateMember } from '../store/member-store.ts';
import { hastenLook } from '../store/reminder-look-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { readOpenResults } from './read-open-results.ts';

export interface SnoozeInput {
  /** Whoever pressed. */
  readonly userId: string;
  readonly periodId: string;
  readonly now: Temporal.Instant;
}

export type SnoozeOutcome =
  | { readonly kind: 'snoozed'; readonly until: Temporal.Instant }
  /** Nothing was changed: see the sentences for each. */
  | { readonly kind: 'over' | 'kept' | 'off' | 'unknown' };

/** Puts the reminder of a period off: until tomorrow, or a few hours where that is too late. Pressed twice, it counts once. */
export async function snoozeReminder(deps: Pick<Deps, 'db'>, input: SnoozeInput): Promise<SnoozeOutcome> {
  const { userId, periodId, now } = input;
  return deps.db.transaction().execute(async (trx): Promise<SnoozeOutcome> => {
    const member = await findReminded(trx, userId, periodId);
    if (!member) return { kind: 'unknown' };
    await updateMember(trx, member.id, { seenAt: now });
    if (member.reminders === 'off') return { kind: 'off' };
    const result = (await readOpenResults(trx, member, now)).find(({ period }) => period.id === periodId);
    if (result?.outcome !== 'open') return { kind: result?.outcome === 'kept' ? 'kept' : 'over' };
    return snooze(trx, member, result.period, now);
  });
}

/** Quiet hours may move the moment, or leave no room for it. */
async function snooze(
  trx: Db,
  member: Member,
  period: PeriodResult['period'],
  now: Temporal.Instant,
): Promise<SnoozeOutcome> {
  const { quiet } = await findCheckInSetting(trx, member.id);
  const setting = { period, strength: member.reminders, zone: member.pace.zone, quiet };
  for (const until of snoozeChoices(now)) {
    const [first] = remindersOf({ ...setting, snoozedUntil: until });
    if (first?.kind !== 'snoozed') continue;
    await saveCheckInSetting(trx, member.id, { snooze: { periodId: period.id, until } });
    await hastenLook(trx, member.id, now);
    return { kind: 'snoozed', until: first.at };
  }
  return { kind: 'over' };
}

/** The member to whom this period belongs, if it is this person. A custom id may be forged: whoever presses decides. */
export async function findReminded(db: Db, userId: string, periodId: string): Promise<Member | undefined> {
  const ownerId = periodId.split('.c.')[0] ?? '';
  const group = await findStudyGroup(db, ownerId);
  const member = group ? await findMember(db, group.serverId, userId) : await findMemberById(db, ownerId);
  return member?.userId === userId && !member.leftAt ? member : undefined;
}
