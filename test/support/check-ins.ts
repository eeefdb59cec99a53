import type { CheckIn, CheckInContent } from '../../src/domain/check-in.ts';
import { type Period, periodId } from '../../src/domain/period.ts';
import type { StoredPeriod } from '../../src/domain/stored-period.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { instant } from './builders.ts';
import { aPeriodSchedule, somePeriods } from './periods.ts';
import { aStudyGroup } from './study-groups.ts';

export function aContent(overrides: Partial<CheckInContent> = {}): CheckInContent {
  return {
    did: 'Read about indexes.',
    next: undefined,
    obstacle: undefined,
    hours: undefined,
    finishedStepId: undefined,
    asksForHelp: false,
    isPrivate: false,
    partnerPairId: undefined,
    ...overrides,
  };
}

/** Ada's, for the first week of group-1, written on its Wednesday. */
export function aCheckIn(overrides: Partial<CheckIn> = {}): CheckIn {
  return {
    id: 'check-in-1',
    memberId: 'member-ada',
    periodId: 'group-1.c.1',
    ...aContent(),
    firstAt: instant('2026-01-07T12:00Z'),
    changedAt: instant('2026-01-07T12:00Z'),
    counts: true,
    takenBackAt: undefined,
    hiddenAt: undefined,
    card: undefined,
    ...overrides,
  };
}

/** group-1 in Study hall: weekly from Monday 5 January 2026, at 18:00 in Berlin. */
export function aWeeklyGroup(overrides: Partial<StudyGroup> = {}): StudyGroup {
  return aStudyGroup({
    id: 'group-1',
    serverId: 'study-hall',
    name: 'Study hall',
    actorId: undefined,
    createdAt: instant('2025-12-29T12:00Z'),
    schedule: { ...aPeriodSchedule(), months: 8 },
    ...overrides,
  });
}

/** A period of group-1 as it is written down; the first week unless another is given. */
export function aStoredPeriod(overrides: Partial<StoredPeriod> = {}, period?: Period): StoredPeriod {
  const times = period ?? getFirst(somePeriods(1));
  const groupId = 'groupId' in overrides ? overrides.groupId : 'group-1';
  return {
    ...times,
    id: periodId(groupId ?? overrides.memberId ?? '', times.sequence),
    groupId,
    memberId: undefined,
    promptState: 'posted',
    recapState: 'due',
    thread: undefined,
    ...overrides,
  };
}

function getFirst(periods: readonly Period[]): Period {
  const [first] = periods;
  if (!first) throw new Error('There is no period');
  return first;
}
