import { expect, test } from 'vitest';
import { checkIn } from '../../src/actions/check-in.ts';
import { decideUncertain } from '../../src/actions/decide-uncertain.ts';
import { planBreak } from '../../src/actions/plan-break.ts';
import { retryBlocked } from '../../src/actions/retry-blocked.ts';
import { undoGroupChange } from '../../src/actions/undo-group-change.ts';
import type { ChannelRight } from '../../src/domain/discord-port.ts';
import { periodId } from '../../src/domain/period.ts';
import openPeriods from '../../src/jobs/open-periods.ts';
import { insertMembership } from '../../src/store/membership-store.ts';
import { findOutboxRecord, listOutboxRecords } from '../../src/store/outbox-store.ts';
import { instant } from '../support/builders.ts';
import { aContent } from '../support/check-ins.ts';
import { aDesk } from '../support/delivery-desk.ts';
import { aChannel, aDiscord } from '../support/groups.ts';
import { day } from '../support/plans.ts';
import { joined } from '../support/progress-builders.ts';

const found = (key: string) => ({
  kind: 'looked' as const,
  found: new Map([[key, { channelId: 'study', messageId: '7' }]]),
});

/** A channel in which the bot may not read what stands there, until the test gives that back. */
async function aBlindDesk() {
  const missing: ChannelRight[] = ['read-history'];
  const desk = await aDesk({ discord: aDiscord({ channels: [aChannel({ missing })] }) });
  return {
    ...desk,
    see: () => missing.splice(0),
    /** The answer to its first sending is lost, so nobody knows whether it is there; then a moderator says that it is. */
    async confirm(key: string) {
      desk.answers.push({ kind: 'lost' });
      await desk.run();
      desk.pass({ minutes: 1 });
      await desk.run();
      expect(await desk.stateOf(key)).toBe('uncertain');
      await decideUncertain(desk.deps, { groupId: 'night', key, isThere: true, actorId: 'mod', now: desk.now() });
      await desk.run();
      expect(await desk.stateOf(key)).toBe('sent');
      desk.calls.length = 0;
    },
  };
}

const change = (desk: { now(): ReturnType<typeof instant> }) => ({ groupId: 'night', actorId: 'mod', now: desk.now() });

test('what a moderator says is there is found once it can be read, and what was changed meanwhile is corrected', async () => {
  const desk = await aBlindDesk();
  const span = { firstDay: day('2026-04-06'), lastDay: day('2026-04-12') };
  const outcome = await planBreak(desk.deps, { ...change(desk), span });
  const [notice] = await listOutboxRecords(desk.deps.db, 'night', 'break-notice');
  const key = notice?.key ?? '';
  await desk.confirm(key);
  await undoGroupChange(desk.deps, { ...change(desk), changeId: outcome.kind === 'planned' ? outcome.changeId : '' });
  desk.see();
  desk.looks.push(found(key));
  desk.pass({ hours: 7 });
  await desk.run();
  await desk.run();
  expect(await findOutboxRecord(desk.deps.db, key)).toMatchObject({ channelId: 'study', messageId: '7' });
  expect(desk.calls).toEqual([
    `look ${key}`,
    expect.stringContaining('edit 7 Every date is where it would be without it.'),
  ]);
});

test('the thread of a period goes on below the message that a moderator says is there', async () => {
  const desk = await aBlindDesk();
  const ada = await joined(desk.deps, { joinedAt: desk.now() });
  const membership = { id: 'in-ada', memberId: ada.id, groupId: 'night', joinedAt: desk.now(), leftAt: undefined };
  await insertMembership(desk.deps.db, membership);
  await openPeriods.run(desk.now(), desk.deps);
  desk.pass(instant('2026-03-08T17:00Z').since(desk.now()));
  await openPeriods.run(desk.now(), desk.deps);
  await desk.confirm('night.c.1.s');
  desk.see();
  desk.looks.push(found('night.c.1.s'));
  await retryBlocked(desk.deps, { serverId: 'study-hall', now: desk.now() }); // As when its rights change.
  await desk.run();
  expect(desk.calls).toEqual(['look night.c.1.s', 'thread 7']);
  const input = { member: ada, periodId: periodId('night', 1), content: aContent(), language: 'en', now: desk.now() };
  expect((await checkIn(desk.deps, input)).kind).toBe('written');
  await desk.run();
  expect(desk.calls.at(-1)).toMatch(/^send night\.c\.1\.k\.\S+ thread$/);
});

test('what is not there, though a moderator said so, is not posted, and not looked for again', async () => {
  const desk = await aBlindDesk();
  await desk.order('night.w.1');
  await desk.confirm('night.w.1');
  desk.see();
  desk.pass({ hours: 7 });
  await desk.run();
  desk.pass({ hours: 7 });
  await desk.run();
  expect(desk.calls).toEqual(['look night.w.1']);
  expect(await desk.stateOf('night.w.1')).toBe('sent');
});

test('where it cannot be read for a week, it stays as the moderator said', async () => {
  const desk = await aBlindDesk();
  await desk.order('night.w.1');
  await desk.confirm('night.w.1');
  for (let day = 0; day < 8; day += 1) {
    desk.pass({ hours: 24 });
    await desk.run();
  }
  desk.see();
  desk.pass({ hours: 24 });
  await desk.run();
  expect(desk.calls).toEqual([]);
  expect(await desk.stateOf('night.w.1')).toBe('sent');
});
