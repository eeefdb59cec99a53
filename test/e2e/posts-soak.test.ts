import { expect, test } from 'vitest';
import { milestoneCode, milestoneMark } from '../../src/domain/milestone.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { listMilestones } from '../../src/store/milestone-store.ts';
import { listOutboxRecords } from '../../src/store/outbox-store.ts';
import { instant } from '../support/builders.ts';
import { aSchedule, insertPlannedGroup } from '../support/cohorts.ts';
import { aCourse, accountOf, type Course } from '../support/course.ts';
import { isLong } from '../support/sample.ts';

const GROUPS = isLong ? 1000 : 4;
const OUTAGES = isLong ? 40 : 3;
const START_DAYS = isLong ? 14 : 2;

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Santiago',
  'Pacific/Apia',
  'UTC',
  'Europe/London',
  'Europe/Kyiv',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Africa/Cairo',
  'Africa/Lagos',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Asia/Tehran',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Honolulu',
];

const begin = Temporal.PlainDate.from('2026-03-01');
const end = instant('2026-12-20T12:00Z');

/** In forums and channels of their own, in every zone, with their start in the same two weeks. */
async function plantGroups({ playground, db, group }: Course): Promise<StudyGroup[]> {
  const kinds = ['text', 'announcement', 'text', 'forum'] as const;
  const channels = Array.from({ length: 40 }, (_, index) =>
    playground.controls.addChannel(`cohort-${index}`, { kind: kinds[index % 4] ?? 'text' }),
  );
  // A private chat with each moderator would be opened once a second, in real time.
  const noticeChannelId = playground.controls.addChannel('moderators').id;
  const groups: StudyGroup[] = [];
  for (let index = 1; index <= GROUPS; index += 1) {
    const schedule = aSchedule({
      zone: zones[index % zones.length] ?? 'UTC',
      startDay: begin.add({ days: index % START_DAYS }),
    });
    const channelId = channels[index % channels.length]?.id ?? '';
    groups.push(await insertPlannedGroup(db, { ...group, id: `soak${index}`, channelId, noticeChannelId, schedule }));
  }
  return groups;
}

/** In the middle there is one that lasts longer than a post is of use. */
const LONGEST = Math.ceil(OUTAGES / 2);

/** From a minute to two days. */
const lengthOf = (outage: number) =>
  outage === LONGEST ? { hours: 10 * 24 } : { minutes: Math.round(1 + 2 * 24 * 60 * Math.random() ** 3) };

/** At any time of its share of the course; the longest just before a month in which posts are due on the first days. */
function beginOf({ time }: Course, outage: number, from: Temporal.Instant): Temporal.Instant {
  if (outage === LONGEST) {
    const today = time.now().toZonedDateTimeISO('UTC');
    return today.add({ months: 1 }).with({ day: 1 }).subtract({ days: 1 }).toInstant();
  }
  const span = end.since(from).total('milliseconds');
  return from.add({ milliseconds: Math.round((span * (outage - Math.random())) / (OUTAGES + 1)) });
}

/** The bot is gone, or Discord is. */
async function sufferOutage({ time, playground }: Course, outage: number): Promise<void> {
  const until = time.now().add(lengthOf(outage));
  if (outage % 2 === 1 || outage === LONGEST) {
    await time.bot.stop(outage % 4 === 1 ? 'SIGKILL' : 'SIGTERM');
    time.passTo(until);
    await time.start();
  } else {
    playground.controls.setOffline(true);
    await time.travelTo(until);
    playground.controls.setOffline(false);
    await expect.poll(() => playground.controls.isConnected(), { timeout: 30_000 }).toBe(true);
  }
  await time.bot.idle();
}

/** Marks of what moderators were told to be too late. */
async function reportedIn({ db }: Course, groups: readonly StudyGroup[]): Promise<Set<string>> {
  const records = (await Promise.all(groups.map(({ id }) => listOutboxRecords(db, id)))).flat();
  const told = records.flatMap(({ order, state, groupId }) =>
    order.kind === 'notice' && order.notice.kind === 'missed' && state === 'sent'
      ? order.notice.codes.map((code) => `${groupId}.m.${code}`)
      : [],
  );
  return new Set(told);
}

test(`${GROUPS} groups in ${zones.length} zones through 8 months with ${OUTAGES} outages: each post is there once, or reported`, {
  timeout: 300_000 + GROUPS * 3000,
}, async ({ annotate }) => {
  const course = await aCourse();
  const { time, playground, db, posts } = course;
  const groups = await plantGroups(course);
  const start = time.now();
  for (let outage = 1; outage <= OUTAGES; outage += 1) {
    const planned = beginOf(course, outage, start);
    if (Temporal.Instant.compare(planned, time.now()) > 0) await time.travelTo(planned);
    await sufferOutage(course, outage);
  }
  await time.travelTo(end);

  const { there, doubled, missing } = await accountOf(posts(), db, groups);
  const reported = await reportedIn(course, groups);
  const silent = missing.filter((mark) => !reported.has(mark));
  const rows = (await Promise.all(groups.map(({ id }) => listMilestones(db, id)))).flat();
  const both = rows
    .map((row) => milestoneMark(row.groupId, row))
    .filter((mark) => reported.has(mark) && !missing.includes(mark));
  await annotate(
    `${there} milestones posted, ${reported.size} reported as too late, ${doubled.length} doubled, ${silent.length} missing`,
  );
  expect(rows.map(milestoneCode)).toHaveLength(GROUPS * 16);
  expect({ doubled, silent, both }).toEqual({ doubled: [], silent: [], both: [] });
  expect(reported.size).toBeGreaterThan(0);
  expect(playground.violations).toEqual([]);
});
