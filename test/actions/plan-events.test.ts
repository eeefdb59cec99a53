import { expect, test } from 'vitest';
import { claimOutbox } from '../../src/actions/claim-outbox.ts';
import { pauseGroup, resumeGroup } from '../../src/actions/pause-group.ts';
import { planEvents } from '../../src/actions/plan-events.ts';
import { skipMilestone } from '../../src/actions/skip-milestone.ts';
import type { OutboxRecord } from '../../src/domain/outbox.ts';
import { listOutboxRecords } from '../../src/store/outbox-store.ts';
import { instant } from '../support/builders.ts';
import { insertPlannedGroup } from '../support/cohorts.ts';
import { freshDeps } from '../support/database.ts';
import { nightSchool } from '../support/groups.ts';
import { realContent } from '../support/real-content.ts';

const now = instant('2026-02-10T12:00Z');
const group = nightSchool({ showsEvents: true, schedule: { validFrom: now } });

const shown = (records: readonly OutboxRecord[]) =>
  records.map(({ key, order, state }) => `${key} ${(order.kind === 'event' && order.at) || 'gone'} ${state}`).sort();

async function planned(overrides = group) {
  const deps = await freshDeps({ content: realContent() });
  await insertPlannedGroup(deps.db, overrides, now);
  return deps;
}

test('the next three posts appear as events, each once', async () => {
  const { db } = await planned();
  expect(shown(await listOutboxRecords(db, 'night'))).toEqual([
    'night.v.p1 2026-03-02T17:00:00Z waiting',
    'night.v.p2 2026-04-02T16:00:00Z waiting',
    'night.v.w 2026-02-23T17:00:00Z waiting',
  ]);
});

test('a group that shows none has none', async () => {
  const { db } = await planned(nightSchool());
  expect(await listOutboxRecords(db, 'night')).toEqual([]);
});

test('what is no longer to come goes, the one after moves up, and nothing else is touched', async () => {
  const deps = await planned();
  await deps.db.updateTable('outbox').set({ state: 'sent', message_id: 'event-1' }).execute();
  await skipMilestone(deps, { groupId: 'night', actorId: 'grace', now, id: { kind: 'part', part: 2 } });
  const records = await listOutboxRecords(deps.db, 'night');
  expect(shown(records)).toEqual([
    'night.v.e1 2026-04-02T16:00:00Z waiting',
    'night.v.p1 2026-03-02T17:00:00Z sent',
    'night.v.p2 gone waiting',
    'night.v.w 2026-02-23T17:00:00Z sent',
  ]);
  expect(records.find(({ key }) => key === 'night.v.p2')?.messageId).toBe('event-1');
});

test('while a group is paused it has no events, and when it goes on they come back with their new dates', async () => {
  const deps = await planned();
  const records = async () => shown(await listOutboxRecords(deps.db, 'night', 'event'));
  await pauseGroup(deps, { groupId: 'night', actorId: 'grace', now });
  expect(await records()).toEqual(['night.v.p1 gone waiting', 'night.v.p2 gone waiting', 'night.v.w gone waiting']);
  const later = now.add({ hours: 4 * 24 });
  await resumeGroup(deps, { groupId: 'night', actorId: 'grace', now: later, shifts: true });
  expect(await records()).toEqual([
    'night.v.p1 2026-03-06T17:00:00Z waiting',
    'night.v.p2 2026-04-06T16:00:00Z waiting',
    'night.v.w 2026-02-27T17:00:00Z waiting',
  ]);
});

test('an event that has begun ends by itself', async () => {
  const { db } = await planned();
  await db.updateTable('outbox').set({ state: 'sent' }).execute();
  await planEvents(db, group, instant('2026-02-23T17:00Z'));
  expect(shown(await listOutboxRecords(db, 'night'))).toEqual([
    'night.v.p1 2026-03-02T17:00:00Z sent',
    'night.v.p2 2026-04-02T16:00:00Z sent',
    'night.v.p3 2026-05-02T16:00:00Z waiting',
    'night.v.w 2026-02-23T17:00:00Z sent',
  ]);
});

test('an event that is renewed waits until whoever works on it is done', async () => {
  const deps = await planned();
  await deps.db.updateTable('outbox').set({ lease_id: 'busy', lease_until: '2026-02-10T12:02:00.000Z' }).execute();
  await skipMilestone(deps, { groupId: 'night', actorId: 'grace', now, id: { kind: 'part', part: 2 } });
  const claimed = async (after: number) => (await claimOutbox(deps, 'posts', 10, now.add({ seconds: after }))).keys;
  expect(await claimed(0)).toEqual(['night.v.e1']); // It moves up.
  expect(await claimed(120)).toContain('night.v.p2');
});
