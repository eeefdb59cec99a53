import { expect, test } from 'vitest';
import {
  changedFields,
  newGroupSettings,
  nextMonday,
  readGroupName,
  readStart,
  readTime,
  settingsOf,
  withSettings,
} from '../../src/domain/group-settings.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { instant } from '../support/builders.ts';
import { nightSchool } from '../support/groups.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test.each([
  { typed: '18:00', read: '18:00' },
  { typed: ' 18 ', read: '18:00' },
  { typed: '18.30', read: '18:30' },
  { typed: '18h', read: '18:00' },
  { typed: '18h30', read: '18:30' },
  { typed: '18 Uhr', read: '18:00' },
  { typed: '6pm', read: '18:00' },
  { typed: '6:30 P.M.', read: '18:30' },
  { typed: '12 am', read: '00:00' },
  { typed: '12pm', read: '12:00' },
  { typed: '0:00', read: '00:00' },
])('"$typed" is $read', ({ typed, read }) => {
  expect(readTime(typed)?.toString({ smallestUnit: 'minute' })).toBe(read);
});

test.each(['', 'noon', '24:00', '18:60', '13pm', '0 am', '-1', '18:00:00', '1800'])(
  '"%s" is no time of day',
  (typed) => {
    expect(readTime(typed)).toBeUndefined();
  },
);

test.each([
  { today: '2026-03-01', monday: '2026-03-02' },
  { today: '2026-03-02', monday: '2026-03-09' },
  { today: '2024-02-29', monday: '2024-03-04' },
])('the Monday after $today is $monday', ({ today, monday }) => {
  expect(nextMonday(day(today)).toString()).toBe(monday);
});

test('a new group begins on the next Monday of its own zone, not of ours', () => {
  const now = instant('2026-03-01T23:30Z');
  const start = (zone: string) =>
    newGroupSettings({ serverName: 'Study', channel: { id: 'study', kind: 'text' }, zone, language: 'en', now })
      .startDay;
  expect([start('UTC'), start('Pacific/Apia')].map(String)).toEqual(['2026-03-02', '2026-03-09']);
});

test.each([
  { typed: '24.12.', months: 8, kind: 'read' },
  { typed: '1 July 2025', months: 8, kind: 'over' },
  { typed: '1 July 2025', months: 16, kind: 'read' },
  { typed: '2028-03-02', months: 8, kind: 'read' },
  { typed: '2028-03-03', months: 8, kind: 'too-late' },
  { typed: '31 Feb', months: 8, kind: 'no-day' },
])('a start at "$typed" in $months months reads as "$kind"', ({ typed, months, kind }) => {
  expect(readStart(typed, months, { today: day('2026-03-02'), language: 'en' }).kind).toBe(kind);
});

test('a name stands on one line, can be seen and is not too long', () => {
  expect(readGroupName('  Night \n school ')).toBe('Night school');
  expect(readGroupName('x'.repeat(50))).toHaveLength(50);
  for (const wrong of ['', ' \u200B ', 'x'.repeat(51)]) expect(readGroupName(wrong)).toBeUndefined();
});

test('what differs is named, and only another schedule is a new version', () => {
  const group = nightSchool();
  const now = instant('2026-03-05T12:00Z');
  const before = settingsOf(group);
  expect(changedFields(before, { ...before })).toEqual([]);
  const renamed = { ...before, name: 'Day school', pingRoleId: 'learners' };
  expect(changedFields(before, renamed)).toEqual(['name', 'pingRoleId']);
  expect(withSettings(group, renamed, now)).toEqual({ ...group, name: 'Day school', pingRoleId: 'learners' });
  const later = withSettings(group, { ...before, startDay: day('2026-03-09') }, now);
  expect(later.schedule).toEqual({ ...group.schedule, validFrom: now, startDay: day('2026-03-09') });
});
