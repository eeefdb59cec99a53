import { expect, test } from 'vitest';
import { explainMemberStreak } from '../../src/actions/read-streak.ts';
import { aGroupOfTwelve, monday, names } from '../support/twelve-people.ts';

type Story = Awaited<ReturnType<typeof aGroupOfTwelve>>;

/** Some want to be reminded, each as strongly as they like. */
const strengths = { Ada: 'active', Finn: 'standard', Jo: 'light', Kim: 'standard', Lou: 'active' } as const;
const reminded = Object.keys(strengths) as (keyof typeof strengths)[];

/** The group rests in the fourth week, and Finn in the fifth, too. */
const remindedOf = (story: Story, name: keyof typeof strengths) =>
  story.expectedReminders(name, strengths[name], name === 'Finn' ? [4, 5] : [4]);

/** On the recap Hal offers Ada his help, and Lou Kim, who stands behind **More**. The pairs that meet in the thread. */
async function offerHelp({ recapOf, press, person }: Story, week: number): Promise<string[]> {
  const recap = recapOf(week);
  expect(recap?.labels.filter((label) => label.startsWith('I can help'))).toHaveLength(8);
  const offer = async (name: 'Ada' | 'Hal') => (await press(name, 'I can help (1)', recap)).text;
  expect(await offer('Hal')).toContain('Thank you! I bring you and');
  expect(await offer('Hal')).toContain('You have offered');
  expect(await offer('Ada')).toContain('That is your own.');
  const more = await press('Lou', 'More (1)', recap);
  expect([more.message?.private, more.text]).toEqual([true, expect.stringContaining('Kim is stuck.')]);
  await press('Lou', 'I can help (9)');
  const [ada, hal, kim, lou] = (['Ada', 'Hal', 'Kim', 'Lou'] as const).map((name) => person(name).id);
  return [`<@${ada}>, <@${hal}> can help you.`, `<@${kim}>, <@${lou}> can help you.`];
}

test('twelve people, eight weeks: every number in every recap agrees with what they said', {
  timeout: 300_000,
}, async () => {
  const story = await aGroupOfTwelve();
  const { rhythm, travel, checkIn, checkInLate, person, cardOf, memberOf, note } = story;

  for (const name of reminded) await story.wantReminders(name, strengths[name]);

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
  await person('Grace').slash('milestone break', { from: `${monday(4)}`, to: `${monday(4).add({ days: 6 })}` });
  expect((await person('Grace').press('Yes, plan this break')).text).toContain('Noted: a break of the group from');
  await travel(4, 2, 20);
  await checkIn('Eve', 4);

  // Week 5: Finn pauses, Gus keeps his for himself.
  await story.command('Finn', 'plan');
  await story.press('Finn', 'I was away');
  const rest = await person('Finn').fill({ from: `${monday(5)}`, to: `${monday(5).add({ days: 6 })}` });
  expect(rest.text).toContain('(7 days). Your dates are moved already.');
  await travel(5, 5, 20);
  await checkIn('Gus', 5, { hours: 1, isPrivate: true, finishes: true });
  for (const name of ['Ivy', 'Jo', 'Kim'] as const) await checkIn(name, 5, { hours: 1, finishes: name === 'Jo' });

  // Week 6: nine are stuck, and two of them are helped.
  await travel(6, 3, 20);
  const stuck = names.filter((name) => !['Ivy', 'Hal', 'Lou'].includes(name));
  for (const name of stuck) await checkIn(name, 6, { blocker: `${name} is stuck.` });
  await travel(7, 2, 20);
  const pairs = await offerHelp(story, 6);
  await rhythm.time.bot.idle();
  expect(rhythm.threads[5]?.messages.slice(-2).map(({ content }) => content)).toEqual(pairs);

  // Week 7: only Ivy, and only for herself: no recap. Week 8: everybody is back.
  await checkIn('Ivy', 7, { isPrivate: true });
  await travel(8, 3, 20);
  for (const name of names) await checkIn(name, 8, { hours: 1.5 });
  await travel(9, 2, 20);

  expect(story.recaps()).toEqual(story.expected());
  expect(story.recaps()).toHaveLength(7);
  expect((await rhythm.promptStates()).slice(0, 8)).toEqual([
    ...['posted', 'posted', 'posted', 'break', 'posted', 'posted', 'posted', 'posted'],
  ]);
  expect(rhythm.threads.map(({ messages }) => messages.length)).toEqual([12, 10, 3, 1, 3, 11, 0, 12]);

  const counts = names.map((name) => story.remindersOf(name).length);
  expect(counts).toEqual([8, 0, 0, 0, 0, 4, 0, 0, 0, 3, 7, 16]);
  expect(reminded.map(story.remindersOf)).toEqual(reminded.map((name) => remindedOf(story, name)));

  // Ivy missed the sixth week and had earned a spare one; in the fourth the group rested.
  const ivy = await explainMemberStreak(rhythm.deps, { member: memberOf('Ivy'), now: rhythm.time.now() });
  expect(ivy.kept).toBe(6);
  expect(rhythm.playground.violations).toEqual([]);
});
