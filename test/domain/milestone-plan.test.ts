import { describe, expect, test } from 'vitest';
import { type Milestone, milestoneCode } from '../../src/domain/milestone.ts';
import { type CalendarInput, datesOf } from '../../src/domain/milestone-calendar.ts';
import { movedDates, replan } from '../../src/domain/milestone-plan.ts';
import { instant } from '../support/builders.ts';
import { day } from '../support/plans.ts';
import { aBreak, aCalendarInput, aMilestone, aSchedule } from '../support/study-groups.ts';

const setUpAt = instant('2026-03-10T12:00Z'); // Between part 3 and part 4 of a group that began on 5 January.

const planned = (now = setUpAt, input: Partial<CalendarInput> = {}, rows: readonly Milestone[] = []) =>
  replan(rows, 'group1', datesOf(aCalendarInput(input)), now);

const startingOn = (startDay: string) => ({ schedule: aSchedule({ startDay: day(startDay) }) });

const find = (rows: readonly Milestone[], code: string) => rows.find((row) => milestoneCode(row) === code);

/** Fate and local date of one of them: "planned 2026-04-05". */
function standOf(rows: readonly Milestone[], code: string): string {
  const row = find(rows, code);
  return `${row?.fate} ${row?.dueAt.toZonedDateTimeISO('Europe/Berlin').toPlainDate()}`;
}

/** The rows with these words about one of them. */
const withRow = (rows: readonly Milestone[], code: string, change: Partial<Milestone>) =>
  rows.map((row) => (milestoneCode(row) === code ? { ...row, ...change } : row));

/** The codes of each fate, in order. */
const byFate = (rows: readonly Milestone[]) =>
  Object.fromEntries(
    [...Map.groupBy(rows, ({ fate }) => fate)].map(([fate, own]) => [fate, own.map(milestoneCode).join(' ')]),
  );

describe('at setup', () => {
  test('what lies in the past is before Cairn, the rest is planned', () => {
    expect(byFate(planned())).toEqual({
      'before-cairn': 'w k p1 e1 p2 p3',
      planned: 'p4 e2 h p5 p6 e3 p7 p8 e4 g',
    });
  });

  test('a row is whole', () => {
    expect(find(planned(), 'p4')).toEqual(aMilestone('p4', { dueAt: instant('2026-04-05T16:00Z') }));
  });

  test('what is due at this very moment is planned; a second later it is before Cairn', () => {
    expect(standOf(planned(instant('2026-04-05T16:00:00Z')), 'p4')).toBe('planned 2026-04-05');
    expect(standOf(planned(instant('2026-04-05T16:00:01Z')), 'p4')).toBe('before-cairn 2026-04-05');
  });

  test('a group whose course is over has nothing to announce', () => {
    expect(byFate(planned(instant('2027-01-01T12:00Z')))).toEqual({
      'before-cairn': 'w k p1 e1 p2 p3 p4 e2 h p5 p6 e3 p7 p8 e4 g',
    });
  });
});

describe('later', () => {
  test('planning again without a change changes nothing, whenever', () => {
    const rows = planned();
    for (const now of [
      setUpAt,
      instant('2026-04-05T15:59Z'),
      instant('2026-04-05T16:00Z'),
      instant('2026-10-01T12:00Z'),
    ]) {
      expect(planned(now, {}, rows)).toEqual(rows);
    }
  });

  test('what is posted is never touched, however its date would change', () => {
    const posted = { fate: 'posted', postKey: 'group1.m.p4' } as const;
    const rows = withRow(planned(), 'p4', posted);
    for (const start of ['2025-01-05', '2026-03-01', '2027-01-05']) {
      expect(find(planned(instant('2026-04-06T12:00Z'), startingOn(start), rows), 'p4')).toBe(find(rows, 'p4'));
    }
  });

  test('a zone changed in mid-course gives what is to come the hour of the new clock, on the same days', () => {
    const rows = withRow(planned(), 'p4', { fate: 'posted', postKey: 'group1.m.p4' });
    const after = planned(instant('2026-04-06T12:00Z'), { schedule: aSchedule({ zone: 'Asia/Kathmandu' }) }, rows);
    expect(find(after, 'p4')?.dueAt.toString()).toBe('2026-04-05T16:00:00Z');
    expect(find(after, 'p5')?.dueAt.toString()).toBe('2026-05-05T12:15:00Z');
    expect(find(after, 'g')?.dueAt.toString()).toBe('2026-09-05T12:15:00Z');
  });

  test('what was skipped stays skipped, with its new date', () => {
    const rows = withRow(planned(), 'p4', { fate: 'skipped' });
    expect(standOf(planned(setUpAt, startingOn('2026-01-12'), rows), 'p4')).toBe('skipped 2026-04-12');
    expect(standOf(planned(setUpAt, startingOn('2025-10-05'), rows), 'p4')).toBe('skipped 2026-01-05');
  });

  test('what is due and not yet bound to a post goes on waiting, although something else is changed', () => {
    const backAfterADay = instant('2026-04-06T18:00Z');
    const rows = planned();
    const other = [{ ...aBreak('2026-06-01', '2026-06-10') }];
    expect(standOf(planned(backAfterADay, { breaks: other }, rows), 'p4')).toBe('planned 2026-04-05');
    expect(standOf(planned(backAfterADay, startingOn('2026-01-04'), rows), 'p4')).toBe('planned 2026-04-04');
    expect(standOf(planned(instant('2026-04-05T16:00Z'), startingOn('2026-01-04'), rows), 'p4')).toBe(
      'planned 2026-04-04',
    );
  });

  test('what an edit moves from the future into the past is before Cairn', () => {
    expect(standOf(planned(setUpAt, startingOn('2025-12-05'), planned()), 'p4')).toBe('before-cairn 2026-03-05');
  });

  test('what an edit moves from before Cairn into the future is planned again', () => {
    const rows = planned(setUpAt, startingOn('2026-01-12'), planned());
    expect(standOf(rows, 'p3')).toBe('planned 2026-03-12');
    expect(standOf(rows, 'p2')).toBe('before-cairn 2026-02-12');
  });

  test('what was missed stays so, but gets another chance where it moves into the future', () => {
    const rows = withRow(planned(), 'p4', { fate: 'missed' });
    const now = instant('2026-04-20T12:00Z');
    expect(standOf(planned(now, startingOn('2026-01-06'), rows), 'p4')).toBe('missed 2026-04-06');
    expect(standOf(planned(now, startingOn('2026-01-28'), rows), 'p4')).toBe('planned 2026-04-28');
  });

  test('a break in hindsight leaves what was posted and moves what is to come', () => {
    const now = instant('2026-04-10T12:00Z');
    const rows = withRow(planned(), 'p4', { fate: 'posted', postKey: 'group1.m.p4' });
    const after = planned(now, { breaks: [aBreak('2026-04-01', '2026-04-09')] }, rows);
    expect(standOf(after, 'p4')).toBe('posted 2026-04-05');
    expect(standOf(after, 'p5')).toBe('planned 2026-05-14');
  });

  test('a break in hindsight brings back what has become due within it and was not posted', () => {
    const after = planned(instant('2026-04-06T12:00Z'), { breaks: [aBreak('2026-04-01', '2026-04-09')] }, planned());
    expect(standOf(after, 'p4')).toBe('planned 2026-04-14');
  });

  test('a moved day is kept, and the rows of the others do not get one', () => {
    const moved = { to: day('2026-04-20'), at: setUpAt };
    const rows = withRow(planned(), 'p4', { moved });
    const after = planned(setUpAt, { moves: [{ kind: 'part', part: 4, ...moved }] }, rows);
    expect(standOf(after, 'p4')).toBe('planned 2026-04-20');
    expect(after.filter((row) => row.moved).map((row) => [milestoneCode(row), row.moved])).toEqual([['p4', moved]]);
  });
});

describe('what moves', () => {
  const codes = (before: readonly Milestone[], after: readonly Milestone[]) =>
    movedDates(before, after).map(milestoneCode).join(' ');

  test('nothing, where nothing is changed or nothing was there', () => {
    expect(movedDates(planned(), planned())).toEqual([]);
    expect(movedDates([], planned())).toEqual([]);
  });

  test('each with both its instants', () => {
    const after = planned(setUpAt, { breaks: [aBreak('2026-08-10', '2026-08-12')] }, planned());
    const dates = { from: instant('2026-09-05T16:00Z'), to: instant('2026-09-08T16:00Z') };
    expect(movedDates(planned(), after)).toEqual([
      { kind: 'phase-end', part: 4, ...dates },
      { kind: 'graduation', part: 0, ...dates },
    ]);
  });

  test('also by an hour alone, and out of the past or into it', () => {
    const hour = planned(setUpAt, { schedule: aSchedule({ zone: 'Europe/London' }) }, planned());
    expect(codes(planned(), hour)).toBe('p4 e2 h p5 p6 e3 p7 p8 e4 g');
    expect(codes(planned(), planned(setUpAt, startingOn('2026-01-12'), planned()))).toContain('p3 p4');
    expect(codes(planned(), planned(setUpAt, startingOn('2025-12-05'), planned()))).toContain('p4');
  });

  test('not what is posted, and not what lay before Cairn and still does', () => {
    const rows = withRow(planned(), 'p5', { fate: 'posted', postKey: 'group1.m.p5' });
    expect(codes(rows, planned(setUpAt, startingOn('2026-01-06'), rows))).toBe('p4 e2 h p6 e3 p7 p8 e4 g');
  });
});
