import { expect, test } from 'vitest';
import { decideCheckIn, isPublic, partnerMayRead, takeBack } from '../../src/domain/check-in.ts';
import { instant } from '../support/builders.ts';
import { aCheckIn, aContent, aStoredPeriod } from '../support/check-ins.ts';

/** From 4 January 23:00 to 13 January 23:00, when its grace ends. */
const period = aStoredPeriod();
const key = { id: 'check-in-1', memberId: 'member-ada', periodId: period.id };
const inTime = { period, now: instant('2026-01-13T22:59Z') };
const late = { period, now: instant('2026-01-13T23:00Z') };
const gone = aCheckIn({ takenBackAt: instant('2026-01-08T12:00Z'), counts: false });

test.each([
  { at: '2026-01-04T22:59Z', kind: 'too-early' },
  { at: '2026-01-04T23:00Z', kind: 'written' },
  { at: '2026-01-13T22:59Z', kind: 'written' },
  { at: '2026-01-13T23:00Z', kind: 'too-late' },
])('a first check-in at $at is $kind', ({ at, kind }) => {
  const decision = decideCheckIn(undefined, { ...key, content: aContent() }, { period, now: instant(at) });
  expect(decision.kind).toBe(kind);
});

test('a first check-in keeps its period', () => {
  const { now } = inTime;
  const decision = decideCheckIn(undefined, { ...key, content: aContent({ hours: 3 }) }, inTime);
  expect(decision).toEqual({ kind: 'written', checkIn: aCheckIn({ hours: 3, firstAt: now, changedAt: now }) });
});

test('the same form twice changes nothing', () => {
  expect(decideCheckIn(aCheckIn(), { ...key, content: aContent() }, inTime)).toEqual({
    kind: 'unchanged',
    checkIn: aCheckIn(),
  });
});

test.each([
  ['did', 'Wrote an index.'],
  ['next', 'Joins.'],
  ['obstacle', 'Time.'],
  ['hours', 2],
  ['finishedStepId', 'sql'],
  ['asksForHelp', true],
  ['isPrivate', true],
  ['partnerPairId', 'pair-1'],
] as const)('another %s is a correction, also after the grace', (field, value) => {
  const content = aContent({ [field]: value });
  const decision = decideCheckIn(aCheckIn(), { ...key, content }, late);
  expect(decision).toEqual({ kind: 'corrected', checkIn: aCheckIn({ ...content, changedAt: late.now }) });
});

test('a correction leaves a hidden check-in hidden', () => {
  const hidden = aCheckIn({ hiddenAt: instant('2026-01-08T12:00Z') });
  const decision = decideCheckIn(hidden, { ...key, content: aContent({ did: 'Sorry.' }) }, inTime);
  expect(decision).toMatchObject({ kind: 'corrected', checkIn: { hiddenAt: hidden.hiddenAt } });
});

test('taken back in time, the period is not kept; after the grace it stays kept', () => {
  expect(takeBack(aCheckIn(), inTime)).toMatchObject({ counts: false, takenBackAt: inTime.now });
  expect(takeBack(aCheckIn(), late)).toMatchObject({ counts: true, takenBackAt: late.now });
});

test('taking back twice is taking back once', () => {
  expect(takeBack(gone, late)).toEqual(gone);
});

test('whoever checks in again in time is as if they had never taken it back; after the grace only the words return', () => {
  const again = (moment: typeof late) => decideCheckIn(gone, { ...key, content: aContent() }, moment);
  expect(again(inTime)).toMatchObject({ kind: 'corrected', checkIn: { counts: true, takenBackAt: undefined } });
  expect(again(late)).toMatchObject({ kind: 'corrected', checkIn: { counts: false, takenBackAt: undefined } });
});

test.each([
  { what: 'an ordinary one', checkIn: {}, channel: true, partner: true },
  { what: 'a private one', checkIn: { isPrivate: true }, channel: false, partner: false },
  {
    what: 'a private one ticked for the partner',
    checkIn: { isPrivate: true, partnerPairId: 'pair-1' },
    channel: false,
    partner: true,
  },
  { what: 'one that was taken back', checkIn: { takenBackAt: late.now }, channel: false, partner: false },
  {
    what: 'a ticked one that was taken back',
    checkIn: { isPrivate: true, partnerPairId: 'pair-1', takenBackAt: late.now },
    channel: false,
    partner: false,
  },
  {
    what: 'one ticked for an earlier partner',
    checkIn: { isPrivate: true, partnerPairId: 'pair-0' },
    channel: false,
    partner: false,
  },
  { what: 'a hidden one', checkIn: { hiddenAt: late.now }, channel: false, partner: false },
])('who may read $what: the channel $channel, the partner $partner', ({ checkIn, channel, partner }) => {
  expect(isPublic(aCheckIn(checkIn))).toBe(channel);
  expect(partnerMayRead(aCheckIn(checkIn), 'pair-1')).toBe(partner);
});
