import { describe, expect, test } from 'vitest';
import { datesOf, type MilestoneMove } from '../../src/domain/milestone-calendar.ts';
import type { GroupBreak } from '../../src/domain/study-group.ts';
import { instant } from '../support/builders.ts';
import { day } from '../support/plans.ts';
import { aBreak, aCalendarInput, aSchedule, daysOf, linesOf, milestoneOf } from '../support/study-groups.ts';

const move = (code: string, to: string, at = '2026-01-01T12:00Z'): MilestoneMove => {
  return { ...milestoneOf(code), to: day(to), at: instant(at) };
};

const recordedAt = instant('2026-01-02T12:00Z'); // After those moves.

describe('a break', () => {
  const shownWith = (...breaks: readonly GroupBreak[]) => {
    const { w, k, p1, p2, p3, p4, p5, g } = daysOf(datesOf(aCalendarInput({ breaks })));
    return [w, k, p1, p2, p3, p4, p5, g].map((date) => date?.slice(5)).join(' ');
  };

  test.each([
    ['12-29 01-05 01-05 02-05 03-05 04-05 05-05 09-05', '', 'none'],
    ['12-29 01-05 01-05 02-05 03-15 04-15 05-15 09-15', '02-10/02-19', 'one of ten days'],
    ['12-29 01-05 01-05 02-15 03-15 04-15 05-15 09-15', '02-05/02-14', 'it begins on a date: that one moves'],
    [
      '12-29 01-05 01-05 02-05 03-15 04-15 05-15 09-15',
      '02-06/02-15',
      'it begins the day after a date: that one stays',
    ],
    ['12-29 01-05 01-05 02-15 03-15 04-15 05-15 09-15', '01-27/02-05', 'it ends on a date: that one moves behind it'],
    ['12-29 01-05 01-05 02-06 03-06 04-06 05-06 09-06', '02-05/02-05', 'one of a single day'],
    ['12-29 01-05 01-05 02-05 03-12 04-12 05-17 09-17', '02-10/02-16 04-20/04-24', 'two'],
    ['12-29 01-05 01-05 02-05 03-12 04-12 05-17 09-17', '04-20/04-24 02-10/02-16', 'two, the later one first'],
    ['12-29 01-05 01-05 02-05 03-15 04-15 05-15 09-15', '02-10/02-15 02-13/02-19', 'two that overlap'],
    ['12-29 01-05 01-05 02-05 03-15 04-15 05-15 09-15', '02-10/02-19 02-12/02-14', 'one within another'],
    ['12-29 01-05 01-05 02-05 03-15 04-15 05-15 09-15', '02-10/02-19 02-10/02-19', 'the same twice'],
    ['12-29 01-05 01-05 02-05 03-15 04-15 05-15 09-15', '02-10/02-14 02-15/02-19', 'two that adjoin'],
    ['12-29 01-05 01-05 02-27 03-27 04-27 05-27 09-27', '02-01/02-10 02-14/02-25', 'moved by one into another'],
    ['12-29 01-13 01-13 02-13 03-13 04-13 05-13 09-13', '01-02/01-09', 'it covers the start'],
    ['12-29 01-05 01-05 02-05 03-05 04-05 05-05 09-05', '09-10/09-20', 'after graduation'],
  ])('%s with "%s": %s', (days, breaks) => {
    const rests = breaks.match(/\S+/g)?.map((span) => {
      const [first, last] = span.split('/');
      return aBreak(`2026-${first}`, `2026-${last}`);
    });
    expect(shownWith(...(rests ?? []))).toBe(days);
  });

  test('before the start moves the whole course, and with it the week before', () => {
    expect(shownWith(aBreak('2025-12-20', '2025-12-26'))).toBe('01-05 01-12 01-12 02-12 03-12 04-12 05-12 09-12');
  });

  test('from before the start that was set since moves only what it still overlaps', () => {
    const startDay = day('2026-03-02');
    const changed = (startSetAt: string, ...breaks: readonly GroupBreak[]) => {
      const input = aCalendarInput({ schedule: aSchedule({ startDay }), startSetAt: instant(startSetAt), breaks });
      const { w, k, p2 } = daysOf(datesOf(input));
      return [w, k, p2].map((date) => date?.slice(5)).join(' ');
    };
    const [earlier, across] = [aBreak('2026-02-10', '2026-02-19'), aBreak('2026-02-25', '2026-03-04')];
    expect(changed('2026-01-10T12:00Z', earlier)).toBe('02-23 03-02 04-02');
    expect(changed('2026-01-10T12:00Z', across)).toBe('02-23 03-05 04-05');
    expect(changed('2025-12-01T12:00Z', earlier)).toBe('03-05 03-12 04-12'); // Said when the start was known.
  });

  test('moves a date by days, not by instants, over a clock change', () => {
    const dates = datesOf(aCalendarInput({ breaks: [aBreak('2026-03-20', '2026-03-31')] }));
    expect(dates.find(({ kind, part }) => kind === 'part' && part === 4)?.dueAt.toString()).toBe(
      '2026-04-17T16:00:00Z',
    );
  });

  test('that does not shift moves nothing', () => {
    const rest = aBreak('2026-02-10', '2026-02-19', { shifts: false });
    expect(shownWith(rest)).toBe(shownWith());
  });

  test('a pause that lasts moves nothing yet; one that is over does, where the dates were not kept', () => {
    const pause = aBreak('2026-02-10', '2026-02-19', { kind: 'pause' });
    expect(shownWith({ ...pause, lastDay: undefined })).toBe(shownWith());
    expect(shownWith(pause)).toBe(shownWith(aBreak('2026-02-10', '2026-02-19')));
    expect(shownWith({ ...pause, shifts: false })).toBe(shownWith());
    expect(shownWith({ ...pause, lastDay: day('2026-02-09') })).toBe(shownWith()); // Ended on the day it began.
  });
});

describe('a milestone that was moved', () => {
  const dayOf = (code: string, moves: readonly MilestoneMove[], ...breaks: readonly GroupBreak[]) =>
    daysOf(datesOf(aCalendarInput({ moves, breaks })))[code];

  test('has its own day, at the hour of all others, and stands where it belongs', () => {
    const dates = datesOf(aCalendarInput({ moves: [move('p3', '2026-04-10')] }));
    expect(linesOf(dates).slice(4, 8)).toEqual(['p2 2026-02-05', 'p4 2026-04-05', 'p3 2026-04-10', 'e2 2026-05-05']);
    expect(dates.find(({ part }) => part === 3)?.dueAt.toString()).toBe('2026-04-10T16:00:00Z');
  });

  test('is not moved by breaks that were known by then', () => {
    expect(dayOf('p3', [move('p3', '2026-03-20')], aBreak('2026-02-10', '2026-02-19'))).toBe('2026-03-20');
    const same = aBreak('2026-02-10', '2026-02-19', { recordedAt: instant('2026-01-01T12:00Z') });
    expect(dayOf('p3', [move('p3', '2026-03-20')], same)).toBe('2026-03-20');
  });

  test('is moved by breaks recorded since', () => {
    const later = aBreak('2026-03-10', '2026-03-19', { recordedAt });
    expect(dayOf('p3', [move('p3', '2026-03-20')], later)).toBe('2026-03-30');
    expect(dayOf('p3', [move('p3', '2026-03-10')], later)).toBe('2026-03-20');
    expect(dayOf('p3', [move('p3', '2026-03-09')], later)).toBe('2026-03-09');
  });

  test('is moved only by the days that a later break adds to one that was known', () => {
    const known = aBreak('2026-03-10', '2026-03-19');
    const longer = aBreak('2026-03-10', '2026-03-25', { recordedAt });
    expect(dayOf('p3', [move('p3', '2026-03-20')], known, longer)).toBe('2026-03-26');
  });

  test('never lands in a break, whichever was known first', () => {
    const known = aBreak('2026-03-10', '2026-03-19');
    const later = aBreak('2026-03-01', '2026-03-07', { recordedAt });
    expect(dayOf('p3', [move('p3', '2026-03-05')], known, later)).toBe('2026-03-22');
  });

  test('may be set on a day of a break on purpose', () => {
    expect(dayOf('p3', [move('p3', '2026-03-12')], aBreak('2026-03-10', '2026-03-19'))).toBe('2026-03-12');
  });

  test('to where it stands anyway goes on standing there, whatever breaks come later', () => {
    const known = aBreak('2026-02-10', '2026-02-19');
    const later = aBreak('2026-02-15', '2026-03-02', { recordedAt });
    const before = dayOf('p3', [], known) ?? '';
    expect(dayOf('p3', [move('p3', before)], known, later)).toBe(dayOf('p3', [], known, later));
  });

  test('of the same part but another kind is another one', () => {
    const moves = [move('e1', '2026-02-09')];
    expect(dayOf('e1', moves)).toBe('2026-02-09');
    expect(dayOf('p1', moves)).toBe('2026-01-05');
    expect(dayOf('k', [move('w', '2025-12-30')])).toBe('2026-01-05');
  });
});
