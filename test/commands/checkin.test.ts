import { describe, expect, test } from 'vitest';
import { hideCheckIn } from '../../src/actions/hide-check-in.ts';
import { joinGroup } from '../../src/actions/join-group.ts';
import { offerHelp } from '../../src/actions/offer-help.ts';
import { openPeriods } from '../../src/actions/open-periods.ts';
import type { Answer, Deps } from '../../src/discord/command.ts';
import { findCheckInOf, listNewestCheckIns } from '../../src/store/check-in-store.ts';
import { findMember, savePrivateChatChoice, updateMember } from '../../src/store/member-store.ts';
import { saveThread } from '../../src/store/period-store.ts';
import { instant } from '../support/builders.ts';
import { aLearner, at, checkInDeps, IN_GRACE, openForm, typed, WEDNESDAY } from '../support/check-in-people.ts';
import { aChannel, aDiscord, groupSetUp } from '../support/groups.ts';
import { joined } from '../support/progress-builders.ts';
import { aCaller, ownCommands, type Reader } from '../support/reader.ts';
import { realRoadmap } from '../support/real-content.ts';
import { labelsOf, problemsOf, textOf } from '../support/view-text.ts';

const FIRST = 'early.c.1';

const own = (deps: Deps) => findCheckInOf(deps.db, 'member-ada', FIRST);
const idOf = async (deps: Deps) => (await own(deps))?.id ?? '';

/** What the labels and descriptions of a form say. */
const wordsOf = (form: { components: unknown }) => JSON.stringify(form.components);

const problemOf = (answer: Answer) => (answer.kind === 'refused' ? answer.problem : answer.kind);

async function checkedIn(deps: Deps, now = WEDNESDAY, fields = typed({})): Promise<Reader> {
  const ada = await at(deps, now);
  await ada.fill(await openForm(ada), fields);
  return ada;
}

describe('the form', () => {
  test('names its period and who will read it, in five parts', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const form = await openForm(await at(deps));
    expect(form.title).toBe('Check-in: Week of 2 March');
    expect(form.components).toHaveLength(5);
    expect(wordsOf(form)).toContain('Everyone in #study reads this.');
    expect(wordsOf(form)).toContain('Ask the group for help');
    expect(wordsOf(form)).toContain('I finished');
  });

  test('alone, nobody is said to read it and there is no group to ask', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada', { isAlone: true });
    const form = await openForm(await at(deps));
    expect(wordsOf(form)).toContain('Only you read this.');
    expect(wordsOf(form)).not.toContain('recap');
    expect(wordsOf(form)).not.toContain('Ask the group for help');
    expect(wordsOf(form)).not.toContain('Only for me');
  });

  test.each([
    ['nothing to see', typed({ did: ' \u200b\n' }), '“Nothing this week” is a fine answer'],
    ['fillers alone', typed({ did: '\u3164\u115f\u1160\uffa0\u2800\u00ad' }), '“Nothing this week” is a fine answer'],
    ['hours that are none', typed({ hours: 'many' }), 'I could not read the hours'],
    ['more hours than there are', typed({ hours: '169' }), 'These days have 168 hours in all'],
    ['too long a text', typed({ did: 'x'.repeat(1001) }), 'at most 1000 characters'],
    ['too long a plan', typed({ next: 'x'.repeat(501) }), 'at most 500 each'],
    ['a call for help that nobody can read', typed({}, ['help', 'private']), 'please untick one of them'],
  ])('refuses %s, and nothing is written', async (_what, fields, problem) => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const ada = await at(deps);
    expect(problemOf(await ada.fill(await openForm(ada), fields))).toContain(problem);
    expect(await own(deps)).toBeUndefined();
  });

  test('forgives a decimal comma', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    await checkedIn(deps, WEDNESDAY, typed({ hours: '3,5' }));
    expect((await own(deps))?.hours).toBe(3.5);
  });

  test('comes back filled in when one checks in again; unchanged it changes nothing and says so', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const ada = await checkedIn(deps, WEDNESDAY, typed({ hours: '3:20', obstacle: 'Joins' }, ['help']));
    const form = await openForm(ada);
    expect(wordsOf(form)).toContain('"value":"3:20"');
    expect(wordsOf(form)).toContain('"value":"Joins"');
    expect(wordsOf(form)).toMatch(/"value":"help"[^}]*"default":true/);
    await ada.fill(form, typed({ hours: '3:20', obstacle: 'Joins' }, ['help']));
    expect(textOf(ada.view)).toContain('It said exactly that already, so nothing was changed.');
  });

  test('what was typed beyond the grace is kept for the week that runs now', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const form = await openForm(await at(deps), `checkin:period:${FIRST}`);
    const late = await at(deps, instant('2026-03-11T06:00Z'));
    expect(problemOf(await late.fill(form, typed({})))).toContain('opens them for Week of 9 March');
    const write = (await ownCommands()).get('checkin')?.forms?.write;
    const member = await findMember(deps.db, 'study-hall', 'ada');
    const caller = { ...aCaller({ now: instant('2026-03-11T06:00Z') }), member };
    const again = await write?.open(caller, [FIRST], typed({ did: 'My words.' }), deps);
    expect(again?.custom_id).toBe('checkin:write:early.c.2');
    expect(wordsOf(again ?? { components: [] })).toContain('My words.');
  });
});

describe('in the private chat', () => {
  test('a button about one server acts there, whichever server was chosen for the chat', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const night = { id: 'night', serverId: 'night-hall', channelId: 'night' };
    await groupSetUp(deps, night);
    const other = await joined(deps, { id: 'member-ada-2', userId: 'ada', serverId: 'night-hall', seenAt: WEDNESDAY });
    await joinGroup(deps, { member: other, groupId: 'night', now: other.joinedAt });
    await savePrivateChatChoice(deps.db, 'ada', 'study-hall');
    const ada = await at(deps, WEDNESDAY, { serverId: undefined });
    await ada.fill(await openForm(ada, 'checkin:period:night.c.1'), typed({ did: 'At night.' }));
    const there = await findCheckInOf(deps.db, 'member-ada-2', 'night.c.1');
    expect(there?.did).toBe('At night.');
    const look = await ada.use(`checkin:look:${there?.id}:0`);
    expect(look.kind === 'show' && textOf(look.view)).toContain('> At night.');
    const elsewhere = await (await at(deps)).use(`checkin:look:${there?.id}:0`);
    expect(elsewhere.kind === 'show' && textOf(elsewhere.view)).toContain('not for you to read');
    await (await at(deps)).use(`checkin:really-take-back:${there?.id}`);
    expect((await findCheckInOf(deps.db, 'member-ada-2', 'night.c.1'))?.takenBackAt).toBeUndefined();
  });
});

describe('which period', () => {
  test('in the grace the last week comes first, with a way to the running one', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const ada = await at(deps, IN_GRACE);
    expect(textOf(await ada.slash('checkin'))).toContain('**Week of 2 March** can still be written until <t:');
    expect(labelsOf(ada.view)).toEqual(['Week of 2 March', 'Week of 9 March', 'My check-ins']);
    await ada.fill(await ada.openForm('Week of 2 March'), typed({}));
    expect(textOf(ada.view)).toContain('Week of 9 March is open, too.');
    const running = await ada.openForm('Check in for Week of 9 March');
    expect(running.title).toBe('Check-in: Week of 9 March');
  });

  test('a week that was written is not asked for again', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    await checkedIn(deps);
    expect((await openForm(await at(deps, IN_GRACE))).title).toBe('Check-in: Week of 9 March');
  });

  test('before the group sets out there is nothing to check in for', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const ada = await at(deps, instant('2026-02-27T12:00Z'));
    expect(textOf(await ada.slash('checkin'))).toContain('the first time opens on <t:');
  });
});

describe('after checking in', () => {
  test('it says that it counts, where it stands and what comes next, without a streak of one', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const { view } = await checkedIn(deps);
    expect(problemsOf(view)).toEqual([]);
    expect(textOf(view)).toMatchInlineSnapshot(`
      "## Thank you, your check-in for **Week of 2 March** is in.
      It appears in the thread in <#study>, in your words.
      It counts.
      Next on your way: **Install the language and run a first file**.
      **Shall I remind you?**
      If you like, I write to you privately when it is time for the next check-in: one friendly nudge, and none once you have checked in. Nobody else sees it, and one press ends it."
    `);
    expect(labelsOf(view)).toMatchInlineSnapshot(`
      [
        "My next topic",
        "I’m stuck",
        "Home",
        "Correct",
        "Take back",
        "My check-ins",
        "Yes, one nudge",
        "More choices",
        "No, thank you",
      ]
    `);
  });

  test('the streak shows from two on', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    await checkedIn(deps);
    expect(textOf((await checkedIn(deps, instant('2026-03-12T12:00Z'))).view)).toContain('**2 check-ins in a row**');
  });

  test('the step that was ticked is done, and that can be undone', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const ada = await at(deps);
    const form = await openForm(ada);
    const [, box = ''] = /"value":"(finished[^"]*)"/.exec(wordsOf(form)) ?? [];
    await ada.fill(form, typed({}, [box]));
    expect(textOf(ada.view)).toContain('is done.');
    expect(textOf(ada.view)).not.toContain('Ticked:');
    expect(textOf(await ada.press('Undo'))).toContain('Taken back.');
  });
});

describe('one’s own', () => {
  test('are listed newest first, page by page, alone as in a group', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada', { isAlone: true });
    for (const week of [0, 1, 2, 3, 4, 5, 6]) {
      await checkedIn(deps, WEDNESDAY.add({ hours: 24 * 7 * week }), typed({ did: `Week ${week}` }));
    }
    const ada = await at(deps, instant('2026-04-20T12:00Z'));
    expect(textOf(await ada.slash('checkin', { look: 'all' }))).toContain('**Week of 13 April**: Week 6');
    expect(textOf(ada.view)).not.toContain('Week 1');
    expect(textOf(await ada.press('Read on'))).toContain('**Week of 2 March**: Week 0');
    expect(textOf(await ada.choose('Choose a check-in', 'Week of 9 March'))).toContain('> Week 1');
    expect(problemsOf(ada.view)).toEqual([]);
  });

  test('can be taken back, after a question that says what goes, and written anew', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const ada = await checkedIn(deps);
    const until = instant('2026-03-10T23:00Z').epochMilliseconds / 1000;
    expect(textOf(await ada.press('Take back'))).toContain(
      `From now on it does not count: it counts again only if you write it anew until <t:${until}:f>.`,
    );
    expect(textOf(await ada.press('Take back'))).toContain('is taken back.');
    expect(textOf(ada.view)).toContain('**Write it anew** brings it back.');
    expect(labelsOf(ada.view)).toContain('Write it anew');
    expect((await own(deps))?.takenBackAt).toBeDefined();
    await ada.fill(await ada.openForm('Write it anew'), typed({}));
    expect((await own(deps))?.takenBackAt).toBeUndefined();
  });

  test.each([
    ['private', WEDNESDAY, 'From now on it does not count'],
    ['in the channel', WEDNESDAY, 'Its card leaves the channel'],
    ['in the channel', IN_GRACE.add({ hours: 24 }), 'It counts as before, because its time is over.'],
  ])('what goes with one that is %s is said before', async (where, now, sentence) => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    await checkedIn(deps, WEDNESDAY, typed({}, where === 'private' ? ['private'] : []));
    const asked = await (await at(deps, now)).use(`checkin:take-back:${await idOf(deps)}`);
    expect(asked.kind === 'show' && textOf(asked.view)).toContain(sentence);
  });

  test('can be looked for by their name', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const ada = await checkedIn(deps);
    const suggested = await ada.suggestions('checkin', 'look', '2 march');
    expect(suggested[0]?.name).toBe('Week of 2 March');
    expect(textOf(await ada.slash('checkin', { look: suggested[0]?.value }))).toContain('> Read about indexes.');
  });
});

test('one’s own are offered as far back as a list reaches, and are found beyond it and with typing errors', async () => {
  const deps = await checkInDeps();
  await aLearner(deps, 'ada', { isAlone: true });
  for (let week = 0; week < 30; week += 1) await checkedIn(deps, WEDNESDAY.add({ hours: 24 * 7 * week }));
  const ada = await at(deps, WEDNESDAY.add({ hours: 24 * 7 * 29 }));
  const offered = async (typed: string) => (await ada.suggestions('checkin', 'look', typed)).map(({ name }) => name);
  expect(await offered('')).toHaveLength(25);
  expect((await offered('')).slice(0, 2)).toEqual(['All my check-ins', 'Week of 21 September']);
  expect((await offered('9 mrach'))[0]).toBe('Week of 9 March');
  expect(await offered('april')).toEqual(expect.arrayContaining(['Week of 6 April', 'Week of 27 April']));
});

describe('the buttons of a card', () => {
  test('somebody else is told kindly whose it is, and changes nothing', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    await aLearner(deps, 'bo');
    await checkedIn(deps);
    const bo = await at(deps, WEDNESDAY, { userId: 'bo' });
    for (const control of ['edit', 'take-back', 'really-take-back']) {
      const answer = await bo.use(`checkin:${control}:${await idOf(deps)}`);
      expect(answer.kind === 'show' && textOf(answer.view)).toContain('Only whoever wrote this check-in');
    }
    const look = await bo.use(`checkin:look:${await idOf(deps)}:0`);
    expect(look.kind === 'show' && textOf(look.view)).toContain('not for you to read');
    expect(await own(deps)).toMatchObject({ takenBackAt: undefined, did: 'Read about indexes.' });
  });

  test('everybody there reads the whole, page by page; of another server nobody does', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const lines = Array.from({ length: 120 }, (_, index) => `${index}*_`).join('\n');
    await checkedIn(deps, WEDNESDAY, typed({ did: lines.slice(0, 1000), next: '#'.repeat(500) }));
    const id = `checkin:read:${await idOf(deps)}:0`;
    const stranger = await at(deps, WEDNESDAY, { userId: 'eve' });
    const read = await stranger.use(id);
    expect(read.kind === 'show' && textOf(read.view)).toContain('> 119\\*\\_');
    const elsewhere = await at(deps, WEDNESDAY, { userId: 'eve', serverId: 'elsewhere' });
    const refused = await elsewhere.use(id);
    expect(refused.kind === 'show' && textOf(refused.view)).toContain('not for you to read');
  });

  test('a private one is read by nobody else, not even by moderators', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    await checkedIn(deps, WEDNESDAY, typed({}, ['private']));
    const moderator = await at(deps, WEDNESDAY, { userId: 'mo', managesServer: true });
    const answer = await moderator.use(`checkin:read:${await idOf(deps)}:0`);
    expect(answer.kind === 'show' && textOf(answer.view)).toContain('not for you to read');
  });

  test('moderators hide a card and show it again; nobody else can', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    await checkedIn(deps);
    const id = `checkin:hide:${await idOf(deps)}`;
    const bo = await at(deps, WEDNESDAY, { userId: 'bo' });
    const refused = await bo.use(id);
    expect(refused.kind === 'show' && textOf(refused.view)).toContain('Only moderators of the group');
    const answer = await (await at(deps, WEDNESDAY, { userId: 'mo', managesServer: true })).use(id);
    expect(answer.kind === 'show' && labelsOf(answer.view)).toEqual(['Show it again', 'Read all', 'Home']);
    expect((await own(deps))?.hiddenAt).toEqual(WEDNESDAY);
  });

  test('the author sees that theirs is hidden', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const ada = await checkedIn(deps);
    const moderator = { userId: 'mo', serverId: 'study-hall', managesServer: true, roleIds: [] };
    await hideCheckIn(deps, moderator, { checkInId: await idOf(deps), hide: true, now: WEDNESDAY });
    expect(textOf(await ada.press('My check-ins'))).toContain('(hidden by a moderator)');
  });
});

describe('whoever may not write in the channel', () => {
  const silent = { ...aDiscord(), mayWrite: async () => false };

  test('is told so in the form, and keeps it for themselves', async () => {
    const deps = await checkInDeps({ discord: silent });
    await aLearner(deps, 'ada');
    const ada = await at(deps);
    const form = await openForm(ada);
    expect(wordsOf(form)).toContain('You may not write in #study');
    expect(wordsOf(form)).toMatch(/"value":"private"[^}]*"default":true/);
    expect(problemOf(await ada.fill(form, typed({})))).toContain('You may not write in <#study>');
    expect(await listNewestCheckIns(deps.db, 'member-ada', 5)).toEqual([]);
    await ada.fill(form, typed({}, ['private']));
    expect(textOf(ada.view)).toContain('Only you can read it.');
  });

  test('corrects and takes back all the same what stands there, and nothing new appears', async () => {
    let mayWrite = true;
    const deps = await checkInDeps({ discord: { ...aDiscord(), mayWrite: async () => mayWrite } });
    await aLearner(deps, 'ada');
    const ada = await at(deps);
    await ada.fill(await openForm(ada), typed({}));
    mayWrite = false;
    const form = await openForm(ada);
    expect(wordsOf(form)).toContain('Everyone in #study reads this.');
    expect(wordsOf(form)).not.toMatch(/"value":"private"[^}]*"default":true/);
    await ada.fill(form, typed({ did: 'Fewer words.' }));
    expect(textOf(ada.view)).toContain('says this now.');
    const [kept] = await listNewestCheckIns(deps.db, 'member-ada', 5);
    expect(kept).toMatchObject({ did: 'Fewer words.', isPrivate: false });

    await ada.fill(await openForm(ada), typed({}, ['private']));
    expect(problemOf(await ada.fill(await openForm(ada), typed({})))).toContain('You may not write in <#study>');
    mayWrite = true;
    await ada.fill(await openForm(ada), typed({}));
    mayWrite = false;
    expect(textOf(await ada.press('Take back'))).toContain('it does not count');
    expect(textOf(await ada.press('Take back'))).toContain('is taken back.');
    expect(problemOf(await ada.fill(await openForm(ada), typed({})))).toContain('You may not write in <#study>');
  });

  test('is measured by the channel in which it appears, which a group that has moved still has for this period', async () => {
    const asked: string[] = [];
    const channels = ['old', 'study'].map((id) => aChannel({ id, name: id }));
    const discord = {
      ...aDiscord({ channels }),
      mayWrite: async ({ channelId }: { readonly channelId: string }) => {
        asked.push(channelId);
        return channelId === 'old';
      },
    };
    const deps = await checkInDeps({ discord });
    await aLearner(deps, 'ada');
    await openPeriods(deps.db, 'early', WEDNESDAY);
    const thread = { channelId: 'old', starterMessageId: 'starter', threadId: 'thread' };
    await saveThread(deps.db, FIRST, thread);
    const ada = await at(deps);
    const form = await openForm(ada);
    expect(wordsOf(form)).toContain('Everyone in #old reads this.');
    await ada.fill(form, typed({ obstacle: 'Joins.' }, ['help']));
    expect(textOf(ada.view)).toContain('It appears in the thread in <#old>');
    await aLearner(deps, 'bo');
    await offerHelp(deps, { ...aCaller({ userId: 'bo' }), blockerId: await idOf(deps), now: WEDNESDAY });
    await ada.fill(await openForm(ada, `group:stuck:${realRoadmap().steps[0]?.id}`), { words: '' });
    await ada.press('Ask the group');
    expect(new Set(asked)).toEqual(new Set(['old']));
    channels.shift();
    await ada.fill(form, typed({}, ['private']));
    expect(problemOf(await ada.fill(form, typed({})))).toContain('You may not write in <#study>');
  });

  test('in the private chat their roles are asked for', async () => {
    const asked: unknown[] = [];
    const discord = {
      ...aDiscord(),
      mayWrite: async (...given: unknown[]) => {
        asked.push(given);
        return true;
      },
    };
    const deps = await checkInDeps({ discord });
    await aLearner(deps, 'ada');
    await openForm(await at(deps, WEDNESDAY, { serverId: undefined }));
    await openForm(await at(deps, WEDNESDAY, { roleIds: ['learners'] }));
    const place = { serverId: 'study-hall', channelId: 'study' };
    expect(asked).toEqual([
      [place, { userId: 'ada', known: undefined }, WEDNESDAY],
      [place, { userId: 'ada', known: { roleIds: ['learners'], timedOutUntil: undefined } }, WEDNESDAY],
    ]);
  });
});

describe('the streak', () => {
  /** Ada of Early birds checks in week by week, except in those left out; prompts are posted as by a running bot. */
  async function weeks(deps: Deps, count: number, without: readonly number[] = []) {
    for (let week = 0; week < count; week += 1) {
      const now = WEDNESDAY.add({ hours: 24 * 7 * week });
      await updateMember(deps.db, 'member-ada', { seenAt: now });
      await openPeriods(deps.db, 'early', now);
      await deps.db.updateTable('period').set({ prompt_state: 'posted' }).where('group_id', '=', 'early').execute();
      if (!without.includes(week)) await checkedIn(deps, now);
    }
    return at(deps, WEDNESDAY.add({ hours: 24 * 7 * count }));
  }

  test('stands on one’s progress from two on, and explains itself period by period', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const ada = await weeks(deps, 7, [5]);
    expect(textOf(await ada.slash('progress'))).toContain('**6 check-ins in a row**');
    expect(textOf(await ada.press('Why this streak?'))).toMatchInlineSnapshot(`
      "## Why 6 in a row
      6 times **kept** make 6. Spare weeks left: 0, and 2 of the 4 quarters of another.
      - Week of 20 April: still open
      - Week of 13 April: **kept** (6)
      - Week of 6 April: no check-in, carried by a spare week
      - Week of 30 March: **kept** (5)
      - Week of 23 March: **kept** (4)
      - Week of 16 March: **kept** (3)
      - Week of 9 March: **kept** (2)
      - Week of 2 March: **kept** (1)
      -# Every kept period adds a quarter of a spare week, two whole ones at most. A period without a check-in uses up a whole one and leaves the number as it is. Pauses, breaks, and periods in which nobody was asked cost nothing."
    `);
    expect(problemsOf(ada.view)).toEqual([]);
  });

  test('of one is not shown, nor is one that ended, and everybody can see where a new count began', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const ada = await weeks(deps, 5, [2, 3]);
    expect(textOf(await ada.slash('progress'))).not.toContain('in a row');
    expect(textOf(await ada.press('Why this streak?'))).toMatchInlineSnapshot(`
      "## No streak right now
      Two check-ins in a row begin one. Your next check-in is a fine start, whenever it comes.
      - Week of 6 April: still open
      - Week of 30 March: **kept** (1)
      - Week of 23 March: no check-in
      - A new count begins here.
      - Week of 16 March: no check-in
      - Week of 9 March: **kept** (2)
      - Week of 2 March: **kept** (1)
      -# Every kept period adds a quarter of a spare week, two whole ones at most. A period without a check-in uses up a whole one and leaves the number as it is. Pauses, breaks, and periods in which nobody was asked cost nothing."
    `);
    expect(problemsOf(ada.view)).toEqual([]);
  });

  test('that has not begun yet says how one does', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const ada = await weeks(deps, 0);
    await ada.slash('progress');
    expect(textOf(await ada.press('Why this streak?'))).toContain('Your next check-in is a fine start');
    expect(textOf(ada.view)).toContain('- Week of 2 March: still open');
    expect(textOf(ada.view)).not.toContain('new count');
  });

  test('turned off is shown nowhere: not on the progress, not after a check-in, not explained', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const ada = await weeks(deps, 3);
    await ada.slash('settings');
    expect(textOf(await ada.press('Show no streak'))).toContain('Shown nowhere.');
    expect(textOf(await ada.slash('progress'))).not.toContain('in a row');
    await ada.fill(await openForm(ada, 'checkin:period:early.c.4'), typed({}));
    expect(textOf(ada.view)).not.toContain('in a row');
    const why = await ada.use('checkin:streak:0');
    expect(why.kind === 'show' && textOf(why.view)).not.toMatch(/\d/);
    await ada.slash('progress');
    expect(labelsOf(ada.view)).not.toContain('Why this streak?');
    await ada.slash('settings');
    await ada.press('Show my streak');
    expect(textOf(await ada.slash('progress'))).toContain('**4 check-ins in a row**');
  });

  test('of somebody else is never shown', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    await aLearner(deps, 'bo');
    await weeks(deps, 3);
    const bo = await at(deps, WEDNESDAY, { userId: 'bo' });
    expect(textOf(await bo.slash('progress', { member: 'ada' }))).toContain('How far <@ada> is');
    expect(textOf(bo.view)).not.toContain('in a row');
  });

  test('of a year is explained page by page', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const ada = await weeks(deps, 52);
    await ada.slash('progress');
    let kept = 0;
    await ada.press('Why this streak?');
    for (;;) {
      kept += textOf(ada.view).match(/\*\*kept\*\* \(/g)?.length ?? 0;
      expect(problemsOf(ada.view)).toEqual([]);
      if (!labelsOf(ada.view).includes('Read on')) break;
      await ada.press('Read on');
    }
    expect(kept).toBe(52);
  });
});

describe('home', () => {
  test('names the check-in that is open, then when the next one opens', async () => {
    const deps = await checkInDeps();
    await aLearner(deps, 'ada');
    const ada = await at(deps);
    expect(textOf(await ada.slash('help'))).toContain('Check-in for **Week of 2 March**: open until <t:');
    await ada.fill(await ada.openForm('Check in'), typed({}));
    expect(textOf(await ada.press('Home'))).toContain('The next one opens on <t:');
    expect(labelsOf(ada.view)).toContain('My check-ins');
  });
});
