import { setTimeout as sleep } from 'node:timers/promises';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { instant } from '../support/builders.ts';
import { aSchedule, insertPlannedGroup } from '../support/cohorts.ts';
import { aCourse, accountOf, type Course } from '../support/course.ts';
import { isLong, sampleOf } from '../support/sample.ts';

const KILLS = isLong ? 200 : 3;

const GROUPS = isLong ? 24 : 5;

const POSTING = /^POST \/channels\/\d+\/(messages|threads)$/;
const points = ['before-work', 'after-work', 'after-answer'] as const;
type Point = (typeof points)[number];

const firstDue = instant('2026-02-23T17:00Z');
const dues = [firstDue, instant('2026-03-02T17:00Z'), instant('2026-04-02T16:00Z')];

const oneOf = <Value>(values: readonly Value[]): Value =>
  values[Math.floor(Math.random() * values.length)] ?? (values[0] as Value);

/** Starts the bot again when some time has gone by, and lets it finish. */
async function comeBack({ time }: Course, seconds: number): Promise<void> {
  time.passTo(time.now().add({ seconds }));
  await time.start();
  await time.bot.idle();
}

/** Lets the bot reach a moment, and ends it there at this point of what it sends, or at any. */
async function killAt(course: Course, moment: Temporal.Instant, point: Point | 'any'): Promise<void> {
  const { time, playground } = course;
  const { bot } = time;
  const kill = () => void bot.process.kill('SIGKILL');
  if (point !== 'any') playground.controls.interrupt(POSTING, point, kill);
  const moving = time.moveTo(moment).catch(() => undefined); // It ends on the way.
  if (point === 'any') await sleep(Math.random() * 80);
  else await Promise.race([bot.exited, moving]);
  kill(); // Where it sent nothing.
  await bot.exited;
  await sleep(30); // What it had sent may still be on its way.
  playground.controls.clearFaults();
}

test.each(sampleOf(['study', 'announcements', 'forum']))(
  '#%s: killed at any point of sending, the post stands there once',
  async (channel) => {
    const course = await aCourse({ channel });
    const { time, posts } = course;
    for (const [index, point] of points.entries()) {
      await time.travelTo((dues[index] as Temporal.Instant).subtract({ minutes: 10 }));
      await killAt(course, dues[index] as Temporal.Instant, point);
      expect({ point, posts: posts().length }).toEqual({ point, posts: point === 'before-work' ? index : index + 1 });
      await comeBack(course, 180);
      await time.travelTo(time.now().add({ minutes: 10 }));
      expect({ point, posts: posts().length }).toEqual({ point, posts: index + 1 });
    }
    const ofMilestones = (await course.outbox()).filter(({ order }) => order.kind === 'milestones');
    expect(ofMilestones.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  },
);

test.each(['study', 'announcements', 'forum'])(
  '#%s: killed between the answer and writing it down, the post stands there once',
  { timeout: 60_000 },
  async (channel) => {
    const course = await aCourse({ channel });
    const { time, playground, posts } = course;
    const { bot } = time;
    await time.travelTo(firstDue.subtract({ minutes: 10 }));
    playground.controls.interrupt(POSTING, 'before-answer', () => {
      const holder = new SQLite(bot.databaseFile);
      holder.exec('BEGIN IMMEDIATE'); // The bot gets its answer and can write nothing.
      setTimeout(() => {
        bot.process.kill('SIGKILL');
        holder.close();
      }, 500);
    });
    void time.moveTo(firstDue).catch(() => undefined);
    await bot.exited;
    const [record] = await course.outbox();
    expect(record).toMatchObject({ state: 'waiting', attempts: 1 });
    await comeBack(course, 180);
    await time.travelTo(time.now().add({ minutes: 10 }));
    expect(posts()).toHaveLength(1);
    expect((await course.outbox())[0]?.state).toBe('sent');
  },
);

test.each(['announcements', 'forum'])(
  '#%s: killed after sending, and without Read Message History since, nothing is sent twice',
  { timeout: 60_000 },
  async (channel) => {
    const course = await aCourse({ channel });
    const { time, playground, posts, notices } = course;
    await time.travelTo(firstDue.subtract({ minutes: 10 }));
    await killAt(course, firstDue, 'after-work');
    const { botId } = playground.world.application;
    playground.controls.overwrite(channel, botId, { deny: ['ReadMessageHistory'] });
    await comeBack(course, 180);
    await time.travelTo(time.now().add({ minutes: 10 }));
    expect(posts()).toHaveLength(1);
    expect((await course.outbox())[0]?.state).toBe('uncertain');
    expect(notices()).toEqual([expect.stringContaining('cannot tell')]);
  },
);

test('with one of two bots on one database killed again and again, each post stands there once', {
  timeout: 120_000,
}, async () => {
  const course = await aCourse();
  const { time, posts } = course;
  await time.start();
  for (const [index, point] of points.entries()) {
    const due = dues[index] ?? firstDue;
    await time.travelTo(due.subtract({ minutes: 10 }));
    await killAt(course, due, point);
    await comeBack(course, 180);
    await time.travelTo(time.now().add({ minutes: 10 }));
    expect({ point, posts: posts().length }).toEqual({ point, posts: index + 1 });
  }
  expect(course.notices()).toEqual([]);
});

/** Groups that post on other days, in other places. */
async function plantGroups({ playground, db, group }: Course): Promise<StudyGroup[]> {
  const channels = ['study', 'general', 'announcements', 'forum'].map((name) => playground.channel(name).id);
  const groups = [group];
  for (let index = 2; index <= GROUPS; index += 1) {
    const startDay = Temporal.PlainDate.from('2026-03-01').add({ days: index % 12 });
    const schedule = aSchedule({ startDay, months: index % 2 ? 8 : 16, zone: oneOf(['Europe/Berlin', 'Asia/Tokyo']) });
    const channelId = channels[index % channels.length] ?? '';
    groups.push(await insertPlannedGroup(db, { ...group, id: `group${index}`, channelId, schedule }));
  }
  return groups;
}

test(`${KILLS} kills in the course of some groups: no post is doubled, and none is missing`, {
  timeout: 300_000 + KILLS * 15_000,
}, async ({ annotate }) => {
  const course = await aCourse();
  const { time, db } = course;
  const groups = await plantGroups(course);
  const end = instant('2027-08-01T12:00Z');
  let kills = 0;
  for (;;) {
    const due = await time.bot.nextDue();
    if (!due || Temporal.Instant.compare(due, end) > 0) break;
    const next = Temporal.Instant.compare(due, time.now()) > 0 ? due : time.now().add({ minutes: 1 });
    if (kills < KILLS && Math.random() < 0.9) {
      await killAt(course, next, oneOf([...points, 'any']));
      kills += 1;
      await comeBack(course, Math.round(Math.random() * 360));
    } else {
      await time.moveTo(next);
    }
  }
  const { there, doubled, missing } = await accountOf(course.posts(), db, groups);
  await annotate(`${kills} kills, ${there} milestones, ${doubled.length} doubled, ${missing.length} missing`);
  expect({ doubled, missing, notices: course.notices() }).toEqual({ doubled: [], missing: [], notices: [] });
  expect({ there, kills }).toEqual({ there: GROUPS * 16, kills: KILLS });
});
