import type { PlanReading } from '../domain/plan-reading.ts';
import type { WaysBack } from '../domain/plan-ways.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { type ActionRow, type ButtonParts, button, buttonRow, section, selectRow } from './kit.ts';
import { dayStamp, dayText, rangeStamps } from './plan-words.ts';

/** The three ways back, each with the dates it leads to. Nothing for whoever is not behind. */
export function waysBlocks({ ways, plan, pace, roadmap }: PlanReading): string[] {
  if (!ways) return [];
  const words = catalogueOf(roadmap.language).plan;
  const { moreHours, laterEnd, asides } = ways;
  const more =
    moreHours &&
    ([
      plan.pace + moreHours.hours,
      plan.pace,
      dayStamp(moreHours.lastDay, pace.zone),
      ...rangeStamps(moreHours.projected, pace.zone),
    ] as const);
  return [
    ...(more ? [section(words.moreHours, words.moreHoursText(...more))] : []),
    section(words.laterEnd, words.laterEndText(dayStamp(laterEnd.planned, pace.zone))),
    ...(asides.length > 0 ? [section(words.aside, words.asideText)] : []),
  ];
}

/** The controls that take one of the ways: they carry exactly what was shown. */
export function waysRows({ ways, plan, roadmap, offerId }: PlanReading): ActionRow[] {
  if (!ways) return [];
  const words = catalogueOf(roadmap.language).plan;
  return [
    buttonRow(
      ...[...moreHoursButton(ways, plan.pace, offerId, words), laterEndButton(ways, offerId, words)].map(button),
    ),
    ...asideRow(ways, roadmap.language),
  ];
}

function moreHoursButton(
  { moreHours }: WaysBack,
  pace: number,
  offerId: string,
  words: Catalogue['plan'],
): ButtonParts[] {
  if (!moreHours) return [];
  const { hours, weeks } = moreHours;
  const label = words.moreHoursButton(pace + hours, words.weeks(weeks));
  return [{ label, id: customId('plan', 'more-hours', hours, weeks, offerId) }];
}

function laterEndButton({ laterEnd }: WaysBack, offerId: string, words: Catalogue['plan']): ButtonParts {
  return { label: words.laterEndButton, id: customId('plan', 'later-end', laterEnd.days, offerId) };
}

function asideRow({ asides }: WaysBack, language: string): ActionRow[] {
  if (asides.length === 0) return [];
  const { plan: words, common } = catalogueOf(language);
  const options = asides.map(({ step, projected }) => ({
    label: step.step.title,
    value: step.step.id,
    description: words.asideChoice(
      common.hours(step.hours.total - step.hours.done),
      dayText(projected.early, language),
      dayText(projected.late, language),
    ),
  }));
  return [selectRow(customId('plan', 'aside'), words.asidePlaceholder, options)];
}
