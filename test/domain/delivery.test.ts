import { expect, test } from 'vitest';
import { blockedUntil, isLate, isTooLate, problemIn, retryAt } from '../../src/domain/delivery.ts';
import type { ChannelFacts } from '../../src/domain/discord-port.ts';
import { instant } from '../support/builders.ts';

const dueAt = instant('2026-03-02T17:00Z');
const at = (seconds: number) => dueAt.add({ seconds });

test('waits grow with the time for which it has been tried, and end at 15 minutes', () => {
  const waits = [0, 30, 600, 86_400].map((tried) => retryAt({ firstAttemptAt: dueAt }, at(tried), false));
  expect(waits.map((next, index) => next.since(at([0, 30, 600, 86_400][index] ?? 0)).total('seconds'))).toEqual([
    5, 15, 300, 900,
  ]);
});

test('in a forum a lost answer is waited for a minute: a new thread takes its time to be listed', () => {
  expect(retryAt({ firstAttemptAt: undefined }, dueAt, true)).toEqual(at(60));
});

test('what is blocked is tried every 6 hours, and at the end of its time', () => {
  expect(blockedUntil({ notAfter: undefined }, dueAt)).toEqual(at(6 * 3600));
  expect(isTooLate({ notAfter: at(3600) }, blockedUntil({ notAfter: at(3600) }, dueAt))).toBe(true);
});

test('a post says that it is late after an hour', () => {
  expect([isLate(dueAt, at(3600)), isLate(dueAt, at(3601))]).toEqual([false, true]);
});

test.each<[string, Partial<ChannelFacts>, string | undefined, string | undefined]>([
  ['nothing', {}, undefined, undefined],
  ['no right to see it', { missing: ['view', 'send'] }, undefined, 'missing-access'],
  ['no right to send', { missing: ['send'] }, undefined, 'missing-permission'],
  ['no right to attach files', { missing: ['attach-files'] }, undefined, 'missing-permission'],
  ['no right to read the history', { missing: ['read-history'] }, undefined, undefined],
  ['a kind in which nothing can be posted', { kind: undefined }, undefined, 'unknown-channel'],
  ['a forum that asks for a tag', { kind: 'forum', demandsTag: true }, undefined, 'tag-required'],
  ['a tag that is gone', { kind: 'forum', demandsTag: true }, 'old', 'tag-required'],
  ['a tag', { kind: 'forum', demandsTag: true, tags: [{ id: 'news', name: 'News' }] }, 'news', undefined],
])('what is in the way of a post, with %s', (_what, facts, tagId, problem) => {
  const channel: ChannelFacts = {
    ...{ id: 'study', name: 'study', kind: 'text', missing: [] },
    ...{ mayMentionAll: false, demandsTag: false, tags: [], ...facts },
  };
  expect(problemIn(channel, { tagId })).toBe(problem);
});

test('a channel that is gone is in the way', () => {
  expect(problemIn(undefined, { tagId: undefined })).toBe('unknown-channel');
});
