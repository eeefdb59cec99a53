import { expect, test } from 'vitest';
import { changeCheckInSetting } from '../../src/actions/change-check-in-setting.ts';
import { checkIn } from '../../src/actions/check-in.ts';
import { offerHelp } from '../../src/actions/offer-help.ts';
import { setStepState } from '../../src/actions/set-step-state.ts';
import type { Answer, Deps } from '../../src/discord/command.ts';
import { findCheckInOf } from '../../src/store/check-in-store.ts';
import { aLearner, at, checkInDeps, openForm, WEDNESDAY } from '../support/check-in-people.ts';
import { aContent } from '../support/check-ins.ts';
import { aDiscord } from '../support/groups.ts';
import { aCaller } from '../support/reader.ts';
import { realRoadmap } from '../support/real-content.ts';
import { labelsOf, problemsOf, textOf } from '../support/view-text.ts';

const [FIRST, SECOND] = realRoadmap().steps;
const STEP = FIRST?.id ?? '';

/** Somebody of the group who has finished the first step, and whether they are willing to help. */
async function finished(deps: Deps, userId: string, helpsOthers: boolean) {
  const member = await aLearner(deps, userId);
  await setStepState(deps, { member, step: STEP, to: 'done', language: 'en', now: WEDNESDAY });
  await changeCheckInSetting(deps, { member, change: { helpsOthers }, now: WEDNESDAY });
  return member;
}

const orders = (deps: Deps) =>
  deps.db
    .selectFrom('outbox')
    .select(['operation', 'user_id'])
    .where('operation', 'in', ['starter', 'help', 'help-call', 'help-wish'])
    .orderBy('key')
    .execute();

async function stuck(deps: Deps, words = 'Rebasing.', step = STEP) {
  const ada = await at(deps);
  const answer = await ada.fill(await openForm(ada, `group:stuck:${step}`), { words });
  return { ada, text: textOf(viewOf(answer)), view: viewOf(answer) };
}

const requestOf = async (deps: Deps) =>
  (await deps.db.selectFrom('help_request').selectAll().where('settled_at', 'is', null).execute())[0]?.id ?? '';

test('whoever is stuck sees who is through and willing, and nobody has been told anything', async () => {
  const deps = await checkInDeps();
  await aLearner(deps, 'ada');
  await finished(deps, 'grace', true);
  await finished(deps, 'linus', false);
  await aLearner(deps, 'new');
  const { text, view } = await stuck(deps);
  expect(text).toContain('Willing to help, and through with this step: <@grace>.');
  expect(text).toContain('> Rebasing.');
  expect(text).not.toContain('linus');
  expect(labelsOf(view)).toEqual(['Ask them privately', 'Ask the group', 'It is solved', 'The step']);
  expect(problemsOf(view)).toEqual([]);
  expect(await orders(deps)).toEqual([]);
});

test('helpers are asked privately and once, and a yes brings the two together in the thread', async () => {
  const deps = await checkInDeps();
  await aLearner(deps, 'ada');
  await finished(deps, 'grace', true);
  const { ada } = await stuck(deps);
  const requestId = await requestOf(deps);
  for (let times = 0; times < 2; times += 1) await ada.use(`group:ask-help:${requestId}:helpers`);
  expect(await orders(deps)).toEqual([{ operation: 'help-wish', user_id: 'grace' }]);

  const grace = await at(deps, WEDNESDAY, { userId: 'grace', serverId: undefined });
  const press = async () => textOf(viewOf(await grace.use(`group:help:${requestId}`)));
  expect(await press()).toContain('Thank you! I bring you and <@ada> together');
  expect(await press()).toContain('You have offered <@ada> your help already.');
  expect((await orders(deps)).filter(({ operation }) => operation === 'help')).toHaveLength(1);
});

test('the group is asked in its thread, only when whoever is stuck wants that', async () => {
  const deps = await checkInDeps();
  await aLearner(deps, 'ada');
  const { ada, text } = await stuck(deps);
  expect(text).toContain('Nobody who is through with this step has offered to help yet.');
  const requestId = await requestOf(deps);
  const press = async () => textOf(viewOf(await ada.use(`group:ask-help:${requestId}:group`)));
  expect(await press()).toContain('It appears in the thread of your group');
  await press();
  expect((await orders(deps)).map(({ operation }) => operation)).toEqual(['starter', 'help-call']);
});

test('whoever has left the server is not offered as a helper, and leaves the group', async () => {
  const discord = { ...aDiscord(), findPresence: async (_server: string, id: string) => presenceOf(id) };
  const deps = await checkInDeps({ discord });
  await aLearner(deps, 'ada');
  await finished(deps, 'gone', true);
  expect((await stuck(deps)).text).not.toContain('gone');
  const left = await deps.db
    .selectFrom('membership')
    .select('left_at')
    .where('member_id', '=', 'member-gone')
    .execute();
  expect(left.map(({ left_at: leftAt }) => leftAt !== null)).toEqual([true]);
});

test('whoever learns alone is told where else to look, and no form is opened', async () => {
  const deps = await checkInDeps();
  await aLearner(deps, 'ada', { isAlone: true });
  const ada = await at(deps);
  expect(textOf(viewOf(await ada.use(`group:stuck:${STEP}`)))).toContain('You learn alone');
});

test('the same again is the same request; other words, or another step, are another', async () => {
  const deps = await checkInDeps();
  await aLearner(deps, 'ada');
  const ids: string[] = [];
  for (const words of ['Rebasing.', 'Rebasing.', 'Merging.']) {
    await stuck(deps, words);
    ids.push(await requestOf(deps));
  }
  expect(ids[0]).toBe(ids[1]);
  expect(ids[2]).not.toBe(ids[0]);
  await stuck(deps, '', SECOND?.id);
  expect(await deps.db.selectFrom('help_request').select('id').where('settled_at', 'is', null).execute()).toHaveLength(
    2,
  );
});

test('a blocker of a check-in brings two together, however often and by whomever it is pressed at once', async () => {
  const deps = await checkInDeps();
  const ada = await aLearner(deps, 'ada');
  await aLearner(deps, 'grace');
  const content = aContent({ obstacle: 'Joins.', asksForHelp: true });
  await checkIn(deps, { member: ada, periodId: 'early.c.1', content, language: 'en', now: WEDNESDAY });
  const { id: blockerId = '' } = (await findCheckInOf(deps.db, ada.id, 'early.c.1')) ?? {};
  const press = (userId: string) => offerHelp(deps, { ...aCaller({ userId }), blockerId, now: WEDNESDAY });
  const kinds = await Promise.all([press('grace'), press('grace'), press('ada'), press('eve')]);
  expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['already', 'gone', 'offered', 'own']);
  await checkIn(deps, {
    ...{ member: ada, periodId: 'early.c.1', language: 'en', now: WEDNESDAY },
    content: { ...content, asksForHelp: false },
  });
  await aLearner(deps, 'linus');
  expect(await press('linus')).toEqual({ kind: 'gone' });
});

test('nobody asks for another, helps from outside, or settles what is not theirs', async () => {
  const deps = await checkInDeps();
  await aLearner(deps, 'ada');
  await aLearner(deps, 'grace');
  await aLearner(deps, 'outside', { isAlone: true });
  await stuck(deps);
  const requestId = await requestOf(deps);
  const offered = (userId: string, blockerId: string) =>
    offerHelp(deps, { ...aCaller({ userId }), blockerId, now: WEDNESDAY });
  const eve = await at(deps, WEDNESDAY, { userId: 'grace' });
  for (const id of [`ask-help:${requestId}:group`, `ask-help:${requestId}:helpers`, `through:${requestId}`]) {
    expect(textOf(viewOf(await eve.use(`group:${id}`)))).toContain('Nothing was changed.');
  }
  expect(await offered('outside', requestId)).toEqual({ kind: 'gone' });
  expect(await offered('ada', 'nonsense')).toEqual({ kind: 'gone' });
  expect(await orders(deps)).toEqual([]);
});

test('whoever is through is helped no more', async () => {
  const deps = await checkInDeps();
  await aLearner(deps, 'ada');
  await aLearner(deps, 'grace');
  const { ada } = await stuck(deps);
  const requestId = await requestOf(deps);
  expect(textOf(viewOf(await ada.use(`group:through:${requestId}`)))).toContain('Well done.');
  expect(await offerHelp(deps, { ...aCaller({ userId: 'grace' }), blockerId: requestId, now: WEDNESDAY })).toEqual({
    kind: 'gone',
  });
});

test('whoever may not write in the channel neither asks the group there nor is named there as who can help', async () => {
  const isMuted = new Set(['ada']);
  const mayWrite: Deps['discord']['mayWrite'] = async (_place, { userId }) => !isMuted.has(userId);
  const deps = await checkInDeps({ discord: { ...aDiscord(), mayWrite } });
  await aLearner(deps, 'ada');
  await aLearner(deps, 'grace');
  const { ada } = await stuck(deps);
  const requestId = await requestOf(deps);
  const refusal = 'You may not write in <#study>, so I do not write there for you.';
  expect(textOf(viewOf(await ada.use(`group:ask-help:${requestId}:group`)))).toBe(refusal);
  isMuted.clear();
  await ada.use(`group:ask-help:${requestId}:group`);
  isMuted.add('grace');
  const grace = await at(deps, WEDNESDAY, { userId: 'grace' });
  expect(textOf(viewOf(await grace.use(`group:help:${requestId}`)))).toBe(refusal);
  expect((await orders(deps)).map(({ operation }) => operation)).toEqual(['starter', 'help-call']);
});

test('a step offers it to whoever reads it, and not on a screen for the channel', async () => {
  const deps = await checkInDeps();
  await aLearner(deps, 'ada');
  const ada = await at(deps);
  expect(labelsOf(await ada.slash('step', { step: STEP }))).toContain('I’m stuck');
  expect(labelsOf(await ada.slash('step', { step: STEP, share: true }))).not.toContain('I’m stuck');
});

const presenceOf = (id: string) => (id === 'gone' ? 'gone' : 'there');

function viewOf(answer: Answer) {
  if (answer.kind !== 'show') throw new Error(`The answer was no message but: ${answer.kind}`);
  return answer.view;
}
