import { randomUUID } from 'node:crypto';
import type { Playground } from '../../playground/start.ts';
import { checkIn } from '../../src/actions/check-in.ts';
import type { Deps } from '../../src/actions/deps.ts';
import { takeBackCheckIn } from '../../src/actions/take-back-check-in.ts';
import type { CheckIn, CheckInContent } from '../../src/domain/check-in.ts';
import type { Member } from '../../src/domain/member.ts';
import { periodId } from '../../src/domain/period.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import type { Temporal } from '../../src/lib/temporal.ts';
import { findCheckInOf } from '../../src/store/check-in-store.ts';
import type { Db } from '../../src/store/database.ts';
import { insertMembership } from '../../src/store/membership-store.ts';
import { listOutboxRecords } from '../../src/store/outbox-store.ts';
import { insertStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from './builders.ts';
import { aContent } from './check-ins.ts';
import { aCohort } from './cohorts.ts';
import { depsOn, openTestDatabase } from './database.ts';
import { aMovedTime, type MovedTime } from './moved-time.ts';
import { joined } from './progress-builders.ts';
import { realContent } from './real-content.ts';

/** Before the first week, which begins on Monday 2 March 2026 in Berlin: prompts at 17:00 UTC on Sundays. */
export const BEFORE = instant('2026-03-01T12:00Z');

/** A group that checks in every week, without milestones, on a Discord and with a bot whose time the test moves. */
export class Rhythm {
  readonly time: MovedTime;
  readonly db: Db;
  readonly deps: Deps;
  readonly group: StudyGroup;
  readonly channel: string;

  private constructor(time: MovedTime, db: Db, group: StudyGroup, channel: string) {
    this.time = time;
    this.db = db;
    this.group = group;
    this.channel = channel;
    this.deps = depsOn(db, { content: realContent(), newId: randomUUID });
  }

  static async begin({ channel = 'study', group = {} as Partial<StudyGroup> } = {}): Promise<Rhythm> {
    const time = await aMovedTime(BEFORE);
    const { playground } = time;
    const db = openTestDatabase(time.bot.databaseFile);
    const { id: serverId } = playground.controls.server();
    const { id: channelId } = playground.channel(channel);
    const owner = playground.person('Grace', { moderator: true });
    const kind = channel === 'forum' ? 'forum' : channel === 'announcements' ? 'announcement' : 'text';
    const planned = aCohort({ serverId, channelId, channelKind: kind, actorId: owner.id, createdAt: BEFORE, ...group });
    const schedule = { ...planned.schedule, validFrom: BEFORE };
    await insertStudyGroup(db, { ...planned, schedule });
    return new Rhythm(time, db, { ...planned, schedule }, channel);
  }

  get playground(): Playground {
    return this.time.playground;
  }

  /** Joins the group before its first week. */
  async member(name: string): Promise<Member> {
    const { id: userId } = this.playground.person(name);
    const { serverId, id: groupId } = this.group;
    const member = await joined(this.deps, {
      id: `member-${name}`,
      userId,
      serverId,
      joinedAt: BEFORE,
      seenAt: BEFORE,
    });
    await insertMembership(this.db, {
      id: `in-${name}`,
      memberId: member.id,
      groupId,
      joinedAt: BEFORE,
      leftAt: undefined,
    });
    return member;
  }

  /** Writes or corrects the check-in for a week, counted from 1, and lets the bot deliver what follows. */
  async checkIn(member: Member, week: number, content: Partial<CheckInContent> = {}): Promise<CheckIn> {
    await checkIn(this.deps, {
      ...{ member, periodId: periodId(this.group.id, week), content: aContent(content) },
      ...{ language: 'en', now: this.time.now() },
    });
    await this.deliver();
    return this.said(member, week);
  }

  async takeBack(member: Member, week: number): Promise<void> {
    const { id: checkInId } = await this.said(member, week);
    await takeBackCheckIn(this.deps, { member, checkInId, now: this.time.now() });
    await this.deliver();
  }

  async said(member: Member, week: number): Promise<CheckIn> {
    const found = await findCheckInOf(this.db, member.id, periodId(this.group.id, week));
    if (!found) throw new Error(`${member.id} said nothing about week ${week}.`);
    return found;
  }

  /** The bot sees at once what was written to the database. */
  async deliver(): Promise<void> {
    await this.time.bot.tick();
    await this.time.bot.idle();
  }

  travelTo(text: string): Promise<void> {
    return this.time.travelTo(instant(text));
  }

  /** What the bot wrote into the channel itself, the oldest first. */
  get posts() {
    return this.playground.channel(this.channel).messages;
  }

  get threads() {
    return this.playground.channel(this.channel).threads;
  }

  /** "s sent", "k sent", such as the orders of a week stand. */
  async states(week: number): Promise<string[]> {
    const records = await listOutboxRecords(this.db, this.group.id);
    const start = `${periodId(this.group.id, week)}.`;
    return records
      .filter(({ key }) => key.startsWith(start))
      .map(({ key, state, problem }) =>
        [key.slice(start.length).split('.')[0], state, problem].filter(Boolean).join(' '),
      )
      .toSorted();
  }

  async promptStates(): Promise<string[]> {
    const rows = await this.db.selectFrom('period').select('prompt_state').orderBy('sequence').execute();
    return rows.map(({ prompt_state }) => prompt_state);
  }

  minutesLater(minutes: number): Temporal.Instant {
    return this.time.now().add({ minutes });
  }
}
