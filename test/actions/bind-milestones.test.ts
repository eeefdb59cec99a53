import { expect, test } from 'vitest';
import { announceMilestone } from '../../src/actions/announce-milestone.ts';
import { bindMilestones } from '../../src/actions/bind-milestones.ts';
import { moveMilestone } from '../../src/actions/move-milestone.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { listOutboxRecords } from '../../src/store/outbox-store.ts';
import { instant } from '../support/builders.ts';
import { insertPlannedGroup } from '../support/cohorts.ts';
import { freshDeps } from '../support/database.ts';
import { nightSchool } from '../support/groups.ts';
import { realContent } from '../support/real-content.ts';

/** Night school, whose kick-off is due on Monday, 2 March 2026, at 17:00 UTC. */
async function aPlannedGroup() {
  const deps = await freshDeps({ content: realContent() });
  const group = await insertPlannedGroup(deps.db, nightSchool());
  return {
    deps,
    /** How the posts of milestones stand, and the notices about them. */
    async outbox() {
      const records = await listOutboxRecords(deps.db, group.id);
      return records.map(({ key, order, state }) =>
        order.kind === 'milestones' ? `${state} ${order.codes.join(' ')}` : `${state} ${key}`,
      );
    },
    bind: (at: string) => bindMilestones(deps, [group.id], instant(at)),
    move: (code: { kind: 'kick-off' | 'part'; part: number }, to: string, at: string) =>
      moveMilestone(deps, {
        ...{ groupId: group.id, actorId: 'grace', now: instant(at), id: code, mayReorder: true },
        to: Temporal.PlainDate.from(to),
      }),
  };
}

test('what is held up joins what is due later, as one post', async () => {
  const { bind, outbox } = await aPlannedGroup();
  await bind('2026-02-23T17:00Z');
  await bind('2026-03-02T17:00Z');
  expect(await outbox()).toEqual(['waiting w k p1']);
});

test('what was sent perhaps, or announced by a moderator, stays a post of its own', async () => {
  const { deps, bind, move, outbox } = await aPlannedGroup();
  const input = { groupId: 'night', actorId: 'grace', now: instant('2026-02-24T12:00Z') };
  await announceMilestone(deps, { ...input, id: { kind: 'part', part: 2 }, note: undefined });
  await announceMilestone(deps, { ...input, id: { kind: 'week-before', part: 0 }, note: 'Hello' });
  await bind('2026-03-02T17:00Z');
  await deps.db.updateTable('outbox').set({ attempts: 1 }).where('key', '=', 'night.m.k').execute();
  await move({ kind: 'part', part: 3 }, '2026-03-03', '2026-03-02T18:00Z');
  await bind('2026-03-03T17:00Z');
  expect(await outbox()).toEqual(['waiting e1 p2', 'waiting w', 'waiting k p1', 'waiting p3']);
});

test('what is held up for too long is missed when it would join what is due', async () => {
  const { bind, outbox } = await aPlannedGroup();
  await bind('2026-02-23T17:00Z');
  await bind('2026-03-03T17:00Z');
  expect(await outbox()).toEqual(['waiting k p1', expect.stringContaining('night.n.missed.w')]);
});

test('what is missed, moved and missed once more is told twice', async () => {
  const { deps, bind, move, outbox } = await aPlannedGroup();
  await bind('2026-02-26T12:00Z');
  await deps.db.updateTable('outbox').set({ state: 'sent' }).execute();
  await bind('2026-03-12T12:00Z');
  await move({ kind: 'kick-off', part: 0 }, '2026-03-16', '2026-03-12T13:00Z');
  await bind('2026-03-30T12:00Z');
  const notices = (await outbox()).filter((line) => line.includes('night.n.missed.k'));
  expect(notices).toHaveLength(2);
});
