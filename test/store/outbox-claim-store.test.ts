import { expect, test } from 'vitest';
import type { OutboxEntry } from '../../src/domain/outbox.ts';
import type { Db } from '../../src/store/database.ts';
import { migrateToLatest } from '../../src/store/migrate.ts';
import { claimOutboxEntries, findNextClaim } from '../../src/store/outbox-claim-store.ts';
import { beginAttempt, freeEntries, releaseEntry } from '../../src/store/outbox-lease-store.ts';
import { findOutboxRecord, insertOutboxEntry, renewOutboxEntry } from '../../src/store/outbox-store.ts';
import { reopenHeldUp, settleUncertain } from '../../src/store/outbox-trouble-store.ts';
import { instant } from '../support/builders.ts';
import { aCohort, insertPlannedGroup } from '../support/cohorts.ts';
import { freshDatabase, migrationsFolder, openTestDatabase } from '../support/database.ts';
import { freshFolder } from '../support/folder.ts';

const now = instant('2026-03-02T17:00Z');
const after = (seconds: number) => now.add({ seconds });
const post = { key: 'post', dueAt: now, nextAttemptAt: now };
const lease = (id: string, from = now) => ({ id, until: from.add({ seconds: 120 }) });

function anEntry(key: string, overrides: Partial<OutboxEntry> = {}): OutboxEntry {
  const nobody = { groupId: undefined, memberId: undefined, userId: undefined, notAfter: undefined };
  return { key, marks: [key], order: { kind: 'welcome' }, serverId: 'server', dueAt: now, ...nobody, ...overrides };
}

async function insertEntry(db: Db, key: string, overrides: Partial<OutboxEntry> = {}): Promise<void> {
  await insertOutboxEntry(db, anEntry(key, overrides), now);
}

test('what is due is claimed, the earliest first, and what is to come is not', async () => {
  const db = await freshDatabase();
  await insertEntry(db, 'later', { dueAt: after(1) });
  await insertEntry(db, 'second');
  await insertEntry(db, 'first', { dueAt: after(-60) });
  expect(await findNextClaim(db)).toEqual(after(-60));
  expect(await claimOutboxEntries(db, lease('one'), 10, now)).toEqual(['first', 'second']);
  expect(await claimOutboxEntries(db, lease('two'), 10, now)).toEqual([]);
  expect(await findNextClaim(db)).toEqual(after(1));
});

test('no more is claimed than was asked for', async () => {
  const db = await freshDatabase();
  for (const key of ['a', 'b', 'c']) await insertEntry(db, key);
  expect(await claimOutboxEntries(db, lease('one'), 2, now)).toEqual(['a', 'b']);
});

test('two processes never get the same entry', async () => {
  const file = `${freshFolder().path}/cairn.sqlite`;
  const [one, other] = [openTestDatabase(file), openTestDatabase(file)];
  await migrateToLatest(one, migrationsFolder);
  for (let index = 0; index < 100; index += 1) await insertEntry(one, `entry-${index}`);
  const claims = await Promise.all(
    Array.from({ length: 20 }, (_, index) => claimOutboxEntries(index % 2 ? one : other, lease(`${index}`), 7, now)),
  );
  const keys = claims.flat();
  expect(keys).toHaveLength(100);
  expect(new Set(keys).size).toBe(100);
});

test('a lease that is over lets somebody else claim, and its holder begins nothing more', async () => {
  const db = await freshDatabase();
  await insertEntry(db, 'post');
  await claimOutboxEntries(db, lease('one'), 1, now);
  expect(await claimOutboxEntries(db, lease('two', after(119)), 1, after(119))).toEqual([]);
  expect(await claimOutboxEntries(db, lease('two', after(120)), 1, after(120))).toEqual(['post']);
  expect(await beginAttempt(db, 'post', lease('one', after(121)), after(121))).toBe(false);
  expect(await beginAttempt(db, 'post', lease('two', after(121)), after(121))).toBe(true);
});

test('a lease that is over begins nothing, even when nobody else has claimed', async () => {
  const db = await freshDatabase();
  await insertEntry(db, 'post');
  await claimOutboxEntries(db, lease('one'), 1, now);
  expect(await beginAttempt(db, 'post', lease('one', after(120)), after(120))).toBe(false);
});

test('an attempt is written down before it is made, with the instant of the first', async () => {
  const db = await freshDatabase();
  await insertEntry(db, 'post');
  await claimOutboxEntries(db, lease('one'), 1, now);
  await beginAttempt(db, 'post', lease('one'), after(1));
  await beginAttempt(db, 'post', lease('one'), after(9));
  expect(await findOutboxRecord(db, 'post')).toMatchObject({ attempts: 2, firstAttemptAt: after(1), state: 'waiting' });
});

test('what somebody records whose lease was taken counts no more', async () => {
  const db = await freshDatabase();
  await insertEntry(db, 'post');
  await claimOutboxEntries(db, lease('one'), 1, now);
  await claimOutboxEntries(db, lease('two', after(200)), 1, after(200));
  expect(await releaseEntry(db, post, 'one', { state: 'missed' }, after(201))).toBe(false);
  expect(await releaseEntry(db, post, 'two', { state: 'sent', channelId: 'c', messageId: 'm' }, after(201))).toBe(true);
  expect(await findOutboxRecord(db, 'post')).toMatchObject({ state: 'sent', channelId: 'c', messageId: 'm' });
});

test('what is due anew waits for whoever works on it, and what they record counts no more', async () => {
  const db = await freshDatabase();
  await insertEntry(db, 'post');
  await claimOutboxEntries(db, lease('one'), 1, now);
  await renewOutboxEntry(db, anEntry('post', { dueAt: after(10) }), after(10));
  expect(await claimOutboxEntries(db, lease('two'), 1, after(11))).toEqual([]);
  expect(await releaseEntry(db, post, 'one', { state: 'sent' }, after(12))).toBe(false);
  expect(await freeEntries(db, 'one', ['post'])).toBe(true);
  expect(await claimOutboxEntries(db, lease('two'), 1, after(12))).toEqual(['post']);
  expect(await freeEntries(db, 'one', ['post'])).toBe(false);
});

test('what is blocked waits for its time, or until its group or server is tried again', async () => {
  const db = await freshDatabase();
  const group = await insertPlannedGroup(db, aCohort());
  await insertEntry(db, 'post', { groupId: group.id });
  const block = async (nextAttemptAt = now) => {
    await claimOutboxEntries(db, lease('one'), 1, now);
    const change = { state: 'blocked', nextAttemptAt: after(3600), attempts: 0, problem: 'missing-access' } as const;
    await releaseEntry(db, { ...post, nextAttemptAt }, 'one', change, now);
  };
  await block();
  expect(await claimOutboxEntries(db, lease('two'), 1, after(60))).toEqual([]);
  expect(await reopenHeldUp(db, { groupId: 'another' }, after(60))).toBe(0);
  expect(await reopenHeldUp(db, { groupId: group.id }, after(60))).toBe(1);
  expect(await claimOutboxEntries(db, lease('one'), 1, after(60))).toEqual(['post']);
  await block(after(60));
  expect(await reopenHeldUp(db, { serverId: 'server' }, after(60))).toBe(1);
});

/** One that was sent perhaps, and that is looked for again in six hours. */
async function anUncertainEntry(): Promise<Db> {
  const db = await freshDatabase();
  await insertEntry(db, 'post');
  await claimOutboxEntries(db, lease('one'), 1, now);
  await beginAttempt(db, 'post', lease('one'), now);
  const change = { state: 'uncertain', nextAttemptAt: after(21_600), attempts: 1 } as const;
  await releaseEntry(db, post, 'one', change, now);
  return db;
}

test('an uncertain entry is decided once', async () => {
  const db = await anUncertainEntry();
  expect(await settleUncertain(db, 'post', { state: 'waiting', notAfter: after(99) }, after(9))).toBe(true);
  expect(await settleUncertain(db, 'post', { state: 'sent' }, after(9))).toBe(false);
  expect(await findOutboxRecord(db, 'post')).toMatchObject({
    state: 'waiting',
    attempts: 0,
    decisions: 1,
    notAfter: after(99),
  });
});

test('a moderator who decides while an uncertain entry is looked for comes first, and nothing is sent beside that', async () => {
  const db = await anUncertainEntry();
  expect(await claimOutboxEntries(db, lease('two', after(21_600)), 1, after(21_600))).toEqual(['post']);
  expect(await settleUncertain(db, 'post', { state: 'sent' }, after(21_601))).toBe(true);
  expect(await beginAttempt(db, 'post', lease('two', after(21_602)), after(21_602))).toBe(false);
  const again = { state: 'uncertain', nextAttemptAt: after(99_999), attempts: 1 } as const;
  expect(await releaseEntry(db, post, 'two', again, after(21_602))).toBe(false);
  expect((await findOutboxRecord(db, 'post'))?.state).toBe('sent');
});

test('what is being sent after a look is nobody’s decision any more', async () => {
  const db = await anUncertainEntry();
  await claimOutboxEntries(db, lease('two', after(21_600)), 1, after(21_600));
  expect(await beginAttempt(db, 'post', lease('two', after(21_601)), after(21_601))).toBe(true);
  expect(await settleUncertain(db, 'post', { state: 'waiting', notAfter: after(99) }, after(21_602))).toBe(false);
});
