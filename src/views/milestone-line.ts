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
function deedsOf(reading: MilestonePost): string[] {
  const { group, roadmap, milestones } = reading;
  const { post } = catalogueOf(group.language);
  const has = (kind: MilestoneId['kind']) => milestones.some((one) => one.kind === kind);
  const phases = milestones.filter(({ kind }) => kind === 'phase-end').map(({ part }) => phaseTitle(roadmap, part));
  return [
    ...(has('kick-off') ? [post.doesSetOut] : has('week-before') ? [setsOutLater(reading)] : []),
    ...(phases.length > 0 ? [post.doesLeaveBehind(phases)] : []),
    ...(has('half-way') ? [post.doesReachHalf] : []),
    ...(has('graduation') ? [post.doesArrive] : opensPart(reading)),
  ];
}

function setsOutLater({ group, next }: MilestonePost): string {
  const { post } = catalogueOf(group.language);
  if (next?.kind !== 'kick-off') return post.doesWelcome;
  return post.doesSetOutOn(weekdayText(localDate(next.dueAt, group.schedule.zone), group.language));
}

/** Of several parts the last. The first is not moved on to: the trail begins with it. */
function opensPart({ group, roadmap, milestones }: MilestonePost): string[] {
  const part = milestones.findLast(({ kind }) => kind === 'part')?.part;
  if (part === undefined) return [];
  const { post } = catalogueOf(group.language);
  const isMonth = group.schedule.months === PARTS;
  const begins = isMonth ? post.doesBeginMonth : post.doesBeginPart;
  const movesOn = isMonth ? post.doesMoveToMonth : post.doesMoveToPart;
  return [(part === 1 ? begins : movesOn)(part, PARTS, stretchTitle(roadmap, part))];
}
