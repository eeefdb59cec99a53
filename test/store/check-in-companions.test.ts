import { expect, test } from 'vitest';
import { defaultCheckInSetting } from '../../src/domain/check-in-setting.ts';
import { isPaired } from '../../src/domain/partnership.ts';
import {
  findCheckInSetting,
  findPrivateChat,
  noteToldOfClosedChat,
  saveCheckInSetting,
  savePrivateChat,
} from '../../src/store/check-in-setting-store.ts';
import type { Db } from '../../src/store/database.ts';
import {
  findHelpRequest,
  findOpenHelpRequest,
  insertHelpOffer,
  insertHelpRequest,
  listHelpOffers,
  listWillingHelpers,
  settleHelpRequest,
} from '../../src/store/help-store.ts';
import { insertMember } from '../../src/store/member-store.ts';
import { endMembership, insertMembership } from '../../src/store/membership-store.ts';
import {
  acceptPartnership,
  endPartnership,
  insertPartnership,
  listPartnerships,
} from '../../src/store/partnership-store.ts';
import { insertProgressEvent } from '../../src/store/progress-store.ts';
import { insertStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { aWeeklyGroup } from '../support/check-ins.ts';
import { freshDatabase } from '../support/database.ts';
import { time } from '../support/periods.ts';
import { aMember } from '../support/progress-builders.ts';

const noon = instant('2026-01-07T12:00Z');
const later = instant('2026-01-08T12:00Z');

/** Ada, Bob and Cleo in group-1. */
async function databaseWithGroup(): Promise<Db> {
  const db = await freshDatabase();
  await insertStudyGroup(db, aWeeklyGroup());
  for (const name of ['ada', 'bob', 'cleo']) {
    await insertMember(db, aMember({ id: name, userId: name }));
    await insertMembership(db, { id: name, memberId: name, groupId: 'group-1', joinedAt: noon, leftAt: undefined });
  }
  return db;
}

test('whoever never decided anything has the defaults: a streak, quiet nights, and nobody is sent to them', async () => {
  const db = await databaseWithGroup();
  expect(await findCheckInSetting(db, 'ada')).toEqual(defaultCheckInSetting);
  expect(defaultCheckInSetting).toMatchObject({
    showsStreak: true,
    helpsOthers: false,
    quiet: { from: time('22:00') },
  });
});

test('a setting changes what is named and nothing else', async () => {
  const db = await databaseWithGroup();
  const snooze = { periodId: 'group-1.c.1', until: later };
  await saveCheckInSetting(db, 'ada', { showsStreak: false });
  await saveCheckInSetting(db, 'ada', { quiet: { from: time('20:30'), to: time('07:00') }, snooze });
  await saveCheckInSetting(db, 'ada', { helpsOthers: true, offeredAt: noon });
  expect(await findCheckInSetting(db, 'ada')).toEqual({
    showsStreak: false,
    helpsOthers: true,
    quiet: { from: time('20:30'), to: time('07:00') },
    snooze,
    offeredAt: noon,
  });
  await saveCheckInSetting(db, 'ada', { quiet: undefined, snooze: undefined });
  expect(await findCheckInSetting(db, 'ada')).toMatchObject({ quiet: undefined, snooze: undefined, helpsOthers: true });
});

test('of a private chat it is known whether it was opened and whether it is closed', async () => {
  const db = await databaseWithGroup();
  const unknown = { channelId: undefined, closedAt: undefined, toldAt: undefined, missed: [] };
  expect(await findPrivateChat(db, 'ada')).toEqual(unknown);
  await savePrivateChat(db, 'ada', { ...unknown, channelId: 'chat' });
  expect(await findPrivateChat(db, 'ada')).toEqual({ ...unknown, channelId: 'chat' });
  const closed = { ...unknown, closedAt: noon, missed: [{ kind: 'nudge', endsReminders: false }] } as const;
  await savePrivateChat(db, 'ada', closed);
  expect(await findPrivateChat(db, 'ada')).toEqual(closed);
  await noteToldOfClosedChat(db, 'ada', later);
  expect(await findPrivateChat(db, 'ada')).toEqual({ ...closed, toldAt: later, missed: [] });
});

const ask = (db: Db, pairId: string, askerId: string, askedId: string) =>
  insertPartnership(db, { pairId, askerId, askedId, askedAt: noon });

test('two members are partners from when the other accepts until one of them ends it', async () => {
  const db = await databaseWithGroup();
  await ask(db, 'pair', 'ada', 'bob');
  expect(await listPartnerships(db, 'ada')).toMatchObject([
    { partnerId: 'bob', hasAsked: true, acceptedAt: undefined },
  ]);
  expect(await listPartnerships(db, 'bob')).toMatchObject([{ partnerId: 'ada', hasAsked: false }]);
  expect((await listPartnerships(db, 'bob')).some(isPaired)).toBe(false);

  expect(await acceptPartnership(db, 'pair', later)).toBe(true);
  expect(await acceptPartnership(db, 'pair', later)).toBe(false);
  expect((await listPartnerships(db, 'ada')).every(isPaired)).toBe(true);
  expect(await listPartnerships(db, 'cleo')).toEqual([]);

  expect(await endPartnership(db, 'pair', later)).toBe(true);
  expect(await endPartnership(db, 'pair', later)).toBe(false);
  expect(await listPartnerships(db, 'ada')).toEqual([]);
  expect(await acceptPartnership(db, 'pair', later)).toBe(false);
});

test('a member has one partner at a time: the database itself refuses a second', async () => {
  const db = await databaseWithGroup();
  await ask(db, 'one', 'ada', 'bob');
  await ask(db, 'other', 'cleo', 'ada');
  await acceptPartnership(db, 'one', later);
  await expect(acceptPartnership(db, 'other', later)).rejects.toThrow('UNIQUE');
  await endPartnership(db, 'one', later);
  expect(await acceptPartnership(db, 'other', later)).toBe(true);
});

test('whoever is left alone by a partner whose data was deleted is paired with nobody', async () => {
  const db = await databaseWithGroup();
  await ask(db, 'pair', 'ada', 'bob');
  await acceptPartnership(db, 'pair', later);
  await db.deleteFrom('partnership').where('member_id', '=', 'bob').execute();
  const [left] = await listPartnerships(db, 'ada');
  expect(left).toMatchObject({ partnerId: undefined });
  expect(left && isPaired(left)).toBe(false);
});

const request = {
  id: 'help-1',
  memberId: 'ada',
  groupId: 'group-1',
  stepId: 'sql',
  words: 'Joins.',
  askedAt: noon,
  settledAt: undefined,
};

test('a request for help is open until its member settles it', async () => {
  const db = await databaseWithGroup();
  await insertHelpRequest(db, request);
  await insertHelpRequest(db, { ...request, words: 'Again.' });
  expect(await findHelpRequest(db, 'help-1')).toEqual(request);
  expect(await findOpenHelpRequest(db, 'ada', 'sql')).toEqual(request);
  expect(await findOpenHelpRequest(db, 'ada', 'git')).toBeUndefined();

  expect(await settleHelpRequest(db, 'bob', 'help-1', later)).toBe(false);
  expect(await settleHelpRequest(db, 'ada', 'help-1', later)).toBe(true);
  expect(await settleHelpRequest(db, 'ada', 'help-1', later)).toBe(false);
  expect(await findOpenHelpRequest(db, 'ada', 'sql')).toBeUndefined();
  expect((await findHelpRequest(db, 'help-1'))?.settledAt).toEqual(later);
});

test('each offer of help is kept once, in the order in which they came', async () => {
  const db = await databaseWithGroup();
  expect(await insertHelpOffer(db, { blockerId: 'help-1', memberId: 'cleo', offeredAt: noon })).toBe(true);
  expect(await insertHelpOffer(db, { blockerId: 'help-1', memberId: 'bob', offeredAt: later })).toBe(true);
  expect(await insertHelpOffer(db, { blockerId: 'help-1', memberId: 'cleo', offeredAt: later })).toBe(false);
  expect((await listHelpOffers(db, 'help-1')).map(({ memberId }) => memberId)).toEqual(['cleo', 'bob']);
  expect(await listHelpOffers(db, 'help-2')).toEqual([]);
});

async function finish(db: Db, memberId: string, itemId: string, since = noon): Promise<void> {
  const event = { id: `${memberId}-${itemId}`, memberId, at: since, undoes: undefined };
  const change = { itemId, from: 'open', to: 'done' } as const;
  const record = { itemId, state: 'done', since, eventId: event.id } as const;
  await insertProgressEvent(db, 'backend', { ...event, changes: [change] }, new Map([[itemId, record]]));
}

test('offered as helpers are members of the group who finished the step and are willing, the latest first', async () => {
  const db = await databaseWithGroup();
  const wanted = { groupId: 'group-1', roadmapId: 'backend', stepIds: ['sql', 'databases'], exceptId: 'ada', limit: 9 };
  await insertMember(db, aMember({ id: 'dan', userId: 'dan' }));
  for (const name of ['ada', 'bob', 'cleo', 'dan']) await saveCheckInSetting(db, name, { helpsOthers: true });
  await finish(db, 'ada', 'sql');
  await finish(db, 'bob', 'sql');
  await finish(db, 'cleo', 'databases', later); // Under its former id.
  await finish(db, 'dan', 'sql'); // Not in the group.
  expect(await listWillingHelpers(db, wanted)).toEqual(['cleo', 'bob']);
  expect(await listWillingHelpers(db, { ...wanted, limit: 1 })).toEqual(['cleo']);
  expect(await listWillingHelpers(db, { ...wanted, stepIds: ['git'] })).toEqual([]);

  await saveCheckInSetting(db, 'cleo', { helpsOthers: false });
  await endMembership(db, 'bob', later);
  expect(await listWillingHelpers(db, wanted)).toEqual([]);
});
