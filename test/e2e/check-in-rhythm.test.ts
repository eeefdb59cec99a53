import { expect, test } from 'vitest';
import { askForHelp } from '../../src/actions/ask-for-help.ts';
import { askGroup } from '../../src/actions/call-for-help.ts';
import { deletePersonalData } from '../../src/actions/delete-personal-data.ts';
import { hideCheckIn } from '../../src/actions/hide-check-in.ts';
import { helpEntry } from '../../src/domain/period-order.ts';
import { insertOutboxEntry } from '../../src/store/outbox-store.ts';
import { aCaller } from '../support/reader.ts';
import { realRoadmap } from '../support/real-content.ts';
import { Rhythm } from '../support/rhythm.ts';

const linesOf = (messages: readonly { readonly content: string }[]) => messages.map(({ content }) => content);

test.each(['study', 'announcements'])(
  '#%s: the prompt comes on Sunday with its thread, cards go into it, and the recap follows on Wednesday',
  async (channel) => {
    const rhythm = await Rhythm.begin({ channel });
    const [ada, ben] = [await rhythm.member('Ada'), await rhythm.member('Ben')];
    await rhythm.travelTo('2026-03-08T16:59Z');
    expect(rhythm.posts).toEqual([]);
    await rhythm.travelTo('2026-03-08T17:01Z');
    expect(linesOf(rhythm.posts)).toEqual([expect.stringContaining('It is time to check in for **Week of 2 March**')]);
    expect(rhythm.threads.map(({ name }) => name)).toEqual(['Week of 2 March: check-ins']);

    const card = await rhythm.checkIn(ada, 1, { did: 'Joins.' });
    await rhythm.checkIn(ben, 1, { asksForHelp: true, obstacle: 'I do not get *GROUP BY*.' });
    expect(rhythm.threads[0]?.messages.map(({ text }) => text)).toEqual([
      expect.stringContaining('Joins.'),
      expect.stringContaining('GROUP BY'),
    ]);
    expect(card.card?.messageId).toBe(rhythm.threads[0]?.messages[0]?.id);

    await rhythm.travelTo('2026-03-11T17:01Z');
    const recap = rhythm.posts[1];
    expect(recap?.content).toBe('**Spring cohort**, Week of 2 March: 2 check-ins.');
    expect(recap?.text).toContain('I do not get \\*GROUP BY\\*.');
    expect(recap?.labels).toEqual(['I can help (1)', 'Check in']);
    expect(await rhythm.states(1)).toEqual(['k sent', 'k sent', 'r sent', 's sent']);
    expect(await rhythm.promptStates()).toEqual(['posted', 'due']);
    expect(rhythm.playground.violations).toEqual([]);
  },
);

test('in a forum thread, prompt, cards and recap are one post', async () => {
  const rhythm = await Rhythm.begin({ channel: 'forum' });
  const ada = await rhythm.member('Ada');
  await rhythm.travelTo('2026-03-04T12:00Z');
  await rhythm.checkIn(ada, 1);
  await rhythm.travelTo('2026-03-11T17:01Z');
  expect(rhythm.threads.map(({ name }) => name)).toEqual(['Week of 2 March: check-ins']);
  expect(linesOf(rhythm.threads[0]?.messages ?? [])).toEqual([
    expect.stringContaining('has begun to check in for **Week of 2 March**'),
    expect.stringContaining('has checked in'),
    expect.stringContaining('It is time to check in'),
    expect.stringContaining('1 check-in.'),
  ]);
  expect(rhythm.playground.violations).toEqual([]);
});

test('who checks in before the prompt makes the thread, and the prompt links to it', async () => {
  const rhythm = await Rhythm.begin();
  const ada = await rhythm.member('Ada');
  await rhythm.travelTo('2026-03-04T12:00Z');
  await rhythm.checkIn(ada, 1);
  expect(rhythm.posts).toHaveLength(1);
  await rhythm.travelTo('2026-03-08T17:01Z');
  expect(rhythm.posts).toHaveLength(2);
  expect(rhythm.posts[1]?.text).toContain(`/${rhythm.threads[0]?.id})`);
  expect(rhythm.threads).toHaveLength(1);
  expect(await rhythm.promptStates()).toEqual(['posted']);
});

test('a correction changes the card, also in a thread that is archived; taken back, it goes', async () => {
  const rhythm = await Rhythm.begin();
  const ada = await rhythm.member('Ada');
  await rhythm.travelTo('2026-03-04T12:00Z');
  await rhythm.checkIn(ada, 1, { did: 'Joins.' });
  const thread = rhythm.threads[0];
  rhythm.playground.controls.setArchived(thread?.id ?? '', true);
  await rhythm.checkIn(ada, 1, { did: 'Joins, and indexes.' });
  expect(thread?.messages.map(({ text, edited }) => [text.includes('and indexes'), edited])).toEqual([[true, true]]);

  rhythm.playground.controls.setArchived(thread?.id ?? '', true);
  await rhythm.takeBack(ada, 1);
  expect(thread?.messages).toEqual([]);
  await rhythm.checkIn(ada, 1, { did: 'After all.' });
  expect(thread?.messages.map(({ text }) => text)).toEqual([expect.stringContaining('After all.')]);
  expect(rhythm.playground.violations).toEqual([]);
});

test('what a locked thread does not take waits for it, and is there as soon as it is opened again', async () => {
  const rhythm = await Rhythm.begin();
  const [ada, ben, cleo] = [await rhythm.member('Ada'), await rhythm.member('Ben'), await rhythm.member('Cleo')];
  await rhythm.travelTo('2026-03-04T12:00Z');
  await rhythm.checkIn(ada, 1);
  await rhythm.checkIn(ben, 1, { did: 'Taken back.' });
  const thread = rhythm.threads[0];
  rhythm.playground.controls.setArchived(thread?.id ?? '', true, { locked: true });
  await rhythm.checkIn(ada, 1, { did: 'Other words.' });
  await rhythm.takeBack(ben, 1);
  await rhythm.checkIn(cleo, 1, { did: 'Hello.' });
  const waiting = ['e blocked locked-thread', 'k blocked locked-thread', 'k sent', 'k sent', 's sent'];
  expect(await rhythm.states(1)).toEqual(waiting);
  await rhythm.travelTo('2026-03-04T20:00Z');
  expect(await rhythm.states(1)).toEqual(waiting);

  rhythm.playground.controls.setArchived(thread?.id ?? '', false, { locked: false });
  await expect
    .poll(() => thread?.messages.map(({ text }) => /Other words|Hello|Taken back/.exec(text)?.[0]))
    .toEqual(['Other words', 'Hello']);
  expect(rhythm.playground.violations).toEqual([]);
}, 60_000);

test('a card that somebody took back stays in a locked thread for a week; then the moderators are told once', async () => {
  const rhythm = await Rhythm.begin({ group: { noticeChannelId: undefined } });
  const ada = await rhythm.member('Ada');
  await rhythm.travelTo('2026-03-04T12:00Z');
  const { card } = await rhythm.checkIn(ada, 1, { did: 'Taken back.' });
  rhythm.playground.controls.setArchived(card?.channelId ?? '', true, { locked: true });
  await rhythm.takeBack(ada, 1);
  const notices = () =>
    rhythm.playground
      .person('Grace')
      .privately.read()
      .map(({ text }) => text)
      .filter((text) => text.includes('delete'));
  await rhythm.travelTo('2026-03-11T11:00Z');
  expect(notices()).toEqual([]);
  await rhythm.travelTo('2026-03-25T12:00Z');
  const link = `https://discord.com/channels/${rhythm.group.serverId}/${card?.channelId}/${card?.messageId}`;
  expect(notices()).toEqual([expect.stringContaining(link)]);
  expect(notices()[0]).not.toContain(ada.userId);
}, 60_000);

test('a card deleted by hand counts as hidden at the next correction', async () => {
  const rhythm = await Rhythm.begin();
  const ada = await rhythm.member('Ada');
  await rhythm.travelTo('2026-03-04T12:00Z');
  const { card } = await rhythm.checkIn(ada, 1);
  rhythm.playground.controls.removeMessage(card?.messageId ?? '');
  await rhythm.checkIn(ada, 1, { did: 'Other words.' });
  expect((await rhythm.said(ada, 1)).hiddenAt).toBeDefined();
  await rhythm.checkIn(ada, 1, { did: 'Once more.' });
  expect(rhythm.threads[0]?.messages).toEqual([]);
});

test('a card deleted by hand is quoted in no recap, and its author is told', async () => {
  const rhythm = await Rhythm.begin();
  const [ada, ben, cleo] = [await rhythm.member('Ada'), await rhythm.member('Ben'), await rhythm.member('Cleo')];
  await rhythm.travelTo('2026-03-04T12:00Z');
  const { card } = await rhythm.checkIn(ada, 1, { asksForHelp: true, obstacle: 'Deleted before.' });
  const later = await rhythm.checkIn(ben, 1, { asksForHelp: true, obstacle: 'Deleted after.' });
  await rhythm.checkIn(cleo, 1);
  rhythm.playground.controls.removeMessage(card?.messageId ?? '');
  await rhythm.travelTo('2026-03-11T17:01Z');
  const recap = () => rhythm.posts.find(({ content }) => content.includes('3 check-ins'));
  expect(recap()?.text).not.toContain('Deleted before.');
  expect(recap()?.labels).toEqual(['I can help (1)', 'Check in']);
  expect(rhythm.playground.person('Ada').privately.read().at(-1)?.text).toContain('was hidden');

  rhythm.playground.controls.removeMessage(later.card?.messageId ?? '');
  const press = rhythm.playground.person('Cleo').in('study').press('I can help (1)', recap()?.id);
  expect((await press).text).toContain('This is settled');
  await rhythm.deliver();
  expect(recap()?.text).not.toContain('Deleted after.');
  expect(rhythm.playground.person('Ben').privately.read().at(-1)?.text).toContain('was hidden');
  expect(rhythm.playground.violations).toEqual([]);
});

test('where the thread was deleted, the next card begins another one, and what comes goes there, too', async () => {
  const rhythm = await Rhythm.begin();
  const [ada, ben, cleo] = [await rhythm.member('Ada'), await rhythm.member('Ben'), await rhythm.member('Cleo')];
  await rhythm.travelTo('2026-03-04T12:00Z');
  await rhythm.checkIn(ada, 1);
  await rhythm.travelTo('2026-03-04T13:00Z');
  rhythm.playground.controls.removeChannel(rhythm.threads[0]?.id ?? '');
  await rhythm.checkIn(ben, 1, { did: 'Still here.' });
  await rhythm.travelTo('2026-03-04T13:05Z');
  expect(await rhythm.states(1)).toEqual(['k sent', 'k sent', 's sent']);
  await rhythm.checkIn(cleo, 1, { did: 'Hello again.' });
  expect(rhythm.threads.map(({ messages }) => messages.map(({ text }) => text))).toEqual([
    [expect.stringContaining('Still here.'), expect.stringContaining('Hello again.')],
  ]);
  expect(rhythm.posts).toHaveLength(2);
  await rhythm.travelTo('2026-03-11T17:01Z');
  expect(rhythm.posts.at(-1)?.content).toContain('3 check-ins');
}, 60_000);

test('where no thread takes a card, none is begun again and again, and the card comes when one does', async () => {
  const rhythm = await Rhythm.begin();
  const ada = await rhythm.member('Ada');
  await rhythm.travelTo('2026-03-04T12:00Z');
  const inThread = new RegExp(`^POST /channels/(?!${rhythm.group.channelId})\\d+/messages$`);
  rhythm.playground.controls.fail(inThread, 404, { code: 10_003, times: 1000 });
  await rhythm.checkIn(ada, 1);
  await rhythm.travelTo('2026-03-05T12:00Z');
  expect([rhythm.posts.length, await rhythm.states(1)]).toEqual([1, ['k blocked unknown-thread', 's sent']]);
  rhythm.playground.controls.clearFaults();
  await rhythm.travelTo('2026-03-05T20:00Z');
  expect(rhythm.threads.map(({ messages }) => messages.length)).toEqual([1]);
}, 60_000);

test('a channel that is deleted is told, and periods without a prompt cost nobody anything', async () => {
  const rhythm = await Rhythm.begin();
  await rhythm.member('Ada');
  rhythm.playground.controls.removeChannel('study');
  await rhythm.travelTo('2026-03-16T12:00Z');
  expect(await rhythm.promptStates()).toEqual(['missed', 'missed', 'due']);
});

test('two are brought together in the thread, and nobody else is pinged', async () => {
  const rhythm = await Rhythm.begin();
  const [ada, ben] = [await rhythm.member('Ada'), await rhythm.member('Ben')];
  await rhythm.travelTo('2026-03-04T12:00Z');
  const { id: blockerId } = await rhythm.checkIn(ada, 1, { asksForHelp: true, obstacle: 'Joins. @everyone' });
  const help = helpEntry(rhythm.group, { blockerId, helperId: ben.id, askerUserId: ada.userId }, rhythm.time.now());
  for (const _twice of [1, 2]) await insertOutboxEntry(rhythm.db, help, rhythm.time.now());
  await rhythm.deliver();
  const [, meeting, ...more] = rhythm.threads[0]?.messages ?? [];
  expect(more).toEqual([]);
  expect(meeting?.pings).toMatchObject({ users: [ada.userId, ben.userId], roles: [] });
  expect(meeting?.content).toBe(`<@${ada.userId}>, <@${ben.userId}> can help you.`);
  expect(rhythm.playground.violations).toEqual([]);
});

test('a recap, and what brought two together, say what is true now, whatever becomes of a check-in', async () => {
  const rhythm = await Rhythm.begin();
  const [ada, ben] = [await rhythm.member('Ada'), await rhythm.member('Ben')];
  await rhythm.travelTo('2026-03-04T12:00Z');
  const asking = { asksForHelp: true, obstacle: 'My joins.', hours: 2 };
  const { id: checkInId } = await rhythm.checkIn(ada, 1, asking);
  await rhythm.checkIn(ben, 1, { did: 'His.' });
  await rhythm.travelTo('2026-03-11T17:01Z');
  const offer = (now = rhythm.time.now()) =>
    insertOutboxEntry(
      rhythm.db,
      helpEntry(rhythm.group, { blockerId: checkInId, helperId: ben.id, askerUserId: ada.userId }, now),
      now,
    );
  await offer();
  await rhythm.deliver();
  const recap = () => rhythm.posts.find(({ content }) => content.includes('check-in'))?.text ?? '';
  const meeting = () => rhythm.threads[0]?.messages.find(({ content }) => content.includes('can help you'))?.text ?? '';
  const hide = async (isHidden: boolean) => {
    const moderator = { userId: 'mo', serverId: rhythm.group.serverId, managesServer: true, roleIds: [] };
    await hideCheckIn(rhythm.deps, moderator, { checkInId, hide: isHidden, now: rhythm.time.now() });
    await rhythm.deliver();
  };
  for (const shown of [recap(), meeting()]) expect(shown).toContain('My joins.');

  await rhythm.checkIn(ada, 1, { ...asking, obstacle: 'Her indexes.' });
  for (const shown of [recap(), meeting()]) expect(shown).toContain('Her indexes.');
  await hide(true);
  expect(recap()).not.toContain('indexes');
  expect(meeting()).toBe('');
  await hide(false);
  expect(recap()).toContain('Her indexes.');
  expect(recap()).toContain((await rhythm.said(ada, 1)).card?.messageId);
  await rhythm.checkIn(ada, 1, { ...asking, asksForHelp: false, isPrivate: true });
  expect(recap()).not.toContain('joins');
  await rhythm.checkIn(ada, 1, asking);
  expect(recap()).toContain('My joins.');
  await rhythm.takeBack(ada, 1);
  expect(recap()).not.toContain('joins');
  await rhythm.checkIn(ada, 1, asking);
  expect(rhythm.posts.filter(({ edited }) => edited).flatMap(({ pings }) => [...pings.users, ...pings.roles])).toEqual(
    [],
  );

  await deletePersonalData(rhythm.deps, { userId: ada.userId }, rhythm.time.now());
  await rhythm.deliver();
  expect(recap()).toContain('1 check-in.');
  expect(recap()).not.toContain('joins');
  const left = JSON.stringify(await rhythm.db.selectFrom('outbox').selectAll().execute());
  expect([ada.userId, ada.id, checkInId].filter((id) => left.includes(id))).toEqual([]);
  expect(rhythm.playground.violations).toEqual([]);
}, 60_000);

test('a recap of which nothing may be read any more says so, comes back with a check-in, and goes with the last data', async () => {
  const rhythm = await Rhythm.begin();
  const ben = await rhythm.member('Ben');
  await rhythm.travelTo('2026-03-04T12:00Z');
  const { id: checkInId } = await rhythm.checkIn(ben, 1, { did: 'His.' });
  await rhythm.travelTo('2026-03-11T17:01Z');
  const recaps = () => rhythm.posts.filter(({ text }) => text.includes('Recap:')).map(({ content }) => content);
  const hide = async (isHidden: boolean) => {
    const moderator = { userId: 'mo', serverId: rhythm.group.serverId, managesServer: true, roleIds: [] };
    await hideCheckIn(rhythm.deps, moderator, { checkInId, hide: isHidden, now: rhythm.time.now() });
    await rhythm.deliver();
  };
  const told = [expect.stringContaining('1 check-in.')];
  const withheld = [expect.stringContaining('no check-in is shown here at the moment')];
  expect(recaps()).toEqual(told);

  await hide(true);
  expect(recaps()).toEqual(withheld);
  await hide(false);
  expect(recaps()).toEqual(told);
  await rhythm.takeBack(ben, 1);
  expect(recaps()).toEqual(withheld);
  await rhythm.checkIn(ben, 1, { did: 'His again.' });
  expect(recaps()).toEqual(told);
  await rhythm.checkIn(ben, 1, { isPrivate: true });
  expect(recaps()).toEqual(withheld);

  await deletePersonalData(rhythm.deps, { userId: ben.userId }, rhythm.time.now());
  await rhythm.deliver();
  expect(recaps()).toEqual([]);
  expect(rhythm.playground.violations).toEqual([]);
}, 60_000);

test('with a member’s data their cards and what names them goes from the thread, and no order says whose it was', async () => {
  const rhythm = await Rhythm.begin();
  const [ada, ben] = [await rhythm.member('Ada'), await rhythm.member('Ben')];
  await rhythm.travelTo('2026-03-04T12:00Z');
  const { id: blockerId } = await rhythm.checkIn(ada, 1, { asksForHelp: true, did: 'Hers.' });
  await rhythm.checkIn(ben, 1, { did: 'His.' });
  const help = helpEntry(rhythm.group, { blockerId, helperId: ben.id, askerUserId: ada.userId }, rhythm.time.now());
  await insertOutboxEntry(rhythm.db, help, rhythm.time.now());
  const asking = { ...aCaller({ userId: ada.userId }), member: ada, now: rhythm.time.now() };
  const asked = await askForHelp(rhythm.deps, { ...asking, stepId: realRoadmap().steps[0]?.id ?? '', words: 'Help!' });
  const requestId = asked.kind === 'noted' ? asked.request.id : '';
  expect(await askGroup(rhythm.deps, { ...asking, requestId })).toEqual({ kind: 'asked' });
  await rhythm.deliver();
  expect(rhythm.threads[0]?.messages).toHaveLength(4);

  await deletePersonalData(rhythm.deps, { userId: ada.userId }, rhythm.time.now());
  await rhythm.deliver();
  expect(rhythm.threads[0]?.messages.map(({ text }) => text)).toEqual([expect.stringContaining('His.')]);
  const left = JSON.stringify(await rhythm.db.selectFrom('outbox').selectAll().execute());
  expect([ada.userId, ada.id, blockerId, requestId].filter((id) => left.includes(id))).toEqual([]);
});
