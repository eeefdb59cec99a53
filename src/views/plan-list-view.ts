import type { GroupRest } from '../domain/group-rest.ts';
import type { Pause } from '../domain/member.ts';
import { daysOf } from '../domain/pause.ts';
import type { PlanChange } from '../domain/plan.ts';
import type { PlanReading } from '../domain/plan-reading.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { accent, bulletList, button, buttonRow, card, selectRow } from './kit.ts';
import type { MessageView } from './message.ts';
import { dayText } from './plan-words.ts';

/** More than this many are not listed: a list to choose from holds 25. */
const LISTED = 25;

/** A line of the list. Without a value it is not the member's to take back. */
interface Entry {
  readonly label: string;
  readonly value?: string;
  readonly day: Temporal.PlainDate;
}

/** All that moves the plan, newest first. The member's own pauses and changes can be taken back. */
export function planListView({ roadmap, pauses, groupRests, changes }: PlanReading): MessageView {
  const { language } = roadmap;
  const words = catalogueOf(language).plan;
  const all: Entry[] = [
    ...groupRests.map((rest) => groupRestEntry(rest, language)),
    ...pauses.map((pause) => pauseEntry(pause, language)),
    ...changes.map((one) => changeEntry(one, language)),
  ].toSorted((one, other) => one.day.until(other.day).days);
  const listed = all.slice(0, LISTED);
  const own = listed.flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]));
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.listTitle}`,
      listed.length === 0 ? words.listEmpty : bulletList(listed.map(({ label }) => label)),
      ...(all.length > LISTED ? [`-# ${words.olderOnes(all.length - LISTED)}`] : []),
    ],
    rows: [
      ...(own.length === 0 ? [] : [selectRow(customId('plan', 'undo'), words.undoPlaceholder, own)]),
      buttonRow(
        button({ label: words.away, id: customId('plan', 'away', '', '') }),
        button({ label: words.back, id: customId('plan', 'open'), style: 'primary' }),
      ),
    ],
  });
}

function groupRestEntry({ isOpen, ...rest }: GroupRest, language: string): Entry {
  const words = catalogueOf(language).plan;
  const [first, last] = [dayText(rest.firstDay, language), dayText(rest.lastDay, language)];
  const label = isOpen ? words.listGroupPause(first) : words.listGroupRest(first, last, words.days(daysOf(rest)));
  return { label, day: rest.firstDay };
}

function pauseEntry(pause: Pause, language: string): Entry {
  const words = catalogueOf(language).plan;
  const [first, last] = [dayText(pause.firstDay, language), dayText(pause.lastDay, language)];
  const label = words.listPause(first, last, words.days(daysOf(pause)));
  return { label, value: `pause/${pause.id}`, day: pause.firstDay };
}

function changeEntry(change: PlanChange, language: string): Entry {
  const label = changeLabel(change, dayText(change.firstDay, language), catalogueOf(language));
  return { label, value: `change/${change.id}`, day: change.firstDay };
}

function changeLabel(change: PlanChange, day: string, { plan: words, common }: Catalogue): string {
  switch (change.kind) {
    case 'more-hours':
      return words.listMoreHours(common.hours(change.hours), words.weeks(Math.round(change.days / 7)), day);
    case 'later-end':
      return words.listLaterEnd(words.days(change.days), day);
  }
}
