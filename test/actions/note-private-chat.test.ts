import { expect, test } from 'vitest';
import { changeReminders } from '../../src/actions/change-reminders.ts';
import { checkIn } from '../../src/actions/check-in.ts';
import type { Deps } from '../../src/actions/deps.ts';
import { hideCheckIn } from '../../src/actions/hide-check-in.ts';
import { notePrivateChat } from '../../src/actions/note-private-chat.ts';
import { tellClosedChat } from '../../src/actions/tell-closed-chat.ts';
import type { OutboxOrder } from '../../src/domain/outbox.ts';
import { findPrivateChat } from '../../src/store/check-in-setting-store.ts';
import { findCheckInOf } from '../../src/store/check-in-store.ts';
import { findMemberById } from '../../src/store/member-store.ts';
import { aLearner, checkInDeps, WEDNESDAY } from '../support/check-in-people.ts';
import { aContent } from '../support/check-ins.ts';

const FIRST = 'early.c.1';
const nudge = { kind: 'nudge', periodId: FIRST, pairId: 'pair' } as const;
const reminder = { kind: 'reminder', periodId: FIRST, step: 'p' } as const;
const LATER = WEDNESDAY.add({ hours: 24 * 7 });

const closed = { kind: 'failed', problem: 'closed-private-chat' } as const;

/** Ada, to whom messages are sent that do not arrive. */
async function story() {
  const deps = await checkInDeps();
  const ada = await aLearner(deps, 'ada');
  const fails = (order: OutboxOrder, now = WEDNESDAY) =>
    notePrivateChat(deps.db, { order, userId: 'ada' }, closed, now);
  const arrives = (now = WEDNESDAY) =>
    notePrivateChat(deps.db, { order: nudge, userId: 'ada' }, { kind: 'sent', channelId: 'chat' }, now);
  const told = (now = WEDNESDAY) => tellClosedChat(deps, { userId: 'ada', now });
  return { deps, ada, fails, arrives, told };
}

test('whoever has no reminders is told what it was, and not that theirs were turned off', async () => {
  const { fails, told } = await story();
  expect(await told()).toBeUndefined();
  await fails(nudge);
  expect(await told()).toEqual({ kinds: ['nudge'], endsReminders: false, hidden: [] });
  expect(await told()).toBeUndefined();
});

test('while the chat stays closed nothing is told again; once it was open, it is', async () => {
  const { deps, fails, arrives, told } = await story();
  await fails(nudge);
  await told();
  await fails({ kind: 'help-wish', requestId: 'help' }, LATER);
  expect(await told(LATER)).toBeUndefined();
  expect(await findPrivateChat(deps.db, 'ada')).toMatchObject({ closedAt: WEDNESDAY, toldAt: WEDNESDAY });
  await arrives(LATER);
  await fails(nudge, LATER);
  expect(await told(LATER)).toMatchObject({ kinds: ['nudge'] });
});

test('reminders go off with the first one that does not arrive, and again when they were turned on since', async () => {
  const { deps, ada, fails, told } = await story();
  for (const now of [WEDNESDAY, LATER]) {
    await changeReminders(deps, { member: ada, reminders: 'light', now });
    await fails(reminder, now);
    expect(await told(now)).toEqual({ kinds: ['reminder'], endsReminders: true, hidden: [] });
    expect((await findMemberById(deps.db, ada.id))?.reminders).toBe('off');
  }
});

test('several presses at once are told once', async () => {
  const { fails, told } = await story();
  await fails(nudge);
  expect((await Promise.all([told(), told(), told()])).filter(Boolean)).toHaveLength(1);
});

/** Hides Ada's check-in, or shows it again, and gives the order that tells her. */
async function hidden(deps: Deps, hide: boolean): Promise<OutboxOrder> {
  const { id: checkInId = '' } = (await findCheckInOf(deps.db, 'member-ada', FIRST)) ?? {};
  const moderator = { userId: 'mo', serverId: 'study-hall', managesServer: true, roleIds: [] };
  await hideCheckIn(deps, moderator, { checkInId, hide, now: WEDNESDAY });
  return { kind: 'hidden-note', checkInId };
}

test('of a hidden check-in its author hears, also when they know that they cannot be written to', async () => {
  const { deps, ada, fails, arrives, told } = await story();
  await checkIn(deps, { member: ada, periodId: FIRST, content: aContent(), language: 'en', now: WEDNESDAY });
  await fails(nudge);
  await told();
  await fails(await hidden(deps, true));
  await arrives();
  expect(await told()).toMatchObject({ kinds: [], hidden: [{ id: FIRST }] });
  expect(await told()).toBeUndefined();
  await fails(await hidden(deps, true));
  await hidden(deps, false);
  expect(await told()).toBeUndefined();
});
