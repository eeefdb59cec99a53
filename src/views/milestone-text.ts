import type { MilestoneId } from '../domain/milestone.ts';
import { linkTitles } from '../domain/page-reference.ts';
import { localDate } from '../domain/plan-days.ts';
import type { MilestonePost } from '../domain/post-reading.ts';
import type { Pitfall, Roadmap, Step } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { bulletList, section } from './kit.ts';
import { comingTitle, milestoneTitle, phaseTitle } from './milestone-words.ts';
import { dayStamp } from './plan-words.ts';
import { quotedLines } from './quoted.ts';

/** The pitfalls that are named, those that threaten most of the steps first. */
const PITFALLS = 3;

/** The blocks below the line, top to bottom: what comes together on one day reads as one text. */
export function milestoneText(reading: MilestonePost): string[] {
  const { note, group, milestones } = reading;
  const { post } = catalogueOf(group.language);
  const has = (kind: MilestoneId['kind']) => milestones.some((one) => one.kind === kind);
  const isAfterStart = milestones.some(({ kind }) => kind !== 'week-before' && kind !== 'kick-off');
  return [
    ...lateText(reading),
    ...(note === undefined ? [] : [section(post.note, quotedLines(note))]),
    ...(has('week-before') && !has('kick-off') ? [startText(reading), post.weekBeforeJoin] : []),
    ...(has('kick-off') ? [post.kickOffText(reading.roadmap.steps.length, reading.roadmap.phases.length)] : []),
    ...phaseEndText(reading),
    ...(has('half-way') ? [post.halfWayText] : []),
    ...(has('graduation') ? [post.graduationText, post.graduationReadiness] : partText(reading)),
    ...(isAfterStart && !has('kick-off') && !has('graduation') ? [post.behind] : []),
    ...nextText(reading),
  ];
}

function lateText({ group, roadmap, milestones, isLate, isExtra }: MilestonePost): string[] {
  const [first] = milestones;
  const last = milestones.at(-1);
  if (!isLate || isExtra || !first || !last) return [];
  const { post } = catalogueOf(group.language);
  const { zone, months } = group.schedule;
  if (first.day.equals(last.day)) return [post.lateText(dayStamp(first.day, zone))];
  const entries = milestones.map((one) =>
    post.digestEntry(dayStamp(one.day, zone), milestoneTitle(roadmap, months, one)),
  );
  return [post.digestText, bulletList(entries)];
}

function startText({ group, next }: MilestonePost): string {
  const { post } = catalogueOf(group.language);
  if (next?.kind !== 'kick-off') return post.weekBeforeUndated;
  return post.weekBeforeText(dayStamp(localDate(next.dueAt, group.schedule.zone), group.schedule.zone));
}

function phaseEndText({ group, roadmap, milestones }: MilestonePost): string[] {
  const ended = milestones.filter(({ kind }) => kind === 'phase-end').map(({ part }) => part);
  if (ended.length === 0) return [];
  const { post } = catalogueOf(group.language);
  const ahead = roadmap.phases[Math.max(...ended)];
  const behind = post.phaseEndText(ended.map((number) => phaseTitle(roadmap, number)));
  if (ahead) return [`${behind} ${post.phaseNext(ahead.title, ahead.purpose)}`];
  return milestones.some(({ kind }) => kind === 'graduation') ? [] : [behind];
}

/** Of several parts in one post the last is where the group is now. */
function partText({ group, roadmap, milestones }: MilestonePost): string[] {
  const part = milestones.findLast(({ kind }) => kind === 'part')?.part;
  const month = roadmap.months.find(({ number }) => number === part);
  if (!month) return [];
  const { post } = catalogueOf(group.language);
  const steps = roadmap.steps.filter((step) => month.stepIds.includes(step.id));
  const pitfalls = pitfallsOf(roadmap, steps).map(({ title }) => title);
  return [
    section(post.steps, bulletList(steps.map(({ title }) => title))),
    section(post.doneMeans, bulletList(month.doneMeans.map((line) => linkTitles(line, roadmap)))),
    ...(pitfalls.length === 0 ? [] : [section(post.pitfalls, post.pitfallsText(pitfalls))]),
  ];
}

function pitfallsOf({ pitfalls }: Roadmap, steps: readonly Step[]): Pitfall[] {
  const threatened = ({ stepIds }: Pitfall) => steps.filter(({ id }) => stepIds.includes(id)).length;
  return pitfalls
    .filter((pitfall) => threatened(pitfall) > 0)
    .toSorted((one, other) => threatened(other) - threatened(one))
    .slice(0, PITFALLS);
}

function nextText({ group, roadmap, milestones, next }: MilestonePost): string[] {
  const saidAlready = next?.kind === 'kick-off' && milestones.some(({ kind }) => kind === 'week-before');
  if (!next || saidAlready) return [];
  const { zone, months } = group.schedule;
  const day = dayStamp(localDate(next.dueAt, zone), zone);
  return [catalogueOf(group.language).post.next(comingTitle(roadmap, months, next), day)];
}
