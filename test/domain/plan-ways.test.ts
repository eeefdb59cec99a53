import { expect, test } from 'vitest';
import { makePlan, type PlanInput } from '../../src/domain/plan.ts';
import { waysBack, withChange } from '../../src/domain/plan-ways.ts';
import { summariseProgress } from '../../src/domain/progress.ts';
import { aBuildTask, aRoadmap, aStep, aTopic, instant } from '../support/builders.ts';
import { aPlanInput, day } from '../support/plans.ts';

const roadmap = aRoadmap({
  steps: ['internet', 'git', 'sql', 'rest'].map((id) =>
    aStep({ id, topics: [aTopic({ hours: 100 })], build: aBuildTask({ hours: 30 }) }),
  ),
});
const progress = summariseProgress(roadmap, [
  { itemId: 'internet', state: 'done', since: instant('2026-01-20T12:00Z') },
  { itemId: 'git', state: 'aside', since: instant('2026-01-20T12:00Z') },
]);

/** Joined on 5 January, and so many weeks later without a tick. */
const after = (weeks: number, overrides: Partial<PlanInput> = {}) =>
  aPlanInput({ today: day('2026-01-05').add({ weeks }), ...overrides });

test('whoever is on time, ahead or done needs no way back', () => {
  expect(waysBack(after(0), progress)).toBeUndefined();
  expect(waysBack(after(1, { hours: { done: 200, total: 520 } }), progress)).toBeUndefined();
  expect(waysBack(after(90, { hours: { done: 520, total: 520 } }), progress)).toBeUndefined();
});

test.each([
  [1, 2, 5],
  [2, 3, 7],
  [4, 5, 8],
  [8, 5, 12],
  [20, 5, 12],
])('%i weeks without a tick at 10 hours a week: %i hours more for %i weeks', (weeks, hours, during) => {
  expect(waysBack(after(weeks), progress)?.moreHours).toMatchObject({ hours, weeks: during });
});

test.each([1, 2, 4])('%i weeks behind, the offered hours lead back to the plan', (weeks) => {
  const input = after(weeks);
  const more = waysBack(input, progress)?.moreHours;
  if (!more) throw new Error('There is no such way');
  const change = {
    id: 'a',
    kind: 'more-hours',
    firstDay: input.today,
    hours: more.hours,
    days: more.weeks * 7,
  } as const;
  const then = makePlan(withChange(input, change));
  expect(then.standing).toEqual({ kind: 'on-time' });
  expect(then.projected).toEqual(more.projected);
  expect(more.lastDay.toString()).toBe(input.today.add({ weeks: more.weeks }).toString());
});

test('a pause ahead moves the last day of the weeks with more hours', () => {
  const input = after(4, { rests: [{ firstDay: day('2026-02-10'), lastDay: day('2026-02-16') }] });
  const more = waysBack(input, progress)?.moreHours;
  expect(more?.lastDay.toString()).toBe(input.today.add({ weeks: (more?.weeks ?? 0) + 1 }).toString());
});

test('a rest after the planned end asks for no more hours than without it', () => {
  const rests = [{ firstDay: day('2027-01-05'), lastDay: day('2027-02-08') }];
  const more = waysBack(after(2), progress)?.moreHours;
  expect(waysBack(after(2, { rests }), progress)?.moreHours).toMatchObject({ hours: more?.hours, weeks: more?.weeks });
});

test('whoever plans 60 hours is not offered more, and 52 not more than 60 in all', () => {
  const pace = (hours: number) =>
    after(2, { paces: [{ from: day('2026-01-05'), hours }], hours: { done: 0, total: 5200 } });
  expect(waysBack(pace(60), progress)?.moreHours).toBeUndefined();
  expect(waysBack(pace(3), progress)?.moreHours?.hours).toBe(1);
  expect(waysBack(pace(52), progress)?.moreHours?.hours).toBe(8);
});

test('with little left, more hours are offered for the little that is left', () => {
  const input = after(60, { hours: { done: 500, total: 520 } });
  expect(waysBack(input, progress)?.moreHours).toMatchObject({ hours: 5, weeks: 1 });
});

test.each([1, 5, 30, 80])('%i weeks without a tick, the moved end is the end that is on time', (weeks) => {
  const input = after(weeks);
  const later = waysBack(input, progress)?.laterEnd;
  if (!later) throw new Error('There is no such way');
  const then = makePlan(withChange(input, { id: 'a', kind: 'later-end', firstDay: input.today, days: later.days }));
  expect(then.planned).toEqual(later.planned);
  expect(then.standing).toEqual({ kind: 'on-time' });
  expect(later.planned.toString()).toBe(day('2027-01-04').add({ weeks }).toString());
});

test('for whoever learns slower than planned, the end moves to where the slower pace leads', () => {
  const work = [0, 1, 2, 3].map((week) => ({ day: day('2026-01-07').add({ weeks: week }), hours: 5 }));
  const input = after(8, { hours: { done: 20, total: 520 }, work });
  expect(waysBack(input, progress)?.laterEnd.planned.toString()).toBe(input.today.add({ weeks: 100 }).toString());
});

test('only open steps can be set aside, each with an earlier end', () => {
  const input = after(5, { hours: { done: 130, total: 390 }, paces: [{ from: day('2026-01-05'), hours: 40 }] });
  const ways = waysBack(input, progress);
  const before = makePlan(input).projected;
  expect(ways?.asides.map(({ step }) => step.step.id)).toEqual(['sql', 'rest']);
  for (const { projected } of ways?.asides ?? []) {
    expect(projected.late.until(before.late).days).toBeGreaterThan(14);
  }
});

test('the last open step is not offered: something must be left to do', () => {
  const one = summariseProgress(roadmap, [
    ...['internet', 'git', 'sql'].map(
      (itemId) => ({ itemId, state: 'done', since: instant('2026-01-20T12:00Z') }) as const,
    ),
  ]);
  expect(waysBack(after(60, { hours: { done: 390, total: 520 } }), one)?.asides).toEqual([]);
});
