import { findPage } from '../domain/page-reference.ts';
import { dayNumber, restDays, type Span } from '../domain/plan-days.ts';
import type { PlanReading } from '../domain/plan-reading.ts';
import { TELLING_WEEKS } from '../domain/plan-work.ts';
import { nextItem } from '../domain/progress.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { type ActionRow, accent, type ButtonParts, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { phaseAccent } from './phase-accent.ts';
import { waysBlocks, waysRows } from './plan-ways-view.ts';
import { dayStamp, onwardButton, rangeStamps, roundHours } from './plan-words.ts';

/** What was just done, said first, with the way back. */
export interface PlanNotice {
  readonly text: string;
  /** The button of /plan that takes it back, and what it takes back. */
  readonly undo?: readonly [button: string, what: string | number];
}

/** Where a member stands against their own pace, and what they can do about it. */
export function planView(reading: PlanReading, notice?: PlanNotice): MessageView {
  const { roadmap, progress } = reading;
  const words = catalogueOf(roadmap.language).plan;
  const phaseId = progress.current?.step.phaseId;
  return card({
    accent: phaseId === undefined ? accent.neutral : phaseAccent(phaseId),
    blocks: [
      ...(notice ? [notice.text] : []),
      `## ${words.title}`,
      standingBlock(reading, words),
      ...phaseBlock(reading, words),
      ...restBlock(reading, words),
      ...waysBlocks(reading),
      `-# ${observedLine(reading)}`,
    ],
    rows: [...undoRow(words, notice), ...waysRows(reading), ...controlRows(reading, words)],
  });
}

function standingBlock({ plan, pace, roadmap }: PlanReading, words: Catalogue['plan']): string {
  const { common } = catalogueOf(roadmap.language);
  const done = words.done(plan.hours.done, plan.hours.total);
  if (plan.standing.kind === 'finished') return [done, words.finished].join('\n');
  return [
    done,
    words.planned(dayStamp(plan.planned, pace.zone), common.hours(plan.pace)),
    words.projected(...rangeStamps(plan.projected, pace.zone)),
    standingSentence(plan.standing, words),
  ].join('\n');
}

function standingSentence(
  standing: Exclude<PlanReading['plan']['standing'], { kind: 'finished' }>,
  words: Catalogue['plan'],
): string {
  switch (standing.kind) {
    case 'on-time':
      return words.onTime;
    case 'ahead':
      return words.ahead(words.weeks(standing.weeks));
    case 'behind':
      return words.behind(words.weeks(standing.weeks));
  }
}

function phaseBlock({ plan, pace, progress, roadmap }: PlanReading, words: Catalogue['plan']): string[] {
  const { current } = progress;
  if (!plan.phaseEnd || !current) return [];
  const phase = findPage(roadmap, { kind: 'phase', id: current.step.phaseId })?.title ?? current.step.phaseId;
  return [words.phase(phase, ...rangeStamps(plan.phaseEnd, pace.zone))];
}

/** The pause in which the member is today, or else the break of their group. */
function restBlock({ pauses, groupRests, today, pace }: PlanReading, words: Catalogue['plan']): string[] {
  const isToday = (one: Span) => restDays([one])(dayNumber(today));
  const pause = pauses.findLast(isToday);
  if (pause) return [words.resting(dayStamp(pause.lastDay, pace.zone))];
  const rest = groupRests.findLast(isToday);
  if (!rest) return [];
  return [rest.isOpen ? words.groupPaused : words.groupResting(dayStamp(rest.lastDay, pace.zone))];
}

function observedLine({ plan, roadmap }: PlanReading): string {
  const { plan: words, common } = catalogueOf(roadmap.language);
  const { weeks, hours } = plan.observed;
  if (weeks < TELLING_WEEKS) return words.observedNothing;
  return words.observed(words.weeks(weeks), common.hours(roundHours(hours)));
}

function undoRow(words: Catalogue['plan'], notice: PlanNotice | undefined): ActionRow[] {
  return notice?.undo ? [buttonRow(button({ label: words.undo, id: customId('plan', ...notice.undo) }))] : [];
}

function controlRows(reading: PlanReading, words: Catalogue['plan']): ActionRow[] {
  const { common } = catalogueOf(reading.roadmap.language);
  const rest: ButtonParts[] = [
    { label: words.away, id: customId('plan', 'away', '', '') },
    { label: words.list, id: customId('plan', 'list') },
  ];
  const change: ButtonParts[] = [
    { label: words.changeHours, id: customId('plan', 'change-hours') },
    { label: words.changeTrack, id: customId('plan', 'change-track') },
    { label: words.changeZone, id: customId('plan', 'change-zone') },
  ];
  const onward = onwardButton(reading);
  const home: ButtonParts[] = nextItem(reading.progress)
    ? [{ label: common.home, id: customId('help', 'open', 'home') }]
    : [];
  return [buttonRow(...[onward, ...rest].map(button)), buttonRow(...[...change, ...home].map(button))];
}
