import { expect, test } from 'vitest';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import { applyChanges, recordsOf } from '../../src/domain/progress-changes.ts';
import type { Db } from '../../src/store/database.ts';
import { insertMember } from '../../src/store/member-store.ts';
import {
  findLastEventTime,
  findProgressEvent,
  insertProgressEvent,
  listItemRecords,
  listStandingEvents,
} from '../../src/store/progress-store.ts';
import { instant } from '../support/builders.ts';
import { freshDatabase } from '../support/database.ts';
import { aMember } from '../support/progress-builders.ts';

const noon = instant('2026-03-02T12:00Z');

function anEvent(overrides: Partial<ProgressEvent> = {}): ProgressEvent {
  const changes = [{ itemId: 'sql/joins', from: 'open', to: 'done' }] as const;
  return { id: 'event-1', memberId: 'member-ada', at: noon, changes, undoes: undefined, ...overrides };
}

async function adasDatabase(): Promise<Db> {
  const db = await freshDatabase();
  await insertMember(db, aMember());
  return db;
}

/** Applies an event to what is stored, and keeps it. */
async function keep(db: Db, event: ProgressEvent): Promise<void> {
  const records = recordsOf(await listItemRecords(db, event.memberId, 'backend'));
  await insertProgressEvent(db, 'backend', event, applyChanges(records, event.changes, event));
}

test('an event comes back as it went in, with what it replaced and what it restored', async () => {
  const db = await adasDatabase();
  const mark = { since: noon, eventId: 'event-1' };
  const changes = [{ itemId: 'sql', from: 'aside', to: 'started', replaces: mark, restores: mark }] as const;
  await keep(db, anEvent());
  await keep(db, anEvent({ id: 'event-2', changes, undoes: 'event-1' }));

  const found = await findProgressEvent(db, 'member-ada', 'backend', 'event-2');
  expect(JSON.stringify(found?.event)).toBe(JSON.stringify(anEvent({ id: 'event-2', changes, undoes: 'event-1' })));
  expect(found?.isUndone).toBe(false);
  expect((await findProgressEvent(db, 'member-ada', 'backend', 'event-1'))?.isUndone).toBe(true);
});

test.each([
  { whose: 'of nobody', memberId: 'member-ada', roadmapId: 'backend', id: 'event-9' },
  { whose: 'of somebody else', memberId: 'member-bea', roadmapId: 'backend', id: 'event-1' },
  { whose: 'of another roadmap', memberId: 'member-ada', roadmapId: 'frontend', id: 'event-1' },
])('an event $whose is not found', async ({ memberId, roadmapId, id }) => {
  const db = await adasDatabase();
  await keep(db, anEvent());
  expect(await findProgressEvent(db, memberId, roadmapId, id)).toBeUndefined();
  expect(await findProgressEvent(db, 'member-ada', 'backend', 'event-1')).toBeDefined();
});

test('records are set, changed and taken away, each with the event that did it', async () => {
  const db = await adasDatabase();
  await keep(db, anEvent());
  await keep(db, anEvent({ id: 'event-2', changes: [{ itemId: 'sql', from: 'open', to: 'aside' }] }));
  await keep(db, anEvent({ id: 'event-3', changes: [{ itemId: 'sql', from: 'aside', to: 'done' }] }));
  await keep(db, anEvent({ id: 'event-4', changes: [{ itemId: 'sql/joins', from: 'done', to: 'open' }] }));
  expect(
    (await listItemRecords(db, 'member-ada', 'backend')).map(({ itemId, state, eventId }) => [itemId, state, eventId]),
  ).toEqual([['sql', 'done', 'event-3']]);
  expect(await listItemRecords(db, 'member-bea', 'backend')).toEqual([]);
  expect(await listItemRecords(db, 'member-ada', 'frontend')).toEqual([]);
});

test('an event is taken back at most once, whatever the program believes', async () => {
  const db = await adasDatabase();
  await keep(db, anEvent());
  await keep(db, anEvent({ id: 'event-2', changes: [], undoes: 'event-1' }));
  await expect(keep(db, anEvent({ id: 'event-3', changes: [], undoes: 'event-1' }))).rejects.toThrow('UNIQUE');
});

test('what stands since a moment is later than it, was not taken back, and takes nothing back', async () => {
  const db = await adasDatabase();
  expect(await findLastEventTime(db, 'member-ada', 'backend')).toBeUndefined();
  for (const [number, undoes] of [undefined, undefined, undefined, 'event-1'].entries()) {
    await keep(db, anEvent({ id: `event-${number}`, at: noon.add({ minutes: number }), undoes }));
  }
  expect((await listStandingEvents(db, 'member-ada', 'backend', noon)).map(({ id }) => id)).toEqual(['event-2']);
  expect((await findLastEventTime(db, 'member-ada', 'backend'))?.toString()).toBe('2026-03-02T12:03:00Z');
});
