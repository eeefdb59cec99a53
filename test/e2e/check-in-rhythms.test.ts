import { expect, test } from 'vitest';
import { checkIn } from '../../src/actions/check-in.ts';
import { editGroup } from '../../src/actions/edit-group.ts';
import { joinGroup } from '../../src/actions/join-group.ts';
import { explainMemberStreak } from '../../src/actions/read-streak.ts';
import type { Member } from '../../src/domain/member.ts';
import { periodId } from '../../src/domain/period.ts';
import type { Rhythm as RhythmName, StudyGroup } from '../../src/domain/study-group.ts';
import { insertStudyGroup } from '../../src/store/study-group-store.ts';
import { aContent } from '../support/check-ins.ts';
import { aSchedule } from '../support/cohorts.ts';
import { BEFORE, Rhythm } from '../support/rhythm.ts';

/** A group of one more rhythm beside the first, in a channel of its own. */
async function another(rhythm: Rhythm, name: string, channel: string, of: RhythmName): Promise<StudyGroup> {
  const { id: channelId } = rhythm.playground.channel(channel);
  const schedule = { ...rhythm.group.schedule, rhythm: of };
  const group = { ...rhythm.group, id: `group-${of}`, name, channelId, schedule };
  await insertStudyGroup(rhythm.db, group);
  return group;
}

async function memberOf(rhythm: Rhythm, name: string, group: StudyGroup): Promise<Member> {
  const member = await rhythm.member(name);
  await joinGroup(rhythm.deps, { member, groupId: group.id, now: BEFORE, isChange: true });
  return member;
}

/** Says something about a period of a group, counted from 1, and lets the bot deliver what follows. */
async function say(rhythm: Rhythm, group: StudyGroup, member: Member, sequence: number): Promise<string> {
  const { kind } = await checkIn(rhythm.deps, {
    ...{ member, periodId: periodId(group.id, sequence), content: aContent({ hours: 1 }) },
    ...{ language: 'en', now: rhythm.time.now() },
  });
  await rhythm.deliver();
  return kind;
}

/** "03-04T17:00 asks: 2 March to 4 March", "03-07T17:00 recap: 2 March to 4 March, 1", as they stand in a channel. */
function diaryOf(rhythm: Rhythm, channel: string): string[] {
  return rhythm.playground.channel(channel).messages.flatMap(({ createdAt, content }) => {
    const at = new Date(createdAt).toISOString().slice(5, 16);
    const [, asked] = /time to check in for \*\*(.+?)\*\*/.exec(content) ?? [];
    const [, period, count] = /^\*\*.+?\*\*, (.+?): (\d+) check-ins?/.exec(content) ?? [];
    if (asked) return `${at} asks: ${asked}`;
    return period ? `${at} recap: ${period}, ${count}` : [];
  });
}

test('groups of other rhythms are asked, have their grace and get their recaps side by side', {
  timeout: 120_000,
}, async () => {
  const rhythm = await Rhythm.begin({ group: { schedule: aSchedule({ rhythm: 'twice-weekly' }) } });
  const { group: twice } = rhythm;
  const long = await another(rhythm, 'Two weeks', 'announcements', 'two-weekly');
  const daily = await another(rhythm, 'Daily', 'general', 'daily');
  const ada = await rhythm.member('Ada');
  const ben = await memberOf(rhythm, 'Ben', long);
  const [cleo, dan, eve] = [
    await memberOf(rhythm, 'Cleo', daily),
    await memberOf(rhythm, 'Dan', daily),
    await memberOf(rhythm, 'Eve', daily),
  ];
  const at = (moment: string) => rhythm.travelTo(moment);

  // Twice a week: Ada says something about each half, the last one in its grace. Daily: two days, the second by noon after.
  await at('2026-03-02T12:00Z');
  expect(await say(rhythm, daily, cleo, 1)).toBe('written');
  await at('2026-03-03T12:00Z');
  expect(await say(rhythm, daily, cleo, 2)).toBe('written');
  expect(await say(rhythm, twice, ada, 1)).toBe('written');
  await at('2026-03-04T10:59Z');
  expect(await say(rhythm, daily, dan, 2)).toBe('written');
  await at('2026-03-04T11:00Z');
  expect(await say(rhythm, daily, eve, 2)).toBe('not-open');
  await at('2026-03-10T22:59Z');
  expect(await say(rhythm, twice, ada, 2)).toBe('written'); // Its grace ends at midnight in Berlin.
  await at('2026-03-13T12:00Z');
  expect(await say(rhythm, daily, cleo, 12)).toBe('written'); // Prompts rested; the check-in wakes them.
  await at('2026-03-17T22:59Z');
  expect(await say(rhythm, long, ben, 1)).toBe('written');
  await at('2026-03-17T23:00Z');
  expect(await say(rhythm, twice, ada, 4)).toBe('not-open');
  await at('2026-03-18T17:01Z');

  expect(diaryOf(rhythm, 'study')).toEqual([
    '03-04T17:00 asks: 2 March to 4 March',
    '03-07T17:00 recap: 2 March to 4 March, 1',
    '03-08T17:00 asks: 5 March to 8 March',
    '03-11T17:00 asks: 9 March to 11 March',
    '03-11T17:00 recap: 5 March to 8 March, 1',
    '03-15T17:00 asks: 12 March to 15 March',
    '03-18T17:00 asks: 16 March to 18 March',
  ]);
  expect(diaryOf(rhythm, 'announcements')).toEqual([
    '03-15T17:00 asks: 2 March to 15 March',
    '03-18T17:00 recap: 2 March to 15 March, 1',
  ]);
  expect(diaryOf(rhythm, 'general')).toEqual([
    '03-02T17:00 asks: 2 March',
    '03-03T17:00 asks: 3 March',
    '03-03T17:00 recap: 2 March, 1',
    '03-04T17:00 asks: 4 March',
    '03-04T17:00 recap: 3 March, 2',
    '03-05T17:00 asks: 5 March',
    '03-06T17:00 asks: 6 March',
    '03-13T17:00 asks: 13 March',
    '03-14T17:00 asks: 14 March',
    '03-14T17:00 recap: 13 March, 1',
    '03-15T17:00 asks: 15 March',
    '03-16T17:00 asks: 16 March',
  ]);
  expect(rhythm.playground.violations).toEqual([]);
});

test('another rhythm in mid-course takes over where a period closes, and the past stays as it was', {
  timeout: 120_000,
}, async () => {
  const rhythm = await Rhythm.begin();
  const { group } = rhythm;
  const ada = await rhythm.member('Ada');
  const results = async () =>
    (await explainMemberStreak(rhythm.deps, { member: ada, now: rhythm.time.now() })).lines.map(
      ({ period, fate }) => `${period.firstDay} to ${period.lastDay}: ${fate}`,
    );
  await rhythm.travelTo('2026-03-04T12:00Z');
  await say(rhythm, group, ada, 1);
  await rhythm.travelTo('2026-03-12T12:00Z');
  await say(rhythm, group, ada, 2);
  const before = await results();
  await editGroup(rhythm.deps, {
    ...{ groupId: group.id, change: { rhythm: 'twice-weekly' }, actorId: 'mod', now: rhythm.time.now() },
  });
  expect(await results()).toEqual(before);
  await rhythm.travelTo('2026-03-17T12:00Z');
  await say(rhythm, group, ada, 3);
  await rhythm.travelTo('2026-03-20T12:00Z');
  await say(rhythm, group, ada, 4);
  await rhythm.travelTo('2026-03-25T17:01Z');
  expect(diaryOf(rhythm, 'study')).toEqual([
    '03-08T17:00 asks: Week of 2 March',
    '03-11T17:00 recap: Week of 2 March, 1',
    '03-15T17:00 asks: Week of 9 March',
    '03-18T17:00 asks: 16 March to 18 March',
    '03-18T17:00 recap: Week of 9 March, 1',
    '03-21T17:00 recap: 16 March to 18 March, 1',
    '03-22T17:00 asks: 19 March to 22 March',
    '03-25T17:00 asks: 23 March to 25 March',
    '03-25T17:00 recap: 19 March to 22 March, 1',
  ]);
  expect((await results()).slice(0, 4)).toEqual([
    ...[`${before[0]}`, '2026-03-09 to 2026-03-15: kept'],
    ...['2026-03-16 to 2026-03-18: kept', '2026-03-19 to 2026-03-22: kept'],
  ]);
  expect(rhythm.playground.violations).toEqual([]);
});
