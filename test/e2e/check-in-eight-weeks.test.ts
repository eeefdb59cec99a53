import { expect, test } from 'vitest';
import type { MessageView } from '../../playground/people/reading.ts';
import { addPause } from '../../src/actions/add-pause.ts';
import { explainMemberStreak } from '../../src/actions/read-streak.ts';
import type { Member } from '../../src/domain/member.ts';
import { helpEntry } from '../../src/domain/period-order.ts';
import type { Temporal } from '../../src/lib/temporal.ts';
import { insertGroupBreak } from '../../src/store/group-break-store.ts';
import { insertOutboxEntry } from '../../src/store/outbox-store.ts';
import { day } from '../support/plans.ts';
import { Rhythm } from '../support/rhythm.ts';

const names = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus', 'Hal', 'Ivy', 'Jo', 'Kim', 'Lou'] as const;
type Name = (typeof names)[number];

/** What somebody said about a week, as the test itself keeps it. */
interface Said {
  readonly hours?: number;
  readonly isPrivate?: boolean;
  readonly blocker?: string;
  readonly finishes?: boolean;
  readonly isTakenBack?: boolean;
  readonly isHidden?: boolean;
}

const monday = (week: number) => day('2026-03-02').add({ days: 7 * (week - 1) });

/** A moment of a week, counted from its Monday, on the group's clock. */
function moment(week: number, days: number, hour: number): Temporal.Instant {
  const at = monday(week).add({ days });
  return at.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: { hour, minute: 30 } }).toInstant();
}

const nameOf = (week: number) => monday(week).toLocaleString('en-GB', { day: 'numeric', month: 'long' });

/** The line of a recap, added up from what was said. Undefined where nobody said anything that others may read. */
function lineOf(week: number, all: ReadonlyMap<string, Said>): string | undefined {
  const told = [...all.values()].filter(({ isPrivate }) => !isPrivate);
  const said = told.filter(({ isTakenBack }) => !isTakenBack);
  if (said.every(({ isHidden }) => isHidden)) return undefined;
  const hours = said.flatMap(({ hours: own }) => own ?? []);
  const finished = told.filter(({ finishes }) => finishes).length;
  const sums = [
    said.length === 1 ? '1 check-in' : `${said.length} check-ins`,
    ...(hours.length < 3 ? [] : [`${hours.reduce((sum, one) => sum + one, 0)} hours`]),
    ...(finished === 0 ? [] : [finished === 1 ? '1 step finished' : `${finished} steps finished`]),
  ];
  const line = sums.length < 3 ? sums.join(' and ') : `${sums.slice(0, -1).join(', ')}, and ${sums.at(-1)}`;
  return `**Spring cohort**, Week of ${nameOf(week)}: ${line}.`;
}

/** Twelve people on the playground's Discord, who act as people do: with buttons and forms. */
async function aGroupOfTwelve() {
  const rhythm = await Rhythm.begin();
  const members = new Map<Name, Member>();
  for (const name of names) members.set(name, await rhythm.member(name));
  const kept = new Map<number, Map<string, Said>>();
  const weekOf = (week: number) => kept.get(week) ?? kept.set(week, new Map()).get(week) ?? new Map<string, Said>();
  const note = (name: string, week: number, said: Said) => {
    const all = weekOf(week);
    all.set(name, { ...all.get(name), ...said });
  };
  const person = (name: Name) => rhythm.playground.person(name).in('study');
  const memberOf = (name: Name) => members.get(name) as Member;
  const cardOf = async (name: Name, week: number): Promise<MessageView> => {
    const { card } = await rhythm.said(memberOf(name), week);
    const found = rhythm.threads.flatMap(({ messages }) => messages).find(({ id }) => id === card?.messageId);
    if (!found) throw new Error(`${name} has no card for week ${week}.`);
    return found;
  };
  const fill = async (name: Name, week: number, said: Said) => {
    const who = person(name);
    const { hours, isPrivate = false, blocker = '', finishes = false } = said;
    const step = who.form?.fields.at(-1)?.options.at(0)?.label ?? '';
    const boxes = [...(finishes ? [step] : []), ...(blocker ? ['help'] : []), ...(isPrivate ? ['private'] : [])];
    const answer = await who.fill({ did: `Week ${week}`, hours: String(hours ?? ''), obstacle: blocker, boxes });
    expect(answer.text).toMatch(/is in\.|says this now\./);
    note(name, week, said);
    await rhythm.time.bot.idle();
  };
  return {
    rhythm,
    memberOf,
    cardOf,
    person,
    travel: (week: number, days: number, hour: number) => rhythm.time.travelTo(moment(week, days, hour)),
    /** By the command, for the week that runs. */
    async checkIn(name: Name, week: number, said: Said = {}) {
      const answer = await person(name).slash('checkin');
      if (answer.labels.includes('Go on')) await person(name).press('Go on'); // Who was away for weeks is greeted first.
      await fill(name, week, said);
    },
    /** By the button below the prompt of a week. */
    async checkInLate(name: Name, week: number, said: Said = {}) {
      const prompt = rhythm.posts.find(({ content }) => content.includes(`check in for **Week of ${nameOf(week)}**`));
      await person(name).press('Check in', prompt);
      await fill(name, week, said);
    },
    note,
    expected: () => Array.from({ length: 8 }, (_, index) => lineOf(index + 1, weekOf(index + 1))).filter(Boolean),
    recaps: () => rhythm.posts.map(({ content }) => content).filter((line) => /: \d+ check-in/.test(line)),
  };
}

test('twelve people, eight weeks: every number in every recap agrees with what they said', {
  timeout: 300_000,
}, async () => {
  const story = await aGroupOfTwelve();
  const { rhythm, travel, checkIn, checkInLate, person, cardOf, memberOf, note } = story;

  // Week 1: everybody, from Wednesday on; the first makes the thread.
  await travel(1, 2, 20);
  for (const [index, name] of names.entries()) {
    if (index === 6) await travel(1, 6, 19);
    await checkIn(name, 1, { hours: index + 1, ...(index % 4 === 0 ? { finishes: true } : {}) });
  }

  // Week 2: Ada is late, Ben corrects himself while the recap is near, the last two say nothing.
  await travel(2, 4, 20);
  for (const name of names.slice(1, 10)) await checkIn(name, 2, { hours: 2 });
  await travel(3, 1, 20);
  await checkInLate('Ada', 2, { hours: 5, finishes: true });
  await person('Ben').press('Correct', await cardOf('Ben', 2));
  await person('Ben').fill({ did: 'Rather this.', hours: '4,5' });
  note('Ben', 2, { hours: 4.5 });

  // Week 3: Cleo takes hers back, a moderator hides Dan's, and Ada asks for help.
  await travel(3, 3, 20);
  for (const name of ['Ben', 'Cleo', 'Dan', 'Ivy'] as const) await checkIn(name, 3, { hours: 3 });
  await checkIn('Ada', 3, { hours: 1, blocker: 'Why is my join so slow?' });
  await person('Cleo').press('Take back', await cardOf('Cleo', 3));
  await person('Cleo').press('Take back');
  note('Cleo', 3, { isTakenBack: true });
  await rhythm.playground
    .person('Grace')
    .in('study')
    .press('Hide', await cardOf('Dan', 3));
  note('Dan', 3, { isHidden: true });
  await rhythm.time.bot.idle();

  // Week 4: the group rests. Eve says something all the same.
  await insertGroupBreak(rhythm.db, {
    ...{ id: 'break', groupId: rhythm.group.id, kind: 'break', shifts: false, recordedAt: rhythm.time.now() },
    ...{ firstDay: monday(4), lastDay: monday(4).add({ days: 6 }) },
  });
  await travel(4, 2, 20);
  await checkIn('Eve', 4);

  // Week 5: Finn pauses, Gus keeps his for himself.
  await addPause(rhythm.deps, {
    member: memberOf('Finn'),
    span: { firstDay: monday(5), lastDay: monday(5).add({ days: 6 }) },
    now: rhythm.time.now(),
  });
  await travel(5, 5, 20);
  await checkIn('Gus', 5, { hours: 1, isPrivate: true, finishes: true });
  for (const name of ['Ivy', 'Jo', 'Kim'] as const) await checkIn(name, 5, { hours: 1, finishes: name === 'Jo' });

  // Week 6: nine are stuck, and Hal helps one of them.
  await travel(6, 3, 20);
  const stuck = names.filter((name) => !['Ivy', 'Hal', 'Lou'].includes(name));
  for (const name of stuck) await checkIn(name, 6, { blocker: `${name} is stuck.` });
  const { id: blockerId } = await rhythm.said(memberOf('Kim'), 6);
  const pair = { blockerId, helperId: memberOf('Hal').id, askerUserId: memberOf('Kim').userId };
  await insertOutboxEntry(rhythm.db, helpEntry(rhythm.group, pair, rhythm.time.now()), rhythm.time.now());
  await rhythm.deliver();

  // Week 7: only Ivy, and only for herself: no recap. Week 8: everybody is back.
  await travel(7, 2, 20);
  await checkIn('Ivy', 7, { isPrivate: true });
  await travel(8, 3, 20);
  for (const name of names) await checkIn(name, 8, { hours: 1.5 });
  await travel(9, 2, 20);

  expect(story.recaps()).toEqual(story.expected());
  expect(story.recaps()).toHaveLength(7);
  expect((await rhythm.promptStates()).slice(0, 8)).toEqual([
    ...['posted', 'posted', 'posted', 'break', 'posted', 'posted', 'posted', 'posted'],
  ]);
  expect(rhythm.threads.map(({ messages }) => messages.length)).toEqual([12, 10, 3, 1, 3, 10, 0, 12]);

  const sixth = rhythm.posts.find(({ content }) => content.startsWith(`**Spring cohort**, Week of ${nameOf(6)}`));
  expect(sixth?.labels.filter((label) => label.startsWith('I can help'))).toHaveLength(8);
  const more = await person('Lou').press('More (1)', sixth);
  expect([more.private, more.text]).toEqual([true, expect.stringContaining('Kim is stuck.')]);

  // Ivy missed the sixth week and had earned a spare one; in the fourth the group rested.
  const ivy = await explainMemberStreak(rhythm.deps, { member: memberOf('Ivy'), now: rhythm.time.now() });
  expect(ivy.kept).toBe(6);
  expect(rhythm.playground.violations).toEqual([]);
});
