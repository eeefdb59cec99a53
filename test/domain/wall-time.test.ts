import { expect, test } from 'vitest';
import { instantAt } from '../../src/domain/wall-time.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { day } from '../support/plans.ts';
import { time } from '../support/study-groups.ts';

/** "2026-03-29T02:30" there, with the offset that holds then. */
function shownAt(asked: string, zone: string): string {
  const [date = '', clock = ''] = asked.split('T');
  const there = instantAt(day(date), time(clock), zone).toZonedDateTimeISO(zone);
  return there.toString({ timeZoneName: 'never', smallestUnit: 'minute' });
}

test.each([
  ['Europe/Berlin', '2026-01-05T18:00', '2026-01-05T18:00+01:00', 'in winter'],
  ['Europe/Berlin', '2026-07-05T18:00', '2026-07-05T18:00+02:00', 'in summer'],
  ['Europe/Berlin', '2026-03-29T18:00', '2026-03-29T18:00+02:00', 'on the evening of a clock change'],
  ['America/New_York', '2026-03-08T18:00', '2026-03-08T18:00-04:00', 'on the evening of a clock change'],
  ['Asia/Kathmandu', '2026-06-01T18:00', '2026-06-01T18:00+05:45', 'with an odd offset'],
  ['Australia/Lord_Howe', '2026-01-01T18:00', '2026-01-01T18:00+11:00', 'in summer'],
  ['Australia/Lord_Howe', '2026-07-01T18:00', '2026-07-01T18:00+10:30', 'in winter, half an hour back'],
  ['America/Santiago', '2026-01-01T00:00', '2026-01-01T00:00-03:00', 'at midnight'],
  ['Pacific/Apia', '2011-12-29T18:00', '2011-12-29T18:00-10:00', 'on the last day before the date line moved'],
  ['Pacific/Apia', '2011-12-31T18:00', '2011-12-31T18:00+14:00', 'on the first day after'],
  ['UTC', '2026-03-29T02:30', '2026-03-29T02:30+00:00', 'where nothing ever changes'],
  ['Europe/Berlin', '2028-02-29T18:00', '2028-02-29T18:00+01:00', 'on 29 February'],
])('in %s, %s is %s: %s', (zone, asked, shown) => {
  expect(shownAt(asked, zone)).toBe(shown);
});

test.each([
  ['Europe/Berlin', '2026-03-29T02:00', '2026-03-29T03:00+02:00', 'the first minute of the gap'],
  ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T03:00+02:00', 'its middle'],
  ['Europe/Berlin', '2026-03-29T02:59', '2026-03-29T03:00+02:00', 'its last minute'],
  ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T03:00+02:00', 'the first moment after it'],
  ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T01:59+01:00', 'the last minute before it'],
  ['America/New_York', '2026-03-08T02:30', '2026-03-08T03:00-04:00', 'another day in America'],
  ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-04T02:30+11:00', 'a gap of half an hour'],
  ['America/Santiago', '2026-09-06T00:00', '2026-09-06T01:00-03:00', 'a day that begins at one'],
  ['Pacific/Apia', '2011-12-30T00:00', '2011-12-31T00:00+14:00', 'a day that never was'],
  ['Pacific/Apia', '2011-12-30T18:00', '2011-12-31T00:00+14:00', 'its evening'],
  ['Pacific/Apia', '2011-12-30T23:59', '2011-12-31T00:00+14:00', 'its last minute'],
])('in %s, %s is skipped and becomes %s: %s', (zone, asked, shown) => {
  expect(shownAt(asked, zone)).toBe(shown);
});

test.each([
  ['Europe/Berlin', '2026-10-25T02:00', '2026-10-25T02:00+02:00', 'the whole hour'],
  ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T02:30+02:00', 'its middle'],
  ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T03:00+01:00', 'not the moment after it'],
  ['America/New_York', '2026-11-01T01:30', '2026-11-01T01:30-04:00', 'another day in America'],
  ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-05T01:45+11:00', 'half an hour'],
  ['America/Santiago', '2026-04-04T23:30', '2026-04-04T23:30-03:00', 'the end of a day'],
])('in %s, %s happens twice and means %s: %s', (zone, asked, shown) => {
  expect(shownAt(asked, zone)).toBe(shown);
});

test('every clock change of sixty years is met in the middle of what it skips or doubles', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Pacific/Apia'];
  const odd = [
    'Africa/Casablanca',
    'Africa/Cairo',
    'America/Caracas',
    'Asia/Pyongyang',
    'Antarctica/Troll',
    'Asia/Gaza',
  ];
  let changes = 0;
  for (const zone of [...zones, ...odd]) {
    let change = day('1970-01-01').toZonedDateTime(zone).getTimeZoneTransition('next');
    for (; change && change.year < 2030; change = change.getTimeZoneTransition('next')) {
      const before = change.subtract({ nanoseconds: 1 });
      const gained = change.offsetNanoseconds - before.offsetNanoseconds;
      const asked = change.toPlainDateTime().add({ nanoseconds: -Math.round(gained / 2) });
      const expected = gained > 0 ? change : change.add({ nanoseconds: gained / 2 });
      const found = instantAt(asked.toPlainDate(), asked.toPlainTime(), zone);
      expect(`${zone} ${asked} ${found}`).toBe(`${zone} ${asked} ${expected.toInstant()}`);
      changes += 1;
    }
  }
  expect(changes).toBeGreaterThan(700);
});

test('no two moments of one day are ever in the wrong order', () => {
  const changing = day('2026-03-29');
  const minutes = Array.from({ length: 24 * 60 }, (_, minute) => time('00:00').add({ minutes: minute }));
  const instants = minutes.map((minute) => instantAt(changing, minute, 'Europe/Berlin'));
  expect(instants.toSorted(Temporal.Instant.compare)).toEqual(instants);
});
