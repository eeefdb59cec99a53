import type { Period, PeriodSchedule } from '../../src/domain/period.ts';
import { groupCalendar, listPeriods } from '../../src/domain/period-calendar.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { instant } from './builders.ts';
import { day } from './plans.ts';

/** "18:00" as a time. */
export const time = (text: string): Temporal.PlainTime => Temporal.PlainTime.from(text);

/** Weekly from Monday 5 January 2026, at 18:00 in Berlin, set up a week before. */
export function aPeriodSchedule(overrides: Partial<PeriodSchedule> = {}): PeriodSchedule {
  return {
    validFrom: instant('2025-12-29T12:00Z'),
    zone: 'Europe/Berlin',
    startDay: day('2026-01-05'),
    postTime: time('18:00'),
    rhythm: 'weekly',
    ...overrides,
  };
}

/** The first so many periods of such a group. */
export function somePeriods(count: number, schedule = aPeriodSchedule()): Period[] {
  const until = schedule.startDay
    .add({ days: 15 * count })
    .toZonedDateTime(schedule.zone)
    .toInstant();
  return listPeriods(groupCalendar([schedule]), { until }).slice(0, count);
}
