import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listOpenPeriods } from '../../src/actions/list-open-periods.ts';
import { explainMemberStreak } from '../../src/actions/read-streak.ts';
import { countsOf } from '../../src/domain/streak.ts';
import { rhythms } from '../../src/domain/study-group.ts';
import { findStreakFold, saveStreakFold } from '../../src/store/streak-store.ts';
import { insertSchedule } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { CheckInStory, START } from '../support/check-in-story.ts';
import { aWeeklyGroup } from '../support/check-ins.ts';
import { runs } from '../support/sample.ts';

test('a streak grows week by week, is carried by a spare week, and ends without one', async () => {
  const story = await CheckInStory.begin();
  for (const week of [1, 2, 3, 4, 5]) {
    await story.checkIn();
    expect((await story.streak()).kept).toBe(week);
    await story.wait(7);
  }
  await story.wait(7); // The sixth week passes without a check-in.
  expect(await story.streak()).toEqual({ kept: 5, quarters: 5 }); // Its grace still runs.
  await story.wait(2);
  expect(await story.streak()).toEqual({ kept: 5, quarters: 1 });
  await story.wait(7);
  expect(await story.streak()).toEqual({ kept: 0, quarters: 0 });
});

test('the explanation names every period with what it did', async () => {
  const story = await CheckInStory.begin();
  await story.checkIn();
  await story.wait(7);
  await story.rest('pause', 7, 2);
  await story.wait(14);
  const { lines, kept } = await explainMemberStreak(story.deps, { member: story.ada, now: story.now });
  expect(lines.map(({ period, fate }) => `${period.firstDay} ${fate}`)).toEqual([
    '2026-01-05 kept',
    '2026-01-12 paused',
    '2026-01-19 open',
    '2026-01-26 open',
  ]);
  expect(kept).toBe(1);
});

test('whoever learns alone has a streak of their own weeks', async () => {
  const story = await CheckInStory.begin({ isAlone: true });
  await story.checkIn();
  await story.wait(7);
  await story.checkIn();
  await story.wait(10);
  expect(await story.streak()).toEqual({ kept: 2, quarters: 2 });
  await story.wait(7);
  expect(await story.streak()).toEqual({ kept: 0, quarters: 0 });
});

test('a pause in hindsight gives a streak back that had ended, and taking it back takes it again', async () => {
  const story = await CheckInStory.begin();
  await story.checkIn();
  await story.wait(17);
  expect((await story.streak()).kept).toBe(0);
  await story.rest('pause', 7, 0);
  expect((await story.streak()).kept).toBe(1);
  await story.unrest();
  expect((await story.streak()).kept).toBe(0);
});

test('a check-in that is taken back in time keeps nothing, and one taken back later keeps its week', async () => {
  const story = await CheckInStory.begin();
  await story.checkIn();
  await story.takeBack();
  expect((await story.streak()).kept).toBe(0);
  await story.checkIn();
  await story.wait(10);
  await story.takeBack();
  expect((await story.streak()).kept).toBe(1);
  expect((await story.reckonedAnew()).kept).toBe(1);
});

test('a week in which the bot was down takes nothing', async () => {
  const story = await CheckInStory.begin();
  await story.checkIn();
  story.now = START.add({ hours: 24 * 30 });
  expect(await story.streak()).toEqual({ kept: 1, quarters: 1 });
});

test('a rhythm that changes today leaves the streak of the past as it was', async () => {
  const story = await CheckInStory.begin();
  for (const _ of [1, 2, 3]) {
    await story.checkIn();
    await story.wait(7);
  }
  const before = await story.reckonedAnew();
  const { schedule } = aWeeklyGroup();
  await insertSchedule(story.deps.db, 'group-1', {
    ...schedule,
    rhythm: 'daily',
    zone: 'Pacific/Apia',
    validFrom: story.now,
  });
  expect(await story.reckonedAnew()).toEqual(before);
  expect(await story.streak()).toEqual(before);
});

test('a reading starts from where the last one stood', async () => {
  const story = await CheckInStory.begin();
  await story.checkIn();
  await story.wait(10);
  await story.streak();
  const fold = await findStreakFold(story.deps.db, story.ada.id);
  expect(fold).toMatchObject({ kept: 1, quarters: 1, through: instant('2026-01-11T23:00Z') });
  if (!fold) throw new Error('There is none');
  await saveStreakFold(story.deps.db, story.ada.id, { ...fold, kept: 40 });
  expect((await story.streak()).kept).toBe(40);
});

test('an archived group opens no more periods, and its members go on alone', async () => {
  const story = await CheckInStory.begin();
  await story.wait(8);
  await story.archive('group-1');
  await story.wait(14);
  const { lines } = await explainMemberStreak(story.deps, { member: story.ada, now: story.now });
  expect(lines.map(({ period }) => period.id)).toEqual([
    'group-1.c.1',
    'member-ada.c.2',
    'member-ada.c.3',
    'member-ada.c.4',
  ]);
});

test('the weeks alone after a group was archived stay hers when she leaves it for another', async () => {
  const story = await CheckInStory.begin();
  await story.keepWeeks(2);
  await story.archive('group-1');
  await story.keepWeeks(5);
  expect((await story.streak()).kept).toBe(7);
  await story.join('group-2');
  expect((await story.streak()).kept).toBe(7);
  expect((await story.reckonedAnew()).kept).toBe(7);
});

test('a group that is taken up again has its weeks back, and a streak does not stand where it stood alone', async () => {
  const story = await CheckInStory.begin();
  await story.keepWeeks(2);
  await story.archive('group-1');
  await story.wait(17);
  expect((await story.streak()).kept).toBe(0); // Alone she was asked every week.
  await story.revive('group-1');
  expect((await story.streak()).kept).toBe(2); // The group was asked in none of them.
  expect((await story.reckonedAnew()).kept).toBe(2);
});

test('what she takes back and writes again, of a longer stretch of a group that she left, counts all the same', async () => {
  const story = await CheckInStory.begin();
  await story.reschedule('group-1', { rhythm: 'two-weekly' });
  await story.wait(15);
  const period = (await listOpenPeriods(story.deps.db, story.ada, story.now)).at(-1);
  expect(`${period?.firstDay} ${period?.lastDay}`).toBe('2026-01-19 2026-02-01');
  await story.checkIn();
  await story.leave();
  await story.takeBack();
  await story.wait(9); // The week of her own in which she wrote is settled.
  expect((await story.streak()).kept).toBe(0);

  await story.writeAgain();
  expect((await story.reckonedAnew()).kept).toBe(1);
  expect((await story.streak()).kept).toBe(1);
});

interface Deed {
  readonly does: (story: CheckInStory) => Promise<void>;
  /** What it leaves: a number no smaller than before, or all that is settled as it was. */
  readonly leaves?: 'number' | 'past';
}

const groupIds = fc.constantFrom('group-1', 'group-2');

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<Deed>(
      { does: (story) => story.wait(3) },
      { does: (story) => story.wait(7) },
      { does: (story) => story.keepWeeks(2) },
      { does: (story) => story.keepWeeks(5) },
      { does: (story) => story.archive('group-1').then(() => story.keepWeeks(3)) },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Deed>(
      { does: (story) => story.checkIn('first'), leaves: 'number' },
      { does: (story) => story.checkIn(), leaves: 'number' },
    ),
  },
  fc.constantFrom<Deed>(
    { does: (story) => story.takeBack() },
    { does: (story) => story.writeAgain(), leaves: 'number' },
    { does: (story) => story.unrest() },
    { does: (story) => story.leave(), leaves: 'past' },
  ),
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('join', 'archive'), groupIds)
      .map(([deed, groupId]): Deed => ({ does: (story) => story[deed](groupId), leaves: 'past' })),
  },
  groupIds.map((groupId): Deed => ({ does: (story) => story.revive(groupId) })),
  fc.tuple(groupIds, fc.constantFrom(...rhythms), fc.constantFrom('Europe/Berlin', 'Asia/Tokyo', 'Pacific/Apia')).map(
    ([groupId, rhythm, zone]): Deed => ({
      does: (story) => story.reschedule(groupId, { rhythm, zone }),
      leaves: 'past',
    }),
  ),
  fc
    .constantFrom('Europe/Berlin', 'Asia/Tokyo', 'America/Lima')
    .map((zone): Deed => ({ does: (story) => story.moveTo(zone), leaves: 'past' })),
  fc
    .tuple(fc.constantFrom('break', 'pause'), fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 12 }))
    .map(([kind, from, length]): Deed => ({ does: (story) => story.rest(kind, from, length), leaves: 'number' })),
);

test('whatever happens, the number adds up, is the same reckoned anew, and loses nothing by what may not cost anything', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 10, maxLength: 25 }), async (story) => {
      const told = await CheckInStory.begin();
      for (const { does, leaves } of story) {
        const before = await told.explain();
        await does(told);
        const streak = await told.streak();
        const explained = await told.explain();
        expect(explained).toMatchObject(streak);
        expect(keptIn(countsOf(explained).at(-1))).toBe(streak.kept);
        if (leaves === 'number') expect(streak.kept).toBeGreaterThanOrEqual(before.kept);
        if (leaves === 'past') expect(settledIn(explained, told)).toEqual(settledIn(before, told));
      }
      await told.deps.db.destroy();
    }),
    { numRuns: runs(8) },
  );
});

type Explained = Awaited<ReturnType<CheckInStory['explain']>>;

const keptIn = (lines: Explained['lines'] = []) => lines.filter(({ fate }) => fate === 'kept').length;

/** Every period whose grace is over, with what it did. */
const settledIn = ({ lines }: Explained, { now }: CheckInStory) =>
  lines.flatMap(({ period, fate, kept }) =>
    period.graceEndsAt.since(now).sign > 0 ? [] : `${period.id} ${period.lastDay} ${fate} ${kept}`,
  );
