import { expect, test } from 'vitest';
import { lookSpans, mustLook, restorationOf, withoutFound } from '../../src/domain/must-look.ts';
import { aRoadmap, instant } from '../support/builders.ts';
import { day } from '../support/plans.ts';
import { aPost } from '../support/posts.ts';
import { aStudyGroup, milestoneOf } from '../support/study-groups.ts';

const dueAt = instant('2026-03-02T17:00Z');
const at = (seconds: number) => dueAt.add({ seconds });
const restoration = { madeAt: instant('2026-03-01T00:00Z'), at: instant('2026-03-04T00:00Z') };

test.each([
  ['on time, for the first time', { attempts: 0, decisions: 0, sinceDue: 0 }, false],
  ['two minutes late', { attempts: 0, decisions: 0, sinceDue: 120 }, false],
  ['more than two minutes late', { attempts: 0, decisions: 0, sinceDue: 121 }, true],
  ['for the second time', { attempts: 1, decisions: 0, sinceDue: 5 }, true],
  ['late, when a moderator said to post it', { attempts: 0, decisions: 1, sinceDue: 7200 }, false],
  ['for the second time after a moderator said to post it', { attempts: 1, decisions: 1, sinceDue: 7200 }, true],
])('a look comes first for what is sent %s: %s', (_when, { sinceDue, ...record }, expected) => {
  const question = {
    record: { state: 'waiting', ...record, dueAt, notAfter: undefined } as const,
    drainingSince: at(sinceDue),
    restoration: undefined,
  };
  expect(mustLook(question)).toBe(expected);
});

test('a look comes first for what the copy that was put back may not know', () => {
  const record = { state: 'waiting', attempts: 0, decisions: 0, dueAt, notAfter: undefined } as const;
  expect(mustLook({ record, drainingSince: dueAt, restoration })).toBe(true);
});

const aWelcome = { kind: 'welcome', group: aStudyGroup(), roadmap: aRoadmap(), marks: [] } as const;
const aPart = (createdAt: string, isExtra = false) =>
  aPost(aStudyGroup({ createdAt: instant(createdAt) }), [{ ...milestoneOf('p5'), day: day('2026-07-02') }], {
    isExtra,
  });

test.each([
  ['what was due in the time that the copy does not know', aWelcome, '2026-03-02T17:00Z', true],
  ['what is ordered in the month after it', aWelcome, '2026-04-02T23:00Z', true],
  ['what is ordered later', aWelcome, '2026-04-03T01:00Z', false],
  [
    'a milestone months later, for it may have been announced early',
    aPart('2026-02-01T12:00Z'),
    '2026-07-02T16:00Z',
    true,
  ],
  ['one that was announced once more', aPart('2026-02-01T12:00Z', true), '2026-03-02T16:00Z', true],
  ['one that is announced once more after it', aPart('2026-02-01T12:00Z', true), '2026-03-05T16:00Z', false],
  ['a milestone of a group that was set up later', aPart('2026-05-01T12:00Z'), '2026-07-02T16:00Z', false],
])('whether a restore concerns %s', (_what, reading, due, isConcerned) => {
  const concerned = restorationOf(restoration, { dueAt: instant(due) }, reading);
  expect(concerned).toEqual(isConcerned ? restoration : undefined);
});

test.each([
  ['from the due instant', dueAt, undefined, [{ from: dueAt }]],
  ['from an attempt before it', dueAt, at(-600), [{ from: at(-600) }]],
  ['from the due instant when the attempt came later', dueAt, at(600), [{ from: dueAt }]],
] as const)('a look begins %s', (_what, due, firstAttemptAt, spans) => {
  expect(lookSpans({ dueAt: due, firstAttemptAt }, undefined)).toEqual(spans);
});

test.each([
  ['what was due before the copy was made', '2026-02-28T17:00Z', ['2026-02-28T17:00:00Z..']],
  ['what was due in between', '2026-03-02T17:00Z', ['2026-03-01T00:00:00Z..']],
  [
    'what is due later, for it may have been announced early',
    '2026-04-02T16:00Z',
    ['2026-03-01T00:00:00Z..2026-03-04T00:00:00Z', '2026-04-02T16:00:00Z..'],
  ],
])('after a restore a look covers the time that the copy does not know, for %s', (_what, due, spans) => {
  const found = lookSpans({ dueAt: instant(due), firstAttemptAt: undefined }, restoration);
  expect(found.map(({ from, to }) => `${from}..${to ?? ''}`)).toEqual(spans);
});

const digest = {
  groupId: 'group1',
  marks: ['group1.m.w', 'group1.m.k', 'group1.m.p1'],
  order: { kind: 'milestones', codes: ['w', 'k', 'p1'] },
} as const;
const place = { channelId: 'study', messageId: '1' };

test('of a digest only that is sent which was not found', () => {
  const found = new Map([['group1.m.w', place]]);
  expect(withoutFound(digest, found)).toMatchObject({
    marks: ['group1.m.k', 'group1.m.p1'],
    order: { codes: ['k', 'p1'] },
  });
});

test('what was found whole is not sent, and what was not found at all is sent as it is', () => {
  expect(withoutFound(digest, new Map(digest.marks.map((mark) => [mark, place])))).toBeUndefined();
  expect(withoutFound(digest, new Map())).toBe(digest);
});
