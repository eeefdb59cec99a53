import { addPause } from '../../src/actions/add-pause.ts';
import { archiveGroup, reviveGroup } from '../../src/actions/archive-group.ts';
import { cancelPause } from '../../src/actions/cancel-pause.ts';
import { changePace } from '../../src/actions/change-pace.ts';
import type { Deps } from '../../src/actions/deps.ts';
import { joinGroup, leaveGroup } from '../../src/actions/join-group.ts';
import { listOpenPeriods } from '../../src/actions/list-open-periods.ts';
import { openPeriods } from '../../src/actions/open-periods.ts';
import { explainMemberStreak, readStreak } from '../../src/actions/read-streak.ts';
import { decideCheckIn, takeBack } from '../../src/domain/check-in.ts';
import type { Member } from '../../src/domain/member.ts';
import type { GroupSchedule } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { findCheckInOf, saveCheckIn } from '../../src/store/check-in-store.ts';
import { cancelGroupBreak, insertGroupBreak, listGroupBreaks } from '../../src/store/group-break-store.ts';
import { listPauses } from '../../src/store/pause-store.ts';
import { setPromptState } from '../../src/store/period-state-store.ts';
import { findPeriod, insertPeriod, listPeriodsAfter } from '../../src/store/period-store.ts';
import { findStudyGroup, insertSchedule, insertStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from './builders.ts';
import { aContent, aWeeklyGroup } from './check-ins.ts';
import { freshDeps } from './database.ts';
import { day } from './plans.ts';
import { joined } from './progress-builders.ts';

export const START = instant('2026-01-05T12:00Z');

/** Ada, who joined on Monday 5 January, in group-1 or alone, and what she and the clock may do. */
export class CheckInStory {
  now = START;
  readonly deps: Deps;
  readonly ada: Member;

  private constructor(deps: Deps, ada: Member) {
    this.deps = deps;
    this.ada = ada;
  }

  static async begin({ isAlone = false } = {}): Promise<CheckInStory> {
    const deps = await freshDeps();
    for (const id of ['group-1', 'group-2']) await insertStudyGroup(deps.db, aWeeklyGroup({ id }));
    const ada = await joined(deps, { joinedAt: START, pace: { validFrom: START, hours: 10, zone: 'Europe/Berlin' } });
    const story = new CheckInStory(deps, ada);
    if (!isAlone) await story.join('group-1');
    return story;
  }

  /** Leaves the group that she is in. */
  async join(groupId: string): Promise<void> {
    await joinGroup(this.deps, { member: this.ada, groupId, now: this.now, isChange: true });
  }

  async leave(): Promise<void> {
    await leaveGroup(this.deps, { member: this.ada, now: this.now });
  }

  async archive(groupId: string): Promise<void> {
    await archiveGroup(this.deps, { groupId, actorId: 'mod', now: this.now });
  }

  /** Takes an archived group up again. */
  async revive(groupId: string): Promise<void> {
    await reviveGroup(this.deps, { groupId, actorId: 'mod', now: this.now });
  }

  /** Another rhythm or zone of a group, from today on. */
  async reschedule(groupId: string, change: Partial<GroupSchedule>): Promise<void> {
    const { schedule } = aWeeklyGroup();
    await insertSchedule(this.deps.db, groupId, { ...schedule, ...change, validFrom: this.now });
  }

  /** She herself lives in another zone from today on. */
  async moveTo(zone: string): Promise<void> {
    await changePace(this.deps, { member: this.ada, zone, now: this.now });
  }

  /** Time passes; the prompts of groups that are not archived are posted, as a running bot does. */
  async wait(days: number): Promise<void> {
    // No period goes by unseen.
    for (let left = days; left > 0; left -= 6) await this.#pass(Math.min(left, 6));
  }

  async #pass(days: number): Promise<void> {
    this.now = this.now.add({ hours: 24 * days });
    for (const groupId of ['group-1', 'group-2']) {
      await openPeriods(this.deps.db, groupId, this.now);
      const group = await findStudyGroup(this.deps.db, groupId);
      for (const period of await listPeriodsAfter(this.deps.db, groupId, this.now.subtract({ hours: 24 * 60 }))) {
        if (period.promptState === 'due' && Temporal.Instant.compare(period.promptAt, this.now) <= 0) {
          await setPromptState(this.deps.db, period.id, group?.archivedAt ? 'missed' : 'posted', period.promptAt);
        }
      }
    }
  }

  /** So many weeks go by, and she checks in for each. */
  async keepWeeks(count: number): Promise<void> {
    for (let week = 0; week < count; week += 1) {
      await this.checkIn();
      await this.wait(7);
    }
  }

  /** For the first period that is open, or the last. */
  async checkIn(which: 'first' | 'last' = 'last'): Promise<void> {
    const period = (await listOpenPeriods(this.deps.db, this.ada, this.now)).at(which === 'first' ? 0 : -1);
    if (!period) return;
    await insertPeriod(this.deps.db, period);
    const found = await findCheckInOf(this.deps.db, this.ada.id, period.id);
    const given = { id: this.deps.newId(), memberId: this.ada.id, periodId: period.id, content: aContent() };
    const decision = decideCheckIn(found, given, { period, now: this.now });
    if (decision.kind !== 'written' && decision.kind !== 'corrected') return;
    await saveCheckIn(this.deps.db, decision.checkIn, { id: this.deps.newId(), change: decision.kind, at: this.now });
  }

  /** What she said about the newest period in which she said anything. */
  async takeBack(): Promise<void> {
    const { period, found } = await this.#newest();
    if (!found) return;
    const revision = { id: this.deps.newId(), change: 'taken-back', at: this.now } as const;
    await saveCheckIn(this.deps.db, takeBack(found, { period, now: this.now }), revision);
  }

  /** The same, in other words: also of a group that she left. */
  async writeAgain(): Promise<void> {
    const { period, found } = await this.#newest();
    if (!found) return;
    const given = { id: found.id, memberId: this.ada.id, periodId: period.id, content: aContent() };
    const decision = decideCheckIn(found, given, { period, now: this.now });
    if (decision.kind !== 'corrected') return;
    await saveCheckIn(this.deps.db, decision.checkIn, { id: this.deps.newId(), change: 'corrected', at: this.now });
  }

  async #newest() {
    const newest = await this.deps.db
      .selectFrom('check_in')
      .select('period_id')
      .orderBy('first_at', 'desc')
      .executeTakeFirst();
    const period = newest && (await findPeriod(this.deps.db, newest.period_id));
    if (!period) return { found: undefined };
    return { period, found: await findCheckInOf(this.deps.db, this.ada.id, period.id) };
  }

  /** Days counted from the start. */
  async rest(kind: 'break' | 'pause', from: number, length: number): Promise<void> {
    const firstDay = day('2026-01-05').add({ days: from });
    const span = { firstDay, lastDay: firstDay.add({ days: length }) };
    if (kind === 'pause') await addPause(this.deps, { member: this.ada, span, now: this.now });
    else {
      const rest = { id: this.deps.newId(), groupId: 'group-1', kind: 'break', shifts: false } as const;
      await insertGroupBreak(this.deps.db, { ...rest, ...span, recordedAt: this.now });
    }
  }

  async unrest(): Promise<void> {
    const [pause] = await listPauses(this.deps.db, this.ada.id);
    if (pause) await cancelPause(this.deps, { member: this.ada, pauseId: pause.id, now: this.now });
    const [rest] = await listGroupBreaks(this.deps.db, 'group-1');
    if (rest) await cancelGroupBreak(this.deps.db, rest.id, this.now);
  }

  streak() {
    return readStreak(this.deps, { member: this.ada, now: this.now });
  }

  explain() {
    return explainMemberStreak(this.deps, { member: this.ada, now: this.now });
  }

  async reckonedAnew() {
    const { kept, quarters } = await this.explain();
    return { kept, quarters };
  }
}
