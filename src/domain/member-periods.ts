import { Temporal } from '../lib/temporal.ts';
import { isAtRest, LONGEST_GRACE, type Period, periodId } from './period.ts';
import { listPeriods, type PeriodCalendar } from './period-calendar.ts';
import type { Span } from './plan-days.ts';
import { hadPrompt, type StoredPeriod } from './stored-period.ts';
import type { PeriodOutcome } from './streak.ts';
import type { GroupBreak, Membership } from './study-group.ts';

/** A period that was written down, with when this member wrote the check-in that keeps it. */
export interface PeriodOfMember extends StoredPeriod {
  readonly keptAt: Temporal.Instant | undefined;
}

/** All that a member's streak follows from. */
export interface MemberHistory {
  readonly memberId: string;
  /** The earliest first; one after the other. */
  readonly memberships: readonly Pick<Membership, 'groupId' | 'joinedAt' | 'leftAt'>[];
  /** Of these groups, and the member's own in which they checked in. */
  readonly periods: readonly PeriodOfMember[];
  /** The weeks that are theirs whenever they are in no group. */
  readonly solo: PeriodCalendar;
  readonly pauses: readonly Span[];
  /** Of all these groups. */
  readonly breaks: readonly GroupBreak[];
}

/** A period that belongs to a member, and how it went. */
export interface PeriodResult {
  readonly period: Period & { readonly id: string; readonly groupId: string | undefined };
  readonly outcome: PeriodOutcome;
}

/**
 * How the periods of a member went, oldest first: those that close after `after` and have opened now.
 *
 * A period is theirs if they belong to its group when it closes; otherwise the week of their own is. What they wrote in
 * a period that they then left behind is not lost: it keeps the one of theirs in which they wrote it.
 */
export function periodResults(
  history: MemberHistory,
  { after, now }: { readonly after: Temporal.Instant | undefined; readonly now: Temporal.Instant },
): PeriodResult[] {
  const theirs = theirPeriods(history, { after, now });
  const kept = keptIds(history, theirs, after);
  return theirs.map((period) => ({
    period,
    outcome: outcomeOf(period, history, { isKept: kept.has(period.id), now }),
  }));
}

/** The periods of a member that can be checked in for now, oldest first: whatever is in its grace, and the running one. */
export function openPeriodsOf(history: MemberHistory, now: Temporal.Instant): PeriodResult['period'][] {
  const recent = theirPeriods(history, { after: now.subtract({ hours: LONGEST_GRACE }), now });
  return recent.filter(({ graceEndsAt }) => compare(now, graceEndsAt) < 0);
}

/** Those whose grace is over: only what `groundsUntil` names changes them any more. */
export function settledResults(results: readonly PeriodResult[], now: Temporal.Instant): readonly PeriodResult[] {
  const open = results.findIndex(({ period }) => compare(now, period.graceEndsAt) < 0);
  return open === -1 ? results : results.slice(0, open);
}

/**
 * Where the member was, and the breaks and pauses that can have changed a result up to this moment, as a text to
 * compare: where it differs, a streak that was reckoned up to here has to be reckoned anew. A group that is taken up
 * again, and a break or a pause in hindsight, change it.
 */
export function groundsUntil(history: Omit<MemberHistory, 'periods'>, moment: Temporal.Instant): string {
  return [...staysUntil(history, moment), ...restsUntil(history, moment)].join(', ');
}

function staysUntil({ memberships }: Pick<MemberHistory, 'memberships'>, moment: Temporal.Instant): string[] {
  return memberships.flatMap(({ groupId, joinedAt, leftAt }) => {
    if (compare(joinedAt, moment) > 0) return [];
    return `${groupId} ${joinedAt} ${leftAt && compare(leftAt, moment) <= 0 ? leftAt : ''}`;
  });
}

function restsUntil({ pauses, breaks }: Pick<MemberHistory, 'pauses' | 'breaks'>, moment: Temporal.Instant): string[] {
  const end = moment.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 }); // The latest day that it is anywhere.
  const rests = [...pauses.map((pause) => ({ ...pause, groupId: '' })), ...breaks].flatMap((rest) => {
    if (compareDays(rest.firstDay, end) > 0) return [];
    const lastDay = rest.lastDay && compareDays(rest.lastDay, end) < 0 ? rest.lastDay : end;
    return `${rest.groupId} ${rest.firstDay} ${lastDay}`;
  });
  return rests.toSorted();
}

type TheirPeriod = PeriodResult['period'] & { readonly hadPrompt: boolean };

function theirPeriods(
  history: MemberHistory,
  { after, now }: { readonly after: Temporal.Instant | undefined; readonly now: Temporal.Instant },
): TheirPeriod[] {
  return [...groupPeriods(history), ...soloPeriods(history, { after, until: now })]
    .filter(({ opensAt, closesAt }) => compare(opensAt, now) <= 0 && (!after || compare(closesAt, after) > 0))
    .toSorted((one, other) => compare(one.closesAt, other.closesAt));
}

function groupPeriods({ periods, memberships }: MemberHistory): TheirPeriod[] {
  return periods
    .filter(({ groupId, closesAt }) => groupId !== undefined && groupId === groupAt(memberships, closesAt))
    .map((period) => ({ ...period, hadPrompt: hadPrompt(period) }));
}

function soloPeriods(
  { memberId, memberships, solo }: MemberHistory,
  span: { readonly after: Temporal.Instant | undefined; readonly until: Temporal.Instant },
): TheirPeriod[] {
  const current = memberships.at(-1);
  // Whoever is in a group now has no weeks of their own since they joined it.
  const until = current && !current.leftAt ? earlier(current.joinedAt, span.until) : span.until;
  return listPeriods(solo, { after: span.after, until })
    .filter(({ closesAt }) => groupAt(memberships, closesAt) === undefined)
    .map((period) => ({
      ...period,
      id: periodId(memberId, period.sequence),
      groupId: undefined,
      hadPrompt: true,
    }));
}

/** The group that the member belongs to at this moment. */
function groupAt(memberships: MemberHistory['memberships'], moment: Temporal.Instant): string | undefined {
  return memberships.find(
    ({ joinedAt, leftAt }) => compare(joinedAt, moment) <= 0 && (!leftAt || compare(moment, leftAt) < 0),
  )?.groupId;
}

function keptIds(
  { periods }: MemberHistory,
  theirs: readonly TheirPeriod[],
  after: Temporal.Instant | undefined,
): ReadonlySet<string> {
  const own = new Set(theirs.map(({ id }) => id));
  return new Set(
    periods.flatMap(({ id, keptAt, closesAt }) => {
      if (!keptAt || own.has(id)) return keptAt ? id : [];
      const written = earlier(keptAt, closesAt.subtract({ milliseconds: 1 }));
      if (after && compare(written, after) < 0) return []; // It keeps one that is not asked for.
      return theirs.find((one) => compare(one.closesAt, written) > 0)?.id ?? [];
    }),
  );
}

function outcomeOf(
  period: TheirPeriod,
  { pauses, breaks }: MemberHistory,
  { isKept, now }: { readonly isKept: boolean; readonly now: Temporal.Instant },
): PeriodOutcome {
  if (isKept) return 'kept';
  const ofGroup = breaks.filter(({ groupId }) => groupId === period.groupId);
  if (isAtRest(period, ofGroup)) return 'break';
  if (isAtRest(period, pauses)) return 'paused';
  if (compare(now, period.graceEndsAt) < 0) return 'open';
  return period.hadPrompt ? 'no-check-in' : 'neutral';
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return compare(one, other) <= 0 ? one : other;
}

const compare = Temporal.Instant.compare;
const compareDays = Temporal.PlainDate.compare;
