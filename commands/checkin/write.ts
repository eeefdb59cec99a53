import { checkIn } from '../../src/actions/check-in.ts';
import { findMemberOfPeriod } from '../../src/actions/find-member-of-period.ts';
import { readCheckInForm } from '../../src/actions/read-check-in-form.ts';
import { readCheckInStand } from '../../src/actions/read-check-in-stand.ts';
import { readMemberProgress } from '../../src/actions/read-member-progress.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import {
  type Answer,
  type Deps,
  type GivenFields,
  type MemberCaller,
  refuse,
  show,
} from '../../src/discord/command.ts';
import { DID_LENGTH, NEXT_LENGTH } from '../../src/domain/check-in.ts';
import { readBoxes } from '../../src/domain/check-in-boxes.ts';
import { type CheckInProblem, mostHours, readCheckIn } from '../../src/domain/check-in-form.ts';
import { type CheckInFormReading, whichPeriod } from '../../src/domain/check-in-reading.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { sayView } from '../../src/views/check-in-ask-views.ts';
import { type CheckInGiven, checkInForm } from '../../src/views/check-in-form.ts';
import { type CheckedIn, checkedInView } from '../../src/views/checked-in-view.ts';
import type { FormView } from '../../src/views/message.ts';
import { nothingIn, periodName } from '../../src/views/period-words.ts';

/** Keeps what was typed, or says why not: then nothing of it is lost. */
export async function write(presser: MemberCaller, deps: Deps, periodId: string, given: CheckInGiven): Promise<Answer> {
  const caller = { ...presser, member: await findMemberOfPeriod(deps, presser, periodId) };
  const { language } = caller;
  const { checkIn: words } = catalogueOf(language);
  const reading = await readCheckInForm(deps, { ...caller, periodId });
  if (!reading) return refuseClosed(caller, deps);
  const typed = readCheckIn(given, reading.period);
  if (typed.kind === 'refused') return refuse(problemOf(language, typed.problem, reading));
  const boxes = readBoxes(readRoadmap(deps, language), given.boxes);
  const content = { ...typed.words, ...boxes, isPrivate: boxes.isPrivate || !reading.group };
  if (boxes.isPrivate && boxes.asksForHelp) return refuse(words.privateHelp);
  if (reading.channelId && !reading.mayBePublic && !content.isPrivate)
    return refuse(words.mayNotWrite(reading.channelId));
  const outcome = await checkIn(deps, { ...caller, periodId, content });
  return outcome.kind === 'not-open' ? refuseClosed(caller, deps) : showOutcome(caller, deps, outcome, reading);
}

/** The form with what was typed; for another period where its own has closed since. */
export async function reopen(
  presser: MemberCaller,
  deps: Deps,
  periodId: string,
  given: CheckInGiven,
): Promise<FormView> {
  const caller = { ...presser, member: await findMemberOfPeriod(deps, presser, periodId) };
  const reading = (await readCheckInForm(deps, { ...caller, periodId })) ?? (await readRunning(caller, deps));
  if (!reading) throw new Error(`Nothing is open in place of ${periodId}`);
  return checkInForm(caller.language, reading, given);
}

async function readRunning(caller: MemberCaller, deps: Deps): Promise<CheckInFormReading | undefined> {
  const { open } = await readCheckInStand(deps, caller);
  const running = open.at(-1)?.period;
  return running && readCheckInForm(deps, { ...caller, periodId: running.id });
}

/** Somebody typed until the time was over. What they typed is offered for the period that runs now. */
async function refuseClosed(caller: MemberCaller, deps: Deps): Promise<Answer> {
  const { checkIn: words } = catalogueOf(caller.language);
  const running = (await readCheckInStand(deps, caller)).open.at(-1)?.period;
  if (!running) return show(sayView(caller.language, words.closedForNow));
  return refuse(words.closed(periodName(caller.language, running)));
}

async function showOutcome(
  caller: MemberCaller,
  deps: Deps,
  outcome: CheckedIn,
  { channelId }: Pick<CheckInFormReading, 'channelId'>,
): Promise<Answer> {
  const roadmap = readRoadmap(deps, caller.language);
  const progress = await readMemberProgress(deps, roadmap, caller.member.id);
  const which = whichPeriod(await readCheckInStand(deps, caller));
  const isWritten = which.kind === 'this' && which.period.id === outcome.period.id;
  const other = which.kind === 'this' && !isWritten ? which.period : undefined;
  return show(checkedInView({ roadmap, progress, outcome, channelId, other }));
}

function problemOf(language: string, problem: CheckInProblem, { period }: CheckInFormReading): string {
  const { checkIn: words } = catalogueOf(language);
  switch (problem) {
    case 'nothing-said':
      return words.nothingSaid(nothingIn(language, period));
    case 'too-long':
      return words.tooLong(DID_LENGTH, NEXT_LENGTH);
    case 'no-hours':
      return words.noHours;
    case 'too-many-hours':
      return words.tooManyHours(mostHours(period));
  }
}

/** What a form was given, or what of it a draft kept. */
export function givenOf({ did, next, obstacle, hours, boxes }: GivenFields): CheckInGiven {
  const text = (value: GivenFields[string] | undefined) => (typeof value === 'string' ? value : '');
  return {
    did: text(did),
    next: text(next),
    obstacle: text(obstacle),
    hours: text(hours),
    boxes: Array.isArray(boxes) ? boxes : [],
  };
}
