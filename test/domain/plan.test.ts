import { describe, expect, test } from 'vitest';
import { makePlan, type PlanInput } from '../../src/domain/plan.ts';
import type { Work } from '../../src/domain/plan-work.ts';
import { aPlanInput, day } from '../support/plans.ts';

const planned = (overrides: Partial<PlanInput>) => makePlan(aPlanInput(overrides)).planned.toString();
const standing = (overrides: Partial<PlanInput>) => makePlan(aPlanInput(overrides)).standing;

/** So many hours on the Wednesday of each of the first weeks. */
const weekly = (...hours: readonly number[]): Work[] =>
  hours.map((count, week) => ({ day: day('2026-01-07').add({ weeks: week }), hours: count }));

describe('the planned finish', () => {
  test('52 weeks at 10 hours a week are 52 weeks', () => {
    expect(planned({})).toBe('2027-01-04');
  });

  test.each([
    [5, '2028-01-03'],
    [8, '2026-01-05+455'],
    [15, '2026-01-05+243'],
    [20, '2026-07-06'],
  ])('at %i hours a week it is %s', (hours, expected) => {
    const [from = '', days] = expected.split('+');
    const date = days
      ? day(from)
          .add({ days: Number(days) })
          .toString()
      : from;
    expect(planned({ paces: [{ from: day('2026-01-05'), hours }] })).toBe(date);
  });

  test('whoever joins later has dates of their own', () => {
    expect(planned({ joinedOn: day('2026-03-02') })).toBe('2027-03-01');
  });

  test('it does not depend on what was done, nor on today', () => {
    const later = { today: day('2026-06-01'), work: weekly(3, 3), hours: { done: 6, total: 520 } };
    expect(planned(later)).toBe('2027-01-04');
  });

  test('hours that were planned before a change count as they were', () => {
    const paces = [
      { from: day('2026-01-05'), hours: 10 },
      { from: day('2026-07-07'), hours: 20 },
    ];
    // 26 weeks of 10 hours, then 13 weeks of 20.
    expect(planned({ paces })).toBe('2026-10-05');
  });

  test('the days of a pause do not count, and overlapping ones do so once', () => {
    const first = { firstDay: day('2026-02-01'), lastDay: day('2026-02-14') };
    expect(planned({ rests: [first] })).toBe('2027-01-18');
    expect(planned({ rests: [first, { firstDay: day('2026-02-10'), lastDay: day('2026-02-21') }] })).toBe('2027-01-25');
    expect(planned({ rests: [{ firstDay: day('2025-12-01'), lastDay: day('2026-01-05') }] })).toBe('2027-01-04');
  });

  test('moving the end moves it by study days: a pause behind it is left out', () => {
    const later = { id: 'a', kind: 'later-end', firstDay: day('2026-05-01'), days: 10 } as const;
    expect(planned({ changes: [later] })).toBe('2027-01-14');
    const rests = [{ firstDay: day('2027-01-10'), lastDay: day('2027-01-19') }];
    expect(planned({ changes: [later], rests })).toBe('2027-01-24');
  });
});

describe('the projected finish', () => {
  const projected = (overrides: Partial<PlanInput>) => {
    const { early, late } = makePlan(aPlanInput(overrides)).projected;
    return [early.toString(), late.toString()];
  };

  test('without any finished week it lies around the plan, by 15 percent', () => {
    // 520 hours at 11.5 and at 8.5 hours a week.
    expect(projected({})).toEqual(
      [day('2026-01-05').add({ days: 317 }), day('2026-01-05').add({ days: 429 })].map(String),
    );
  });

  test('one finished week says nothing yet but that the forecast is less unsure', () => {
    const { early, late } = makePlan(aPlanInput()).projected;
    const after = makePlan(aPlanInput({ today: day('2026-01-12'), work: weekly(1), hours: { done: 1, total: 520 } }));
    expect(after.observed).toEqual({ hours: 1, weeks: 1 });
    expect(after.projected.early.until(after.projected.late).days).toBeLessThan(early.until(late).days);
  });

  test('from two active weeks on what was really done counts: slower makes the late end later', () => {
    const today = day('2026-01-19');
    const hours = { done: 10, total: 520 };
    const [early, late] = projected({ today, hours, work: weekly(5, 5) });
    // Between 10 hours a week and 5, by 15 / √3 percent more and less.
    expect([early, late]).toEqual([today.add({ days: 329 }).toString(), today.add({ days: 782 }).toString()]);
  });

  test('more than planned makes the early end earlier and leaves the late one to the plan', () => {
    const today = day('2026-01-19');
    const given = { today, hours: { done: 40, total: 520 } };
    const [early, late] = projected({ ...given, work: weekly(20, 20) });
    const [, lateAsPlanned] = projected({ ...given, work: weekly(10, 10) });
    expect(late).toBe(lateAsPlanned);
    expect(early).toBe(today.add({ days: 155 }).toString());
  });

  test('weeks away do not enter the pace', () => {
    const work = [...weekly(8, 8), { day: day('2026-03-11'), hours: 8 }];
    expect(makePlan(aPlanInput({ today: day('2026-04-20'), work })).observed).toEqual({ hours: 8, weeks: 3 });
  });

  test('the running week counts through its hours alone', () => {
    const today = day('2026-01-25'); // The Sunday of the third week.
    const work = [...weekly(8, 8), { day: today, hours: 30 }];
    expect(makePlan(aPlanInput({ today, work })).observed).toEqual({ hours: 8, weeks: 2 });
    expect(makePlan(aPlanInput({ today: today.add({ days: 1 }), work })).observed.weeks).toBe(3);
  });

  test('one week of ticking off what was known already does not make a pace', () => {
    expect(makePlan(aPlanInput({ today: day('2026-03-01'), work: weekly(80, 6, 7, 6, 7) })).observed.hours).toBe(7);
  });

  test('more hours for some weeks make both ends earlier and leave the plan as it is', () => {
    const changes = [{ id: 'a', kind: 'more-hours', firstDay: day('2026-01-05'), hours: 5, days: 28 } as const];
    const with5 = makePlan(aPlanInput({ changes }));
    const without = makePlan(aPlanInput());
    expect(with5.planned).toEqual(without.planned);
    // 20 hours more: 12 days at 11.5 hours a week, 17 at 8.5.
    expect(with5.projected.early.until(without.projected.early).days).toBe(12);
    expect(with5.projected.late.until(without.projected.late).days).toBe(17);
  });

  test('more hours of weeks that are over change nothing any more', () => {
    const changes = [{ id: 'a', kind: 'more-hours', firstDay: day('2026-01-05'), hours: 5, days: 7 } as const];
    const today = day('2026-01-12');
    expect(projected({ today, changes })).toEqual(projected({ today }));
  });

  test('a pause within the weeks of more hours uses none of them up', () => {
    const changes = [{ id: 'a', kind: 'more-hours', firstDay: day('2026-01-05'), hours: 5, days: 28 } as const];
    const rests = [{ firstDay: day('2026-01-06'), lastDay: day('2026-01-19') }];
    const rested = { today: day('2026-01-26'), changes, rests };
    const unrested = { today: day('2026-01-12'), changes };
    const twoWeeksLater = projected(unrested).map((end) => day(end).add({ days: 14 }).toString());
    expect(projected(rested)).toEqual(twoWeeksLater);
  });

  test('the phase ends before the road does, and on the same day in its last phase', () => {
    const plan = makePlan(aPlanInput());
    expect(plan.phaseEnd?.late.until(plan.projected.late).days).toBeGreaterThan(200);
    expect(makePlan(aPlanInput({ hoursToPhaseEnd: 520 })).phaseEnd).toEqual(plan.projected);
    expect(makePlan(aPlanInput({ hoursToPhaseEnd: undefined })).phaseEnd).toBeUndefined();
  });
});

describe('the standing', () => {
  const monday = (week: number) => day('2026-01-05').add({ weeks: week });

  test.each([
    ['on the first day', 0, 0, { kind: 'on-time' }],
    ['less than a week without a tick', 0.8, 0, { kind: 'on-time' }],
    ['a week without a tick', 1, 0, { kind: 'behind', weeks: 1 }],
    ['five weeks without a tick', 5, 0, { kind: 'behind', weeks: 5 }],
    ['five weeks, half of it done', 5, 25, { kind: 'behind', weeks: 3 }],
    ['five weeks, all of it done', 5, 50, { kind: 'on-time' }],
    ['five weeks, twice as much done', 5, 100, { kind: 'ahead', weeks: 5 }],
    ['all done', 5, 520, { kind: 'finished' }],
  ])('%s', (_when, weeks, done, expected) => {
    const today = day('2026-01-05').add({ days: Math.round(weeks * 7) });
    expect(standing({ today, hours: { done, total: 520 } })).toEqual(expected);
  });

  test('a real pace that makes up for it by itself is on time', () => {
    const behind = { today: monday(10), hours: { done: 60, total: 520 } };
    expect(standing(behind)).toEqual({ kind: 'behind', weeks: 4 });
    expect(standing({ ...behind, work: weekly(0, 0, 0, 0, 0, 0, 0, 20, 20, 20) })).toEqual({ kind: 'on-time' });
  });

  test('a pause in hindsight brings somebody back on time', () => {
    const rests = [{ firstDay: day('2026-01-06'), lastDay: day('2026-02-09') }];
    expect(standing({ today: monday(5), rests })).toEqual({ kind: 'on-time' });
  });

  test('a rest after the planned end puts nobody behind who is a day short of it', () => {
    const rests = [{ firstDay: day('2027-01-05'), lastDay: day('2027-01-18') }];
    expect(standing({ today: day('2026-01-06') })).toEqual({ kind: 'on-time' });
    expect(standing({ today: day('2026-01-06'), rests })).toEqual({ kind: 'on-time' });
  });

  test('after the planned end it is still said in weeks', () => {
    expect(standing({ today: monday(60), hours: { done: 500, total: 520 } })).toEqual({ kind: 'behind', weeks: 10 });
  });

  test('a road without any hours is at its end', () => {
    const plan = makePlan(aPlanInput({ hours: { done: 0, total: 0 }, hoursToPhaseEnd: undefined }));
    expect(plan.standing).toEqual({ kind: 'finished' });
    expect([plan.planned, plan.projected.early, plan.projected.late].map(String)).toEqual(Array(3).fill('2026-01-05'));
  });
});
