import { expect, test } from 'vitest';
import { addPause } from '../../src/actions/add-pause.ts';
import { checkIn } from '../../src/actions/check-in.ts';
import { listQuietMembers } from '../../src/actions/list-quiet-members.ts';
import { openPeriods } from '../../src/actions/open-periods.ts';
import type { Answer, Deps } from '../../src/discord/command.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { insertGroupBreak } from '../../src/store/group-break-store.ts';
import { findMembership } from '../../src/store/membership-store.ts';
import { setPromptState } from '../../src/store/period-state-store.ts';
import { listPeriodsAfter } from '../../src/store/period-store.ts';
import { instant } from '../support/builders.ts';
import { aLearner, at, checkInDeps, WEDNESDAY } from '../support/check-in-people.ts';
import { aContent } from '../support/check-ins.ts';
import { aDiscord, aGroup } from '../support/groups.ts';
import { day } from '../support/plans.ts';
import { labelsOf, problemsOf, textOf } from '../support/view-text.ts';

/** Tuesday after the third week, its grace not over; a day later it is. */
const LATER = instant('2026-03-25T12:00Z');

/** The group lived from Monday 2 March until then, and every prompt was posted. */
async function lived(deps: Deps, until = LATER): Promise<void> {
  await openPeriods(deps.db, 'early', until);
  for (const { id, promptAt } of await listPeriodsAfter(deps.db, 'early', instant('2026-03-01T00:00Z'))) {
    if (Temporal.Instant.compare(promptAt, until) <= 0) await setPromptState(deps.db, id, 'posted', promptAt);
  }
}

const quiet = async (deps: Deps, now = LATER) => (await listQuietMembers(deps, { group: aGroup(), now })).userIds;

const asModerator = (deps: Deps, now = LATER) => at(deps, now, { userId: 'mia', managesServer: true });

async function said(deps: Deps, userId: string, obstacle: string, overrides = {}): Promise<void> {
  const member = await aLearner(deps, userId);
  const content = aContent({ obstacle, asksForHelp: true, hours: 2, ...overrides });
  await checkIn(deps, { member, periodId: 'early.c.1', content, language: 'en', now: WEDNESDAY });
}

test('a past period is told in numbers, with who asked for help and nobody who did not check in', async () => {
  const deps = await checkInDeps();
  for (const userId of ['ada', 'grace', 'linus']) await said(deps, userId, `I am ${userId}.`);
  await said(deps, 'secret', 'Nobody reads this.', { isPrivate: true, asksForHelp: false });
  await aLearner(deps, 'silent');
  await lived(deps);
  const mia = await asModerator(deps);
  await mia.slash('setup report');
  const view = await mia.choose('Another period', 'Week of 2 March');
  expect(textOf(view)).toContain('**Week of 2 March** (2 Mar 2026 to 8 Mar 2026)');
  expect(textOf(view)).toContain('Check-ins: **3**\nHours, all together: **6**');
  expect(textOf(view)).toContain('- <@ada>: I am ada.');
  expect(textOf(view)).not.toMatch(/secret|silent|Nobody reads/);
  expect(problemsOf(view)).toEqual([]);
});

test('the file names nobody by their id of whom was not asked whether they are still there', async () => {
  const asked: string[] = [];
  const findPresence = async (_server: string, userId: string) => {
    asked.push(userId);
    return 'there' as const;
  };
  const deps = await checkInDeps({ discord: { ...aDiscord(), findPresence } });
  const people = Array.from({ length: 10 }, (_, index) => `person-${index}`);
  for (const userId of people) await said(deps, userId, `Stuck ${userId}.`);
  await lived(deps);
  const view = viewOf(await (await asModerator(deps)).use('setup:report-file:early:1'));
  const rows = String(view.files?.[0]?.data).split('\n');
  const named = people.filter((userId) => rows.some((row) => row.split(',')[1]?.includes(userId)));
  expect(named).toEqual(people.filter((userId) => asked.includes(userId)));
  expect(named).toHaveLength(8);
  expect(rows.filter((row) => row.includes('Stuck'))).toHaveLength(10);
});

test('the file holds the same, and what was typed into it is no formula', async () => {
  const deps = await checkInDeps();
  await said(deps, 'ada', '=HYPERLINK("http://example.com")');
  await lived(deps);
  const mia = await asModerator(deps);
  const view = viewOf(await mia.use('setup:report-file:early:1'));
  const [file] = view.files ?? [];
  expect(file?.name).toBe('report-2026-03-02.csv');
  expect(file?.data).toBe(
    [
      '\uFEFF"What","Which","Value"',
      '"Period","Week of 2 March",""',
      '"First day","","2026-03-02"',
      '"Last day","","2026-03-08"',
      '"Check-ins","","1"',
      `"Asked for help","ada","'=HYPERLINK(""http://example.com"")"`,
      '',
    ].join('\r\n'),
  );
  expect(problemsOf(view)).toEqual([]);
});

test('what was hidden is listed at any time, also what runs still, and each can be shown again', async () => {
  const deps = await checkInDeps();
  for (const userId of ['ada', 'grace', 'linus', 'mary', 'tim']) await said(deps, userId, `I am ${userId}.`);
  const mia = await asModerator(deps, WEDNESDAY);
  const open = async () => {
    await mia.slash('setup report');
    return mia.press('Hidden check-ins');
  };
  expect(textOf(await open())).toContain('No check-in is hidden.');
  for (const { id } of await deps.db.selectFrom('check_in').select('id').execute()) {
    await mia.use(`checkin:hide:${id}`);
  }
  const listed = await open();
  expect(textOf(listed)).toMatch(/\*\*\(1\)\*\* \*\*Week of 2 March\*\*, <@\w+>: Read about indexes\./);
  expect(problemsOf(listed)).toEqual([]);
  await mia.press('Older ones');
  expect(labelsOf(mia.view)).toEqual(['Show again (5)', 'Read all (5)', 'Newer ones', 'Report']);
  expect(textOf(await mia.press('Show again (5)'))).toContain('comes back to the thread');
  expect(labelsOf(await open())).not.toContain('Older ones');
  expect(textOf(await mia.press('Read all (1)'))).toContain('Read about indexes.');
});

test('before the first period is over there is nothing to report', async () => {
  const deps = await checkInDeps();
  await lived(deps, WEDNESDAY);
  expect(textOf(await (await asModerator(deps, WEDNESDAY)).slash('setup report'))).toContain('is over yet');
});

test('of more periods than a list holds the older ones are a press away', async () => {
  const deps = await checkInDeps();
  const now = instant('2026-10-01T12:00Z');
  await lived(deps, now);
  const mia = await asModerator(deps, now);
  expect(labelsOf(await mia.slash('setup report'))).not.toContain('Newer periods');
  await mia.press('Older periods');
  const view = await mia.choose('Another period', 'Week of 2 March');
  expect(textOf(view)).toContain('**Week of 2 March**');
  expect(labelsOf(view)).toContain('Newer periods');
});

test.each(['setup:report:early', 'setup:report-list:early:0', 'setup:report-file:early:1', 'setup:quiet:early'])(
  'whoever does not look after the group gets nothing from %s',
  async (id) => {
    const deps = await checkInDeps();
    await said(deps, 'ada', 'Joins.');
    await lived(deps);
    const view = viewOf(await (await at(deps, LATER, { userId: 'eve' })).use(id));
    expect(view.files ?? []).toEqual([]);
    expect(textOf(view)).not.toMatch(/Joins|Check-ins:|ada|Quiet for three/);
  },
);

test('a period of another group, or one that is forged, is not shown', async () => {
  const deps = await checkInDeps();
  await lived(deps);
  const mia = await asModerator(deps);
  expect(textOf(viewOf(await mia.use('setup:report-file:early:99')))).toContain('is over yet');
  expect(textOf(viewOf(await mia.use('setup:report:early:0', ['night.c.1'])))).toContain('is over yet');
});

test('whoever has not checked in three times in a row is named, with a kind message to send', async () => {
  const deps = await checkInDeps();
  await said(deps, 'ada', 'Joins.');
  await said(deps, 'secret', 'For me.', { isPrivate: true, asksForHelp: false });
  await aLearner(deps, 'quiet');
  await lived(deps);
  const view = viewOf(await (await asModerator(deps)).use('setup:quiet:early'));
  expect(textOf(view)).toContain('- <@quiet>');
  expect(textOf(view)).not.toMatch(/<@(ada|secret)>/);
  expect(textOf(view)).toContain('there is nothing to catch up on');
  expect(problemsOf(view)).toEqual([]);
});

test('two periods are not three, and one in its grace does not count yet', async () => {
  const deps = await checkInDeps();
  await aLearner(deps, 'quiet');
  await lived(deps);
  expect(await quiet(deps, instant('2026-03-24T22:59Z'))).toEqual([]);
  expect(await quiet(deps, instant('2026-03-24T23:00Z'))).toEqual(['quiet']);
});

test('where more have been quiet than fit, that is said, and all of them can be seen', async () => {
  const discord = { ...aDiscord(), findPresence: async (_server: string, id: string) => presenceOf(id) };
  const deps = await checkInDeps({ discord });
  for (let count = 0; count < 32; count += 1) await aLearner(deps, count === 3 ? 'gone' : `quiet-${count}`);
  await lived(deps);
  const mia = await asModerator(deps);
  await mia.slash('setup report');
  const seen: string[] = [];
  const look = async (label: string) => {
    const text = textOf(await mia.press(label));
    seen.push(...[...text.matchAll(/<@([\w-]+)>/g)].map(([, id = '']) => id));
    return text;
  };
  expect(await look('Quiet members')).toContain('There are more who have been quiet.');
  expect(await look('Go on')).toContain('There are more who have been quiet.');
  expect(await look('Go on')).not.toContain('There are more');
  expect(labelsOf(mia.view)).not.toContain('Go on');
  expect([seen.length, new Set(seen).size, seen.includes('gone')]).toEqual([31, 31, false]);
  expect(problemsOf(mia.view)).toEqual([]);
});

test('whoever rests, or whose group does, is not quiet', async () => {
  const deps = await checkInDeps();
  const member = await aLearner(deps, 'resting');
  const span = { firstDay: day('2026-03-18'), lastDay: day('2026-03-18') };
  await addPause(deps, { member, span, now: WEDNESDAY });
  await lived(deps);
  expect(await quiet(deps)).toEqual([]);
  await aLearner(deps, 'quiet');
  expect(await quiet(deps)).toEqual(['quiet']);
  const rest = { id: 'break-1', groupId: 'early', kind: 'break', shifts: false } as const;
  await insertGroupBreak(deps.db, { ...rest, ...span, recordedAt: WEDNESDAY });
  expect(await quiet(deps)).toEqual([]);
});

test('nobody is quiet who was not asked', async () => {
  const deps = await checkInDeps();
  await aLearner(deps, 'quiet');
  await openPeriods(deps.db, 'early', LATER);
  expect(await quiet(deps)).toEqual([]);
});

test('whoever has left the server is not named, and is in the group no more', async () => {
  const discord = { ...aDiscord(), findPresence: async (_server: string, id: string) => presenceOf(id) };
  const deps = await checkInDeps({ discord });
  await aLearner(deps, 'gone');
  await aLearner(deps, 'quiet');
  await lived(deps);
  expect(await quiet(deps)).toEqual(['quiet']);
  expect(await findMembership(deps.db, 'member-gone')).toBeUndefined();
});

const presenceOf = (id: string) => (id === 'gone' ? 'gone' : 'there');

function viewOf(answer: Answer) {
  if (answer.kind !== 'show') throw new Error(`The answer was no message but: ${answer.kind}`);
  return answer.view;
}
