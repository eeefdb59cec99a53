import { readCheckInSetting } from '../../src/actions/change-check-in-setting.ts';
import { findMemberOfPeriod } from '../../src/actions/find-member-of-period.ts';
import { readCheckInForm } from '../../src/actions/read-check-in-form.ts';
import { readCheckInStand } from '../../src/actions/read-check-in-stand.ts';
import { findOwnCheckIn, readOwnCheckIns } from '../../src/actions/read-check-ins.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import { explainMemberStreak } from '../../src/actions/read-streak.ts';
import { type Answer, type Deps, type MemberCaller, openForm, show } from '../../src/discord/command.ts';
import { whichPeriod } from '../../src/domain/check-in-reading.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { noneOpenView, sayView, whichPeriodView } from '../../src/views/check-in-ask-views.ts';
import { checkInForm } from '../../src/views/check-in-form.ts';
import { checkInListView } from '../../src/views/check-in-list-view.ts';
import { ownCheckInView } from '../../src/views/check-in-view.ts';
import { streakOffView, streakView } from '../../src/views/streak-view.ts';

/** The form for what is still to be written; asks first where that may be two periods. */
export async function openCurrent(caller: MemberCaller, deps: Deps): Promise<Answer> {
  const stand = await readCheckInStand(deps, caller);
  const which = whichPeriod(stand);
  switch (which.kind) {
    case 'none-open':
      return show(noneOpenView(caller.language, stand.nextOpensAt));
    case 'choose':
      return show(whichPeriodView(caller.language, which.periods, caller.now));
    case 'this':
      return openPeriod(caller, deps, which.period.id);
  }
}

/** The form for one period, filled in with what stands there. */
export async function openPeriod(caller: MemberCaller, deps: Deps, periodId: string): Promise<Answer> {
  const member = await findMemberOfPeriod(deps, caller, periodId);
  const reading = await readCheckInForm(deps, { ...caller, member, periodId });
  if (!reading) return show(sayView(caller.language, catalogueOf(caller.language).checkIn.closedForNow));
  return openForm(checkInForm(caller.language, reading));
}

/** The form of a check-in of the caller's own. Everybody else is told, kindly, whose it is. */
export async function openCorrection(caller: MemberCaller, deps: Deps, checkInId: string): Promise<Answer> {
  const placed = await findOwnCheckIn(deps, caller, checkInId);
  if (!placed) return show(sayView(caller.language, catalogueOf(caller.language).checkIn.notYours));
  return openPeriod(caller, deps, placed.period.id);
}

/** One of the caller's own, whole. */
export async function showOwn(caller: MemberCaller, deps: Deps, checkInId: string, page = 0): Promise<Answer> {
  const placed = await findOwnCheckIn(deps, caller, checkInId);
  if (!placed) return show(sayView(caller.language, catalogueOf(caller.language).checkIn.gone));
  return show(ownCheckInView(readRoadmap(deps, caller.language), placed, page));
}

export async function showMine({ member, language }: MemberCaller, deps: Deps, page: number): Promise<Answer> {
  return show(checkInListView(readRoadmap(deps, language), await readOwnCheckIns(deps, member.id, page)));
}

/** Why the streak is what it is; nothing of it for whoever turned streaks off. */
export async function showStreak({ member, language, now }: MemberCaller, deps: Deps, page: number): Promise<Answer> {
  const roadmap = readRoadmap(deps, language);
  const { showsStreak } = await readCheckInSetting(deps, member.id);
  if (!showsStreak) return show(streakOffView(roadmap));
  return show(streakView(roadmap, await explainMemberStreak(deps, { member, now }), page));
}
