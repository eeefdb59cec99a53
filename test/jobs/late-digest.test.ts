import { expect, test } from 'vitest';
import { planMilestones } from '../../src/actions/plan-milestones.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import type { ChannelRight } from '../../src/domain/discord-port.ts';
import { milestoneCode } from '../../src/domain/milestone.ts';
import bindMilestones from '../../src/jobs/bind-milestones.ts';
import { listMilestones } from '../../src/store/milestone-store.ts';
import { findOutboxRecord } from '../../src/store/outbox-store.ts';
import { instant } from '../support/builders.ts';
import { aDesk, start } from '../support/delivery-desk.ts';
import { aChannel, aDiscord, nightSchool } from '../support/groups.ts';

test('of a digest that is held up, what is more than a week late is reported, and the rest is posted', async () => {
  const missing: ChannelRight[] = ['send'];
  const desk = await aDesk({ discord: aDiscord({ channels: [aChannel({ missing })] }) });
  const { deps } = desk;
  const group = nightSchool();
  await planMilestones(deps.db, group, readRoadmap(deps, 'en'), group.createdAt);
  await bindMilestones.run(instant('2026-02-23T17:00Z'), deps); // A week before the kick-off.
  const go = async () => {
    await bindMilestones.run(desk.now(), deps);
    await desk.run();
  };
  await go();
  expect((await findOutboxRecord(deps.db, 'night.m.w'))?.order).toMatchObject({ codes: ['w', 'k', 'p1'] });

  missing.pop();
  desk.pass({ hours: 48 });
  await go();
  await go(); // It is woken for what was taken back.
  const fates = (await listMilestones(deps.db, 'night')).map((row) => `${milestoneCode(row)} ${row.fate}`);
  expect(fates.slice(0, 3)).toEqual(['w missed', 'k posted', 'p1 posted']);
  expect(desk.calls.filter((call) => call.includes('.m.')).at(-1)).toBe('send night.m.k channel');
  const notice = await findOutboxRecord(
    deps.db,
    `night.n.missed.w.${start.subtract({ hours: 168 }).epochMilliseconds}`,
  );
  expect(notice?.state).toBe('sent');
});
