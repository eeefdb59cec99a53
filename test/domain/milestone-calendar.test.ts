import { describe, expect, test } from 'vitest';
import { milestoneCode } from '../../src/domain/milestone.ts';
import { datesOf, phaseEndsOf } from '../../src/domain/milestone-calendar.ts';
import { day } from '../support/plans.ts';
import { realRoadmap } from '../support/real-content.ts';
import { aCalendarInput, aSchedule, daysOf, linesOf, time } from '../support/study-groups.ts';

/** Of a group that starts on this day. */
const calendar = (startDay: string) => aCalendarInput({ schedule: aSchedule({ startDay: day(startDay) }) });

describe('the days', () => {
  test('sixteen milestones in eight months, those of one day in a fixed order', () => {
    expect(linesOf(datesOf(calendar('2026-01-05')))).toEqual([
      'w 2025-12-29',
      'k 2026-01-05',
      'p1 2026-01-05',
      'e1 2026-02-05',
      'p2 2026-02-05',
      'p3 2026-03-05',
      'p4 2026-04-05',
      'e2 2026-05-05',
      'h 2026-05-05',
      'p5 2026-05-05',
      'p6 2026-06-05',
      'e3 2026-07-05',
      'p7 2026-07-05',
      'p8 2026-08-05',
      'e4 2026-09-05',
      'g 2026-09-05',
    ]);
  });

  test('a slower group takes two months for each part', () => {
    const dates = datesOf(aCalendarInput({ schedule: aSchedule({ months: 16 }) }));
    expect(daysOf(dates)).toMatchObject({
      w: '2025-12-29',
      p1: '2026-01-05',
      e1: '2026-03-05',
      p2: '2026-03-05',
      p3: '2026-05-05',
      h: '2026-09-05',
      p5: '2026-09-05',
      p8: '2027-03-05',
      e4: '2027-05-05',
      g: '2027-05-05',
    });
  });

  test.each([
    ['2026-01-31', '02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30', 'the 31st of January'],
    ['2026-01-30', '02-28 03-30 04-30 05-30 06-30 07-30 08-30 09-30', 'the 30th of January'],
    ['2028-01-31', '02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30', 'the same in a leap year'],
    ['2028-02-29', '03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29', '29 February'],
    ['2027-06-29', '07-29 08-29 09-29 10-29 11-29 12-29 01-29 02-29', 'a course that ends on 29 February'],
    ['2026-08-31', '09-30 10-31 11-30 12-31 01-31 02-28 03-31 04-30', 'the 31st, over the turn of the year'],
  ])('a start on %s opens the parts on %s: %s', (start, days) => {
    const dates = daysOf(datesOf(calendar(start)));
    const shown = ['p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'g'].map((code) => dates[code]?.slice(5));
    expect(shown.join(' ')).toBe(days);
  });

  test('a phase ends on the day on which the part after it opens, the last one at graduation', () => {
    const dates = daysOf(datesOf(aCalendarInput({ phaseEnds: [2, 3, 7, 7] })));
    expect([dates.e1, dates.e2, dates.e3]).toEqual([dates.p3, dates.p4, dates.p8]);
    expect(dates.e4).toBe(dates.g);
  });

  test('the phases of the real roadmap end with the parts 1, 4, 6 and 8', () => {
    expect(phaseEndsOf(realRoadmap())).toEqual([1, 4, 6, 8]);
  });
});

describe('the hour', () => {
  /** What the clock of the group shows at each instant. */
  const hours = (zone: string, startDay: string, postTime: string) => {
    const schedule = aSchedule({ zone, startDay: day(startDay), postTime: time(postTime) });
    return datesOf(aCalendarInput({ schedule })).map(({ dueAt, ...id }) => {
      const there = dueAt.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'minute' });
      return `${milestoneCode(id)} ${there}`;
    });
  };

  test.each([
    ['Europe/Berlin', 'p3 2026-03-05T18:00+01:00', 'p4 2026-04-05T18:00+02:00'],
    ['America/New_York', 'p3 2026-03-05T18:00-05:00', 'p4 2026-04-05T18:00-04:00'],
    ['Australia/Lord_Howe', 'p4 2026-04-05T18:00+10:30', 'p3 2026-03-05T18:00+11:00'],
    ['Asia/Kathmandu', 'p3 2026-03-05T18:00+05:45', 'p4 2026-04-05T18:00+05:45'],
    ['America/Santiago', 'p3 2026-03-05T18:00-03:00', 'p5 2026-05-05T18:00-04:00'],
    ['Pacific/Apia', 'p3 2026-03-05T18:00+13:00', 'p4 2026-04-05T18:00+13:00'],
    ['UTC', 'p3 2026-03-05T18:00+00:00', 'p4 2026-04-05T18:00+00:00'],
  ])('in %s it stays 18:00 on the wall the whole year: %s, %s', (zone, one, other) => {
    expect(hours(zone, '2026-01-05', '18:00')).toEqual(expect.arrayContaining([one, other]));
  });

  test.each([
    ['Europe/Berlin', '2026-01-29', '02:30', 'p3 2026-03-29T03:00+02:00', 'an hour that a clock change skips'],
    ['Europe/Berlin', '2026-08-25', '02:30', 'p3 2026-10-25T02:30+02:00', 'an hour that comes twice'],
    ['America/New_York', '2026-01-08', '02:30', 'p3 2026-03-08T03:00-04:00', 'a skipped hour'],
    ['America/New_York', '2026-09-01', '01:30', 'p3 2026-11-01T01:30-04:00', 'a doubled hour'],
    ['Australia/Lord_Howe', '2026-08-04', '02:15', 'p3 2026-10-04T02:30+11:00', 'a skipped half hour'],
    ['America/Santiago', '2026-07-06', '00:00', 'p3 2026-09-06T01:00-03:00', 'a skipped midnight'],
    ['Pacific/Apia', '2011-10-30', '18:00', 'p3 2011-12-31T00:00+14:00', 'a day that never was'],
  ])('in %s a start on %s with posts at %s has %s: %s', (zone, start, postTime, line) => {
    expect(hours(zone, start, postTime)).toContain(line);
  });

  test('only that one post is at another hour', () => {
    const odd = hours('Europe/Berlin', '2026-01-29', '02:30').filter((line) => !line.includes('T02:30'));
    expect(odd).toEqual(['p3 2026-03-29T03:00+02:00']);
  });

  test('after a move to another zone every day is the same and every hour is of the new clock', () => {
    const there = aCalendarInput({ schedule: aSchedule({ zone: 'America/New_York' }) });
    expect(linesOf(datesOf(there))).toEqual(linesOf(datesOf(aCalendarInput())));
    expect(datesOf(there).map(({ dueAt }) => dueAt.toZonedDateTimeISO('America/New_York').hour)).toEqual(
      Array.from({ length: 16 }, () => 18),
    );
  });
});
