import { expect, test } from 'vitest';
import { addPause } from '../../src/actions/add-pause.ts';
import { checkIn } from '../../src/actions/check-in.ts';
import type { Deps } from '../../src/actions/deps.ts';
import { endReminders } from '../../src/actions/end-reminders.ts';
import { hideCheckIn } from '../../src/actions/hide-check-in.ts';
import { leaveGroup } from '../../src/actions/join-group.ts';
import { setStepState } from '../../src/actions/set-step-state.ts';
import { snoozeReminder } from '../../src/actions/snooze-reminder.ts';
import { takeBackCheckIn } from '../../src/actions/take-back-check-in.ts';
import type { CheckInContent } from '../../src/domain/check-in.ts';
import type { Member } from '../../src/domain/member.ts';
import type { Temporal } from '../../src/lib/temporal.ts';
import { saveCheckInSetting } from '../../src/store/check-in-setting-store.ts';
import { findCheckInOf, listRevisions, saveCard } from '../../src/store/check-in-store.ts';
import { findMember } from '../../src/store/member-store.ts';
import { listOutboxRecords } from '../../src/store/outbox-store.ts';
import { listItemRecords } from '../../src/store/progress-store.ts';
import { instant } from '../support/builders.ts';
import { aLearner, checkInDeps, IN_GRACE, WEDNESDAY } from '../support/check-in-people.ts';
import { aContent } from '../support/check-ins.ts';
import { day } from '../support/plans.ts';
import { realRoadmap } from '../support/real-content.ts';

const FIRST = 'early.c.1';
const MODERATOR = { userId: 'grace', serverId: 'study-hall', managesServer: true, roleIds: [] };

/** Ada of Early birds, or alone, and how she checks in. */
async function story({ isAlone = false } = {}) {
  let wakes = 0;
  const deps = await checkInDeps({
    wake: () => {
      wakes += 1;
    },
  });
  const ada = await aLearner(deps, 'ada', { isAlone });
  wakes = 0;
  const says = (content: Partial<CheckInContent>, now = WEDNESDAY, periodId = FIRST) =>
    checkIn(deps, { member: ada, periodId, content: aContent(content), language: 'en', now });
  return { deps, ada, says, wakes: () => wakes };
}

/** What is ordered, without its ids: "card", "card-edit". */
async function orders(deps: Deps): Promise<string[]> {
  const records = await deps.db.selectFrom('outbox').select('operation').orderBy('created_at').orderBy('key').execute();
  return records.map(({ operation }) => operation).filter((operation) => operation !== 'role');
}

/** As the delivery does when it has posted the card. */
async function posted(deps: Deps, checkInId: string, messageId = 'card-1'): Promise<void> {
  await saveCard(deps.db, checkInId, { channelId: 'thread', messageId });
}

const own = (deps: Deps, ada: Member, periodId = FIRST) => findCheckInOf(deps.db, ada.id, periodId);

test('a first check-in is kept, and orders the thread and its card', async () => {
  const { deps, ada, says, wakes } = await story();
  expect(await says({})).toMatchObject({ kind: 'written', group: { id: 'early' }, streak: { kept: 1 } });
  expect(await own(deps, ada)).toMatchObject({ did: 'Read about indexes.', counts: true });
  const records = await listOutboxRecords(deps.db, 'early');
  const { id } = (await own(deps, ada)) ?? {};
  expect(records.map(({ key }) => key)).toEqual([`${FIRST}.k.${id}`, `${FIRST}.s`]);
  expect(wakes()).toBe(1);
});

test('whoever checks in is seen there, wherever they do it', async () => {
  const { deps, ada, says } = await story();
  const seen = async () => (await findMember(deps.db, ada.serverId, ada.userId))?.seenAt.toString();
  await says({});
  expect(await seen()).toBe(WEDNESDAY.toString());
  await says({}, IN_GRACE);
  expect(await seen()).toBe(IN_GRACE.toString());
});

test('putting a reminder off, and ending them, are signs of the member, too', async () => {
  const { deps, ada } = await story();
  const seen = async () => (await findMember(deps.db, ada.serverId, ada.userId))?.seenAt.toString();
  await snoozeReminder(deps, { userId: ada.userId, periodId: FIRST, now: IN_GRACE });
  expect(await seen()).toBe(IN_GRACE.toString());
  const later = IN_GRACE.add({ hours: 1 });
  await endReminders(deps, { userId: ada.userId, periodId: FIRST, now: later });
  expect(await seen()).toBe(later.toString());
  await snoozeReminder(deps, { userId: 'somebody', periodId: FIRST, now: later.add({ hours: 1 }) });
  expect(await seen()).toBe(later.toString());
});

test('the same form twice, or from two devices at once, is one check-in and one card', async () => {
  const { deps, ada, says, wakes } = await story();
  const outcomes = await Promise.all([says({}), says({}), says({})]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['unchanged', 'unchanged', 'written']);
  expect(await orders(deps)).toEqual(['card', 'starter']);
  expect(await listRevisions(deps.db, (await own(deps, ada))?.id ?? '')).toHaveLength(1);
  expect(wakes()).toBe(1);
});

test('two different forms at once are one check-in that says what came last', async () => {
  const { deps, ada, says } = await story();
  const outcomes = await Promise.all([says({ did: 'On the phone.' }), says({ did: 'At the desk.' })]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['written', 'corrected']);
  expect((await own(deps, ada))?.did).toBe('At the desk.');
  expect(await orders(deps)).toEqual(['card-edit', 'card', 'starter']);
});

test('a correction and the note that a card was hidden outlast leaving the group', async () => {
  const { deps, ada, says } = await story();
  await says({});
  const { id = '' } = (await own(deps, ada)) ?? {};
  await posted(deps, id);
  await says({ did: 'Other words.' });
  await hideCheckIn(deps, MODERATOR, { checkInId: id, hide: true, now: WEDNESDAY });
  await leaveGroup(deps, { member: ada, now: WEDNESDAY });
  const rows = await deps.db.selectFrom('outbox').select(['operation', 'state']).orderBy('operation').execute();
  expect(rows.filter(({ operation }) => operation !== 'role')).toEqual([
    { operation: 'card', state: 'dropped' },
    { operation: 'card-edit', state: 'waiting' },
    { operation: 'hidden-note', state: 'waiting' },
    { operation: 'removal', state: 'waiting' },
    { operation: 'starter', state: 'waiting' },
  ]);
});

test('two members at once share one thread', async () => {
  const { deps, says } = await story();
  const bo = await aLearner(deps, 'bo');
  const other = { member: bo, periodId: FIRST, content: aContent(), language: 'en', now: WEDNESDAY };
  await Promise.all([says({}), checkIn(deps, other)]);
  expect((await orders(deps)).filter((kind) => kind === 'starter')).toHaveLength(1);
  expect((await orders(deps)).filter((kind) => kind === 'card')).toHaveLength(2);
});

test.each([
  ['at the first moment of the week', '2026-03-01T23:00:00.000Z', 'written'],
  ['a millisecond before it', '2026-03-01T22:59:59.999Z', 'not-open'],
  ['at the last moment of the grace', '2026-03-10T22:59:59.999Z', 'written'],
  ['when the grace has ended', '2026-03-10T23:00:00.000Z', 'not-open'],
])('%s a first check-in for the week is %s', async (_when, now, kind) => {
  const { deps, says } = await story();
  await deps.db.updateTable('membership').set({ joined_at: '2026-02-20T12:00:00.000Z' }).execute();
  expect((await says({}, instant(now))).kind).toBe(kind);
});

test('where clocks go forward, the grace ends at midnight there', async () => {
  const { says } = await story(); // Berlin: on Sunday 29 March 2026 an hour is skipped.
  const week = 'early.c.4';
  expect((await says({}, instant('2026-03-31T22:00:00.000Z'), week)).kind).toBe('not-open');
  expect((await says({}, instant('2026-03-31T21:59:59.999Z'), week)).kind).toBe('written');
});

test('what is not yours to write is not written: another group, a made-up period, one to come', async () => {
  const { deps, says } = await story();
  for (const periodId of ['night.c.1', 'early.c.2', 'member-bo.c.1', 'nonsense', '']) {
    expect((await says({}, WEDNESDAY, periodId)).kind).toBe('not-open');
  }
  expect(await orders(deps)).toEqual([]);
});

test('a correction is possible for ever, and keeps the period that was kept', async () => {
  const { deps, ada, says } = await story();
  await says({});
  const late = await says({ did: 'More than that.' }, instant('2026-06-01T12:00Z'));
  expect(late).toMatchObject({ kind: 'corrected', checkIn: { counts: true } });
  expect((await own(deps, ada))?.did).toBe('More than that.');
});

test('whoever left the group can still correct what they said there', async () => {
  const { deps, ada, says } = await story();
  await says({});
  await leaveGroup(deps, { member: ada, now: WEDNESDAY });
  expect((await says({ did: 'Corrected.' }, IN_GRACE)).kind).toBe('corrected');
});

test('only for me: nothing is ordered; ticked later, the card goes; unticked, another one comes', async () => {
  const { deps, ada, says } = await story();
  await says({ isPrivate: true });
  expect(await orders(deps)).toEqual([]);
  await says({ isPrivate: false });
  expect(await orders(deps)).toEqual(['card', 'starter']);
  await posted(deps, (await own(deps, ada))?.id ?? '');
  await says({ isPrivate: true });
  expect((await orders(deps)).sort()).toEqual(['card', 'removal', 'starter']);
  expect((await own(deps, ada))?.card).toBeUndefined();
  await says({ isPrivate: false });
  expect((await orders(deps)).filter((kind) => kind === 'card')).toHaveLength(2);
});

test('the removal of a card names nobody, so that it is carried out whatever happens to them', async () => {
  const { deps, ada, says } = await story();
  await says({});
  await posted(deps, (await own(deps, ada))?.id ?? '');
  await takeBackCheckIn(deps, { member: ada, checkInId: (await own(deps, ada))?.id ?? '', now: WEDNESDAY });
  const removal = await deps.db.selectFrom('outbox').selectAll().where('key', '=', 'removal.card-1').executeTakeFirst();
  expect(removal).toMatchObject({ member_id: null, user_id: null, group_id: null, server_id: 'study-hall' });
});

test('taken back in time it does not count; after the grace it does; twice changes nothing', async () => {
  for (const [now, counts] of [
    [WEDNESDAY, false],
    [instant('2026-03-11T12:00Z'), true],
  ] as const) {
    const { deps, ada, says } = await story();
    await says({});
    const checkInId = (await own(deps, ada))?.id ?? '';
    const input = { member: ada, checkInId, now };
    const kinds = await Promise.all([takeBackCheckIn(deps, input), takeBackCheckIn(deps, input)]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['taken-back', 'already']);
    expect(await own(deps, ada)).toMatchObject({ counts, did: 'Read about indexes.' });
    expect(await listRevisions(deps.db, checkInId)).toHaveLength(2);
  }
});

test('nobody takes back what another member wrote', async () => {
  const { deps, ada, says } = await story();
  const bo = await aLearner(deps, 'bo');
  await says({});
  const checkInId = (await own(deps, ada))?.id ?? '';
  expect((await takeBackCheckIn(deps, { member: bo, checkInId, now: WEDNESDAY })).kind).toBe('not-yours');
  expect((await own(deps, ada))?.takenBackAt).toBeUndefined();
});

test('what was taken back can be written anew, with another card', async () => {
  const { deps, ada, says } = await story();
  await says({});
  const checkInId = (await own(deps, ada))?.id ?? '';
  await takeBackCheckIn(deps, { member: ada, checkInId, now: WEDNESDAY });
  expect(await says({})).toMatchObject({ kind: 'corrected', checkIn: { takenBackAt: undefined, counts: true } });
  expect((await orders(deps)).filter((kind) => kind === 'card')).toHaveLength(2);
});

test('a moderator hides a card once: it goes, its author is told, nothing is rewritten', async () => {
  const { deps, ada, says } = await story();
  await says({});
  const checkInId = (await own(deps, ada))?.id ?? '';
  await posted(deps, checkInId);
  const hide = { checkInId, hide: true, now: IN_GRACE };
  const kinds = await Promise.all([hideCheckIn(deps, MODERATOR, hide), hideCheckIn(deps, MODERATOR, hide)]);
  expect(kinds.map(({ kind }) => kind)).toEqual(['hidden', 'already']);
  expect(await own(deps, ada)).toMatchObject({ did: 'Read about indexes.', counts: true });
  expect((await orders(deps)).sort()).toEqual(['card', 'hidden-note', 'removal', 'starter']);
  expect((await hideCheckIn(deps, MODERATOR, { ...hide, hide: false })).kind).toBe('shown');
  expect((await orders(deps)).filter((kind) => kind === 'card')).toHaveLength(2);
});

test('a hidden check-in stays hidden when it is corrected', async () => {
  const { deps, ada, says } = await story();
  await says({});
  const checkInId = (await own(deps, ada))?.id ?? '';
  await hideCheckIn(deps, MODERATOR, { checkInId, hide: true, now: WEDNESDAY });
  const before = (await orders(deps)).length;
  await says({ did: 'Something kinder.' });
  expect(await own(deps, ada)).toMatchObject({ did: 'Something kinder.', hiddenAt: WEDNESDAY });
  expect(await orders(deps)).toHaveLength(before);
});

test.each([
  ['an ordinary member', { ...MODERATOR, managesServer: false }, 'not-moderator'],
  ['a moderator of another server', { ...MODERATOR, serverId: 'elsewhere' }, 'not-there'],
  ['somebody in the private chat', { ...MODERATOR, serverId: undefined }, 'not-there'],
])('%s hides nothing', async (_who, caller, kind) => {
  const { deps, ada, says } = await story();
  await says({});
  const checkInId = (await own(deps, ada))?.id ?? '';
  expect((await hideCheckIn(deps, caller, { checkInId, hide: true, now: WEDNESDAY })).kind).toBe(kind);
  expect((await own(deps, ada))?.hiddenAt).toBeUndefined();
});

test('the step ticked as finished is done, once, and opening it again lasts', async () => {
  const { deps, ada, says } = await story();
  const [step] = realRoadmap().steps;
  const finishedStepId = step?.id;
  expect(await says({ finishedStepId })).toMatchObject({ finished: { kind: 'changed' } });
  const isDone = async () =>
    (await listItemRecords(deps.db, ada.id, realRoadmap().id)).some(
      ({ itemId, state }) => itemId === finishedStepId && state === 'done',
    );
  expect(await isDone()).toBe(true);
  await setStepState(deps, { member: ada, step: finishedStepId ?? '', to: 'open', language: 'en', now: WEDNESDAY });
  expect(await says({ finishedStepId, did: 'Another word.' })).toMatchObject({ finished: undefined });
  expect(await isDone()).toBe(false);
});

test('whoever learns alone checks in for their own week, and nothing is ordered', async () => {
  const { deps, ada, says } = await story({ isAlone: true });
  const week = `${ada.id}.c.1`;
  expect(await says({ isPrivate: true }, WEDNESDAY, week)).toMatchObject({ kind: 'written', group: undefined });
  expect(await says({ isPrivate: true }, WEDNESDAY, week)).toMatchObject({ kind: 'unchanged' });
  expect(await orders(deps)).toEqual([]);
});

test('the streak is left out for whoever turned it off', async () => {
  const { deps, ada, says } = await story();
  await saveCheckInSetting(deps.db, ada.id, { showsStreak: false });
  expect(await says({})).toMatchObject({ kind: 'written', streak: undefined });
});

test('a check-in in a pause counts', async () => {
  const { deps, ada, says } = await story();
  const span = { firstDay: day('2026-03-02'), lastDay: day('2026-03-08') };
  await addPause(deps, { member: ada, span, now: WEDNESDAY as Temporal.Instant });
  expect(await says({})).toMatchObject({ streak: { kept: 1 } });
});
