import type { MilestoneId } from '../domain/milestone.ts';
import { PARTS } from '../domain/milestone-calendar.ts';
import { localDate } from '../domain/plan-days.ts';
import type { MilestonePost } from '../domain/post-reading.ts';
import { catalogueOf } from '../language/languages.ts';
import { phaseTitle, stretchTitle, weekdayText } from './milestone-words.ts';
import { quoted } from './quoted.ts';

/** The one line of a post that says it all, whatever comes together in it. Without the ping. */
export function milestoneLine(reading: MilestonePost): string {
  const { group, isLate, isExtra, milestones } = reading;
  const { post } = catalogueOf(group.language);
  const line = post.line(quoted(group.name), deedsOf(reading));
  const [first, last] = [milestones[0]?.day, milestones.at(-1)?.day];
  if (isExtra) return post.again(line);
  if (!isLate || !first || !last) return line;
  const [one, other] = [weekdayText(first, group.language), weekdayText(last, group.language)];
  return first.equals(last) ? post.late(one, line) : post.digest(one, other, line);
}

/** What the group does, each as the end of a sentence that begins with its name. Where it is now comes last. */
function deedsOf({ group, roadmap, milestones, next }: MilestonePost): string[] {
  const { post } = catalogueOf(group.language);
  const has = (kind: MilestoneId['kind']) => milestones.some((one) => one.kind === kind);
  const phases = milestones.filter(({ kind }) => kind === 'phase-end').map(({ part }) => phaseTitle(roadmap, part));
  const part = Math.max(0, ...milestones.filter(({ kind }) => kind === 'part').map((one) => one.part));
  const start = next?.kind === 'kick-off' ? localDate(next.dueAt, group.schedule.zone) : undefined;
  const setsOutLater = start ? post.doesSetOutOn(weekdayText(start, group.language)) : post.doesSetOutSoon;
  const isMonth = group.schedule.months === PARTS;
  const begin = isMonth ? post.doesBeginMonth : post.doesBeginPart;
  const moveTo = isMonth ? post.doesMoveToMonth : post.doesMoveToPart;
  return [
    ...(has('week-before') && !has('kick-off') ? [setsOutLater] : []),
    ...(has('kick-off') ? [post.doesSetOut] : []),
    ...(phases.length > 0 ? [post.doesLeaveBehind(phases)] : []),
    ...(has('half-way') ? [post.doesReachHalf] : []),
    ...(part > 0 && !has('graduation')
      ? [(has('kick-off') || part === 1 ? begin : moveTo)(part, PARTS, stretchTitle(roadmap, part))]
      : []),
    ...(has('graduation') ? [post.doesArrive] : []),
  ];
}
