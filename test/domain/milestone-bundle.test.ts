import { expect, test } from 'vitest';
import type { Milestone, MilestoneKind } from '../../src/domain/milestone.ts';
import { bundleMilestones } from '../../src/domain/milestone-bundle.ts';
import { customId } from '../../src/lib/custom-id.ts';
import { instant } from '../support/builders.ts';

const group = { id: 'a1b2c3d4e5f6', serverId: 'server' };
const now = instant('2026-03-09T17:00Z');

const planned = (kind: MilestoneKind, part: number, dueAt: string): Milestone => ({
  groupId: group.id,
  ...{ kind, part, dueAt: instant(dueAt) },
  ...{ moved: undefined, fate: 'planned', postKey: undefined },
});

const codesOf = (milestones: readonly Milestone[]) => milestones.map(({ kind, part }) => `${kind} ${part}`);

test('those of one day are one post, named after the first of them', () => {
  const due = [planned('part', 1, '2026-03-09T17:00Z'), planned('kick-off', 0, '2026-03-09T17:00Z')];
  const { posts, missed } = bundleMilestones(group, due, now);
  const entry = posts[0]?.entry;
  expect(entry).toMatchObject({
    key: 'a1b2c3d4e5f6.m.k',
    marks: ['a1b2c3d4e5f6.m.k', 'a1b2c3d4e5f6.m.p1'],
    order: { kind: 'milestones', codes: ['k', 'p1'] },
    serverId: 'server',
    groupId: 'a1b2c3d4e5f6',
  });
  expect(missed).toEqual([]);
});

test('several that were missed are one post, which is due since the first and of use until a week after the last', () => {
  const due = [planned('week-before', 0, '2026-03-02T17:00Z'), planned('kick-off', 0, '2026-03-09T16:00Z')];
  const entry = bundleMilestones(group, due, now).posts[0]?.entry;
  expect(entry?.order).toMatchObject({ codes: ['w', 'k'] });
  expect(`${entry?.dueAt} ${entry?.notAfter}`).toBe('2026-03-02T17:00:00Z 2026-03-16T16:00:00Z');
});

test.each([
  ['exactly 7 days', '2026-03-02T17:00:00Z', true],
  ['a millisecond more', '2026-03-02T16:59:59.999Z', false],
])('%s late is still posted: %s', (_how, dueAt, isPosted) => {
  const { posts, missed } = bundleMilestones(group, [planned('part', 2, dueAt)], now);
  expect(posts.map(({ milestones }) => codesOf(milestones))).toEqual(isPosted ? [['part 2']] : []);
  expect(codesOf(missed)).toEqual(isPosted ? [] : ['part 2']);
});

test('where all are too late there is no post', () => {
  const { posts, missed } = bundleMilestones(group, [planned('part', 2, '2026-02-01T17:00Z')], now);
  expect(posts).toEqual([]);
  expect(codesOf(missed)).toEqual(['part 2']);
});

test('the marks of any post fit its button, however many were moved onto one day', () => {
  const day = '2026-03-09T17:00Z';
  const due = [1, 2, 3, 4, 5, 6, 7, 8].map((part) => planned('part', part, day));
  const entry = bundleMilestones(group, due, now).posts[0]?.entry;
  expect(entry?.order).toMatchObject({ codes: ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'] });
  expect(() => customId('group', 'next', ...(entry?.marks ?? []))).not.toThrow();
});

test('after a restore, what was due before it is bound though it is too late, a post for each hour', () => {
  const due = [
    planned('week-before', 0, '2026-02-10T17:00Z'),
    planned('kick-off', 0, '2026-02-17T17:00Z'),
    planned('part', 1, '2026-02-17T17:00Z'),
    planned('part', 2, '2026-02-20T17:00Z'),
    planned('part', 3, '2026-03-09T17:00Z'),
  ];
  const { posts, missed } = bundleMilestones(group, due, now, instant('2026-02-19T12:00Z'));
  expect(posts.map(({ milestones }) => codesOf(milestones))).toEqual([
    ['week-before 0'],
    ['kick-off 0', 'part 1'],
    ['part 3'],
  ]);
  expect(codesOf(missed)).toEqual(['part 2']);
});
