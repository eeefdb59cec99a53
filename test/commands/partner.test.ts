import { expect, test } from 'vitest';
import { acceptPartner } from '../../src/actions/answer-partner.ts';
import { type AskPartnerKind, askPartner } from '../../src/actions/ask-partner.ts';
import { checkIn } from '../../src/actions/check-in.ts';
import { leaveGroup } from '../../src/actions/join-group.ts';
import { findReadableCheckIn } from '../../src/actions/read-check-ins.ts';
import type { Deps } from '../../src/discord/command.ts';
import { isPaired } from '../../src/domain/partnership.ts';
import { listNewestCheckIns } from '../../src/store/check-in-store.ts';
import { listPartnerships } from '../../src/store/partnership-store.ts';
import { aLearner, at, checkInDeps, WEDNESDAY } from '../support/check-in-people.ts';
import { aContent } from '../support/check-ins.ts';
import { aDiscord } from '../support/groups.ts';
import { labelsOf, problemsOf, textOf } from '../support/view-text.ts';

async function aPair() {
  const deps = await checkInDeps();
  const people = { ada: await aLearner(deps, 'ada'), grace: await aLearner(deps, 'grace') };
  const [ada, grace] = [await at(deps), await at(deps, WEDNESDAY, { userId: 'grace' })];
  return { deps, ...people, asAda: ada, asGrace: grace };
}

const ask = (deps: Deps, member: Awaited<ReturnType<typeof aLearner>>, userId: string): Promise<AskPartnerKind> =>
  askPartner(deps, { member, userId, now: WEDNESDAY });

const pairOf = async (deps: Deps) => (await listPartnerships(deps.db, 'member-ada'))[0];

const notes = (deps: Deps) =>
  deps.db.selectFrom('outbox').select(['key', 'user_id']).where('operation', '=', 'pair-note').orderBy('key').execute();

test('one asks, the other agrees, and each is told privately what they need to know', async () => {
  const { deps, asAda, asGrace } = await aPair();
  expect(textOf(await asAda.slash('group partner', { member: 'grace' }))).toContain('I ask <@grace> privately.');
  const { pairId = '' } = (await pairOf(deps)) ?? {};
  expect(await notes(deps)).toEqual([{ key: `${pairId}.q`, user_id: 'grace' }]);

  expect(textOf(await asGrace.slash('group partner'))).toContain('<@ada> would like to be your partner.');
  expect(textOf(await asGrace.press('Yes, gladly'))).toContain('You and <@ada> are partners.');
  expect(await notes(deps)).toEqual([
    { key: `${pairId}.a`, user_id: 'ada' },
    { key: `${pairId}.q`, user_id: 'grace' },
  ]);
  const screen = await asAda.slash('group partner');
  expect(textOf(screen)).toContain('You and <@grace> are partners.');
  expect(problemsOf(screen)).toEqual([]);
});

test('a no is told to nobody, and the same person is not asked again at once', async () => {
  const { deps, ada, asAda, asGrace } = await aPair();
  await asAda.slash('group partner', { member: 'grace' });
  await asGrace.slash('group partner');
  expect(textOf(await asGrace.press('No, thank you'))).toContain('Nobody is told.');
  expect(await notes(deps)).toHaveLength(1);
  const text = textOf(await asAda.slash('group partner'));
  expect(text).toContain('You have no partner just now.');
  expect(text).not.toContain('grace');
  expect(await ask(deps, ada, 'grace')).toBe('asked-lately');
});

test('partners read each other’s check-ins, private ones only if they were ticked', async () => {
  const { deps, ada, grace, asAda, asGrace } = await aPair();
  await ask(deps, ada, 'grace');
  await asGrace.slash('group partner');
  await asGrace.press('Yes, gladly');
  const { pairId = '' } = (await pairOf(deps)) ?? {};
  const say = (did: string, partnerPairId?: string) => keepPrivate(deps, grace, did, partnerPairId);
  await say('For me alone.');
  expect(textOf(await asAda.slash('group partner'))).not.toContain('For me alone.');
  await say('For us two.', pairId);
  expect(textOf(await asAda.slash('group partner'))).toContain('**Week of 2 March**: For us two.');
  expect(textOf(await asAda.choose('Read a check-in', 'Week of 2 March'))).toContain('For us two.');

  await asAda.slash('group partner');
  expect(textOf(await asAda.press('End it'))).toContain('End the partnership with <@grace>?');
  expect(textOf(await asAda.press('End it'))).toContain('It is ended.');
  expect(textOf(await asGrace.slash('group partner'))).toContain('You have no partner just now.');
  expect(textOf(await asAda.use(`group:partner-end:${pairId}`).then(viewOf))).toContain('not there any more');
});

test('what was ticked for one partner is read by no later one, in their list, by its id or through an old form', async () => {
  const { deps, ada, grace, asAda, asGrace } = await aPair();
  const linus = await aLearner(deps, 'linus');
  const asLinus = await at(deps, WEDNESDAY, { userId: 'linus' });
  await ask(deps, ada, 'grace');
  const { pairId: first = '' } = (await pairOf(deps)) ?? {};
  await acceptPartner(deps, { userId: 'grace', pairId: first, now: WEDNESDAY });
  await keepPrivate(deps, grace, 'For Ada.', first);
  await asAda.slash('group partner');
  await asAda.choose('Read a check-in', 'Week of 2 March');

  await asGrace.slash('group partner');
  await asGrace.press('End it');
  await asGrace.press('End it');
  const [{ id } = { id: '' }] = await listNewestCheckIns(deps.db, grace.id, 1);
  expect(textOf(viewOf(await asGrace.use(`checkin:look:${id}:0`)))).toContain('Only you can read it.');
  await ask(deps, linus, 'grace');
  const [second] = await listPartnerships(deps.db, 'member-grace');
  await acceptPartner(deps, { userId: 'grace', pairId: second?.pairId ?? '', now: WEDNESDAY });
  await keepPrivate(deps, grace, 'For Ada, as the form said that was open.', first);
  expect(textOf(await asLinus.slash('group partner'))).not.toContain('For Ada');
  const reads = (memberId: string) =>
    findReadableCheckIn(
      deps,
      { memberId, userId: memberId, serverId: undefined, roleIds: [], managesServer: false },
      id,
    );
  expect(await reads(linus.id)).toBeUndefined();
  expect(await reads(ada.id)).toBeUndefined();
});

test('both ask at once, and are partners once', async () => {
  const { deps, ada, grace } = await aPair();
  const kinds = await Promise.all([ask(deps, ada, 'grace'), ask(deps, grace, 'ada')]);
  expect(kinds.toSorted()).toEqual(['asked', 'paired']);
  expect(await listPartnerships(deps.db, 'member-ada')).toHaveLength(1);
});

test('a yes that is pressed twice at once counts once', async () => {
  const { deps, ada } = await aPair();
  await ask(deps, ada, 'grace');
  const { pairId = '' } = (await pairOf(deps)) ?? {};
  const press = () => acceptPartner(deps, { userId: 'grace', pairId, now: WEDNESDAY });
  const kinds = await Promise.all([press(), press()]);
  expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['paired', 'partners']);
});

test('a member has one partner at a time, whoever asks', async () => {
  const { deps, ada, grace } = await aPair();
  const linus = await aLearner(deps, 'linus');
  await ask(deps, linus, 'ada');
  await ask(deps, ada, 'grace');
  const pairs = await listPartnerships(deps.db, 'member-ada');
  const idWith = (id: string) => pairs.find(({ partnerId }) => partnerId === id)?.pairId ?? '';
  await acceptPartner(deps, { userId: 'grace', pairId: idWith(grace.id), now: WEDNESDAY });
  const late = await acceptPartner(deps, { userId: 'ada', pairId: idWith(linus.id), now: WEDNESDAY });
  expect(late.kind).toBe('has-partner');
  expect(await ask(deps, ada, 'linus')).toBe('has-partner');
  expect((await listPartnerships(deps.db, 'member-ada')).filter(isPaired)).toHaveLength(1);
});

test.each([
  ['oneself', 'ada', 'self'],
  ['somebody who never joined', 'eve', 'not-in-group'],
  ['somebody who learns alone', 'alone', 'not-in-group'],
  ['somebody who has left the server', 'gone', 'not-in-group'],
] as const)('%s cannot be asked, and nothing is written', async (_who, userId, kind) => {
  const discord = { ...aDiscord(), findPresence: async (_server: string, id: string) => presenceOf(id) };
  const deps = await checkInDeps({ discord });
  const ada = await aLearner(deps, 'ada');
  await aLearner(deps, 'alone', { isAlone: true });
  await aLearner(deps, 'gone');
  expect(await ask(deps, ada, userId)).toBe(kind);
  expect(await notes(deps)).toEqual([]);
});

test('a partner who has left the server is named no more, and it is over', async () => {
  let isGone = false;
  const findPresence = async (_server: string, id: string) => (isGone && id === 'grace' ? 'gone' : 'there');
  const deps = await checkInDeps({ discord: { ...aDiscord(), findPresence } });
  const [ada, grace] = [await aLearner(deps, 'ada'), await aLearner(deps, 'grace')];
  await ask(deps, ada, 'grace');
  await ask(deps, grace, 'ada');
  const asAda = await at(deps);
  expect(textOf(await asAda.slash('group partner'))).toContain('<@grace>');
  isGone = true;
  expect(textOf(await asAda.slash('group partner'))).not.toContain('grace');
  expect(await pairOf(deps)).toBeUndefined();
});

test('somebody else’s pair, or a forged one, cannot be answered or ended', async () => {
  const { deps, ada } = await aPair();
  await aLearner(deps, 'eve');
  await ask(deps, ada, 'grace');
  const { pairId } = (await pairOf(deps)) ?? {};
  const eve = await at(deps, WEDNESDAY, { userId: 'eve' });
  for (const id of [`partner-yes:${pairId}`, `partner-no:${pairId}`, `partner-end:${pairId}`, 'partner-yes:nonsense']) {
    expect(textOf(viewOf(await eve.use(`group:${id}`)))).toContain('not there any more');
  }
  const asker = await at(deps);
  await asker.use(`group:partner-yes:${pairId}`); // Whoever asked cannot say yes for the other.
  expect((await pairOf(deps))?.acceptedAt).toBeUndefined();
});

test('whoever leaves the group has no partner there any more', async () => {
  const { deps, ada, asGrace } = await aPair();
  await ask(deps, ada, 'grace');
  await asGrace.slash('group partner');
  await asGrace.press('Yes, gladly');
  await leaveGroup(deps, { member: ada, now: WEDNESDAY });
  const screen = await asGrace.slash('group partner');
  expect(textOf(screen)).toContain('You have no partner just now.');
  expect(labelsOf(screen)).toContain('Study group');
});

const keepPrivate = (deps: Deps, member: Awaited<ReturnType<typeof aLearner>>, did: string, partnerPairId?: string) =>
  checkIn(deps, {
    member,
    periodId: 'early.c.1',
    content: aContent({ did, isPrivate: true, partnerPairId }),
    language: 'en',
    now: WEDNESDAY,
  });

const presenceOf = (id: string) => (id === 'gone' ? 'gone' : 'there');

function viewOf(answer: Awaited<ReturnType<Awaited<ReturnType<typeof at>>['use']>>) {
  if (answer.kind !== 'show') throw new Error(`The answer was no message but: ${answer.kind}`);
  return answer.view;
}
