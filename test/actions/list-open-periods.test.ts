import { expect, test } from 'vitest';
import { listOpenPeriods } from '../../src/actions/list-open-periods.ts';
import { openPeriods } from '../../src/actions/open-periods.ts';
import type { Rhythm } from '../../src/domain/study-group.ts';
import { listPeriodsAfter } from '../../src/store/period-store.ts';
import { insertSchedule, updateStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from '../support/builders.ts';
import { CheckInStory, START } from '../support/check-in-story.ts';
import { aWeeklyGroup } from '../support/check-ins.ts';

const { schedule } = aWeeklyGroup();

/** At the end of the year before, so that it holds from the first period on. */
const setRhythm = (story: CheckInStory, rhythm: Rhythm) =>
  insertSchedule(story.deps.db, 'group-1', { ...schedule, rhythm });

async function openAt(story: CheckInStory, at: string): Promise<string[]> {
  const open = await listOpenPeriods(story.deps.db, story.ada, instant(at));
  return open.map(({ id }) => id);
}

test.each([
  { at: '2026-01-13T22:59Z', rhythm: 'weekly', open: ['group-1.c.1', 'group-1.c.2'] },
  { at: '2026-01-13T23:00Z', rhythm: 'weekly', open: ['group-1.c.2'] },
  { at: '2026-01-07T10:59Z', rhythm: 'daily', open: ['group-1.c.2', 'group-1.c.3'] },
  { at: '2026-01-07T11:00Z', rhythm: 'daily', open: ['group-1.c.3'] },
  { at: '2026-01-09T22:59Z', rhythm: 'twice-weekly', open: ['group-1.c.1', 'group-1.c.2'] },
  { at: '2026-01-20T22:59Z', rhythm: 'two-weekly', open: ['group-1.c.1', 'group-1.c.2'] },
] as const)('at $at a member of a group with a $rhythm rhythm can check in for $open', async ({ at, rhythm, open }) => {
  const story = await CheckInStory.begin();
  await setRhythm(story, rhythm);
  expect(await openAt(story, at)).toEqual(open);
});

test('a week that closed before a member came is not theirs to check in for', async () => {
  const story = await CheckInStory.begin({ isAlone: true });
  await story.wait(7);
  await story.join('group-1');
  expect(await openAt(story, '2026-01-12T13:00Z')).toEqual(['member-ada.c.1', 'group-1.c.2']);
});

test('whoever leaves a group can still check in for the week that they ended there', async () => {
  const story = await CheckInStory.begin();
  await story.wait(7);
  await story.leave();
  expect(await openAt(story, '2026-01-12T13:00Z')).toEqual(['group-1.c.1', 'member-ada.c.2']);
});

test('before a group has begun there is nothing to check in for', async () => {
  const story = await CheckInStory.begin();
  story.now = instant('2025-12-30T12:00Z');
  expect(await openAt(story, '2025-12-30T12:00Z')).toEqual([]);
});

test('a week of one’s own has no prompt and no recap', async () => {
  const story = await CheckInStory.begin({ isAlone: true });
  const [week] = await listOpenPeriods(story.deps.db, story.ada, START);
  expect(week).toMatchObject({ groupId: undefined, memberId: 'member-ada', promptState: 'none', recapState: 'none' });
});

const written = async (story: CheckInStory) =>
  (await listPeriodsAfter(story.deps.db, 'group-1', instant('2025-01-01T00:00Z'))).map(
    ({ sequence, firstDay, rhythm }) => `${sequence} ${firstDay} ${rhythm}`,
  );

test('after an outage every period is written down as the schedule was when it opened, whenever that is done', async () => {
  const [late, running] = [await CheckInStory.begin(), await CheckInStory.begin()];
  const change = { ...schedule, rhythm: 'two-weekly' as const, validFrom: instant('2026-01-14T12:00Z') };
  for (const { deps } of [late, running]) await insertSchedule(deps.db, 'group-1', change);
  for (let days = 0; days <= 30; days += 1) {
    await openPeriods(running.deps.db, 'group-1', START.add({ hours: 24 * days }));
  }
  await openPeriods(late.deps.db, 'group-1', START.add({ hours: 24 * 30 }));
  await openPeriods(late.deps.db, 'group-1', START.add({ hours: 24 * 30 }));

  expect(await written(late)).toEqual(await written(running));
  expect(await written(late)).toEqual([
    '1 2026-01-05 weekly',
    '2 2026-01-12 weekly',
    '3 2026-01-19 two-weekly',
    '4 2026-02-02 two-weekly',
  ]);
});

test('an archived group opens no more periods, also when that is noticed late', async () => {
  const story = await CheckInStory.begin();
  await updateStudyGroup(story.deps.db, aWeeklyGroup(), { archivedAt: instant('2026-01-13T12:00Z') });
  await openPeriods(story.deps.db, 'group-1', START.add({ hours: 24 * 30 }));
  expect(await written(story)).toEqual(['1 2026-01-05 weekly', '2 2026-01-12 weekly']);
});

test('a group that nobody knows opens nothing', async () => {
  const story = await CheckInStory.begin();
  await openPeriods(story.deps.db, 'group-9', START);
  expect(await written(story)).toEqual([]);
});
