import { expect, test } from 'vitest';
import { blockersOf, makeRecap, mayTellAgain, restsSince, type TellingPeriod } from '../../src/domain/recap.ts';
import type { GroupBreak } from '../../src/domain/study-group.ts';
import { instant } from '../support/builders.ts';
import { aCheckIn, aStoredPeriod } from '../support/check-ins.ts';
import { somePeriods } from '../support/periods.ts';
import { day } from '../support/plans.ts';

const later = instant('2026-01-14T12:00Z');
const someHours = (...hours: (number | undefined)[]) => hours.map((one) => aCheckIn({ hours: one }));

test('a recap counts check-ins and adds their hours up', () => {
  expect(makeRecap(someHours(2, 3.5, undefined, 1), [{ stepId: 'sql', count: 2 }])).toEqual({
    checkIns: 4,
    hours: 6.5,
    steps: [{ stepId: 'sql', count: 2 }],
    blockers: [],
  });
});

test('hours of fewer than three are not told: each could work out the others’', () => {
  expect(makeRecap(someHours(2, 3, undefined), [])?.hours).toBeUndefined();
  expect(makeRecap(someHours(2, 3, 0), [])?.hours).toBe(5);
});

test('what was taken back in time is not counted; afterwards it is, without its hours', () => {
  const inTime = aCheckIn({ takenBackAt: later, counts: false, hours: 9 });
  const afterwards = aCheckIn({ takenBackAt: later, hours: 9 });
  expect(makeRecap([...someHours(1, 1, 1), inTime, afterwards], [])).toMatchObject({ checkIns: 4, hours: 3 });
});

test('a hidden check-in counts as one', () => {
  expect(makeRecap([...someHours(1, 1, 1), aCheckIn({ hiddenAt: later, hours: 2 })], [])).toMatchObject({
    checkIns: 4,
    hours: 5,
  });
});

test('what members keep private is neither counted nor added', () => {
  const secret = aCheckIn({ isPrivate: true, hours: 9 });
  expect(makeRecap([...someHours(1, 1, 1), secret], [])).toMatchObject({ checkIns: 3, hours: 3 });
  expect(makeRecap([...someHours(1, 1), secret], [])).toMatchObject({ checkIns: 2, hours: undefined });
});

test.each([
  { what: 'nobody checked in', checkIns: [] },
  { what: 'all was taken back', checkIns: [aCheckIn({ takenBackAt: later, counts: false })] },
  { what: 'the only one is private', checkIns: [aCheckIn({ isPrivate: true })] },
  { what: 'the only one is hidden', checkIns: [aCheckIn({ hiddenAt: later })] },
])('there is no recap when $what', ({ checkIns }) => {
  expect(makeRecap(checkIns, [{ stepId: 'sql', count: 1 }])).toBeUndefined();
});

test('a recap may have something to tell again while a check-in counts, whoever may read it now', () => {
  expect(mayTellAgain([aCheckIn({ takenBackAt: later })])).toBe(true);
  expect(mayTellAgain([aCheckIn({ isPrivate: true, hiddenAt: later })])).toBe(true);
  expect(mayTellAgain([aCheckIn({ takenBackAt: later, counts: false })])).toBe(false);
  expect(mayTellAgain([])).toBe(false);
});

test('blockers are those of members who asked for help, in the order in which they were written', () => {
  const card = { channelId: 'thread', messageId: 'card' };
  const checkIns = [
    aCheckIn({ id: 'a', memberId: 'ada', asksForHelp: true, obstacle: 'Joins.', card }),
    aCheckIn({ id: 'b', memberId: 'bob', obstacle: 'Time.' }),
    aCheckIn({ id: 'c', memberId: 'cleo', asksForHelp: true }),
  ];
  expect(blockersOf(checkIns)).toEqual([
    { checkInId: 'a', memberId: 'ada', words: 'Joins.', card },
    { checkInId: 'c', memberId: 'cleo', words: undefined, card: undefined },
  ]);
});

test.each([{ isPrivate: true }, { takenBackAt: later }, { hiddenAt: later }])(
  'nobody is shown the blocker of %o',
  (change) => {
    const checkIn = aCheckIn({ asksForHelp: true, obstacle: 'Joins.', ...change });
    expect(blockersOf([checkIn])).toEqual([]);
    expect(makeRecap([aCheckIn(), checkIn], [])?.blockers).toEqual([]);
  },
);

/** Weeks from 5 January on: a number is how many checked in when the group was asked, a letter that it was not. */
function weeks(history: string): TellingPeriod[] {
  const states = { m: 'missed', r: 'resting', b: 'break', d: 'due' } as const;
  return somePeriods(history.length).map((period, index) => {
    const letter = history.charAt(index);
    const promptState = states[letter as keyof typeof states] ?? 'posted';
    return { ...aStoredPeriod({ promptState }, period), hasCheckIns: Number(letter) > 0 };
  });
}

/** The third week is over, with its grace, when the fifth begins. */
const now = (week: number) => instant('2026-01-05T12:00Z').add({ hours: 24 * 7 * (week - 1) });
const rests = (history: string, more: { wokenAt?: string; breaks?: readonly GroupBreak[]; at?: number } = {}) =>
  restsSince(weeks(history), {
    now: now(more.at ?? history.length + 2),
    wokenAt: more.wokenAt ? instant(more.wokenAt) : undefined,
    breaks: more.breaks ?? [],
  });

test.each([
  { what: 'two empty weeks', history: '300', since: undefined },
  { what: 'three empty weeks in a row', history: '3000', since: 4 },
  { what: 'three from the very first', history: '000', since: 3 },
  { what: 'three with somebody between', history: '30010', since: undefined },
  { what: 'more than three: they rest since the third', history: '3000rrr', since: 4 },
  { what: 'a check-in while they rested', history: '3000rr1', since: undefined },
  { what: 'weeks in which the group was not asked', history: '30m0b', since: undefined },
  { what: 'weeks that were asked about on both sides of one that was not', history: '30m0b0', since: 6 },
])('after $what ($history) prompts rest since $since', ({ history, since }) => {
  expect(rests(history)).toBe(since);
});

test('a week in its grace may still be checked in for', () => {
  expect(rests('000', { at: 4 })).toBeUndefined();
  expect(rests('000', { at: 5 })).toBe(3);
});

test('a moderator wakes prompts, and then three more empty weeks put them to rest', () => {
  expect(rests('3000r', { wokenAt: '2026-02-05T12:00Z' })).toBeUndefined();
  expect(rests('3000r00', { wokenAt: '2026-02-05T12:00Z' })).toBeUndefined();
  expect(rests('3000r000', { wokenAt: '2026-02-05T12:00Z' })).toBe(8);
});

test('an empty week in which the group rested is no sign of anything', () => {
  const rest: GroupBreak = {
    id: 'break-1',
    groupId: 'group-1',
    kind: 'break',
    firstDay: day('2026-01-14'),
    lastDay: day('2026-01-14'),
    shifts: false,
    recordedAt: instant('2026-01-01T12:00Z'),
  };
  expect(rests('000')).toBe(3);
  expect(rests('000', { breaks: [rest] })).toBeUndefined();
  expect(rests('0000', { breaks: [rest] })).toBe(4);
});
