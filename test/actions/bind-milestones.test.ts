import { expect, test } from 'vitest';
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

test('what is missed, moved and missed once more is told twice', async () => {
  const { bind, move, outbox } = await aPlannedGroup();
  await bind('2026-02-26T12:00Z');
  await bind('2026-03-12T12:00Z');
  await move({ kind: 'kick-off', part: 0 }, '2026-03-16', '2026-03-12T13:00Z');
  await bind('2026-03-30T12:00Z');
  const notices = (await outbox()).filter((line) => line.includes('night.n.missed.k'));
  expect(notices).toHaveLength(2);
});
