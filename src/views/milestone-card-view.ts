import { type CalendarEntry, type CalendarReading, findEntry } from '../domain/group-calendar.ts';
import { type MilestoneId, milestoneCode } from '../domain/milestone.ts';
import { isHeldUp } from '../domain/outbox.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { momentOf } from './day-of.ts';
import { type ActionRow, accent, type ButtonParts, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { stateText } from './milestone-state.ts';
import { milestoneTitle } from './milestone-words.ts';
import { quoted } from './quoted.ts';

export interface MilestoneCardParts {
  readonly reading: CalendarReading;
  readonly id: MilestoneId;
  /** In the reader's language. */
  readonly roadmap: Roadmap;
  readonly now: Temporal.Instant;
  /** What was just done, or why it was not. */
  readonly notice?: string;
  /** The entry of the log that **Undo** takes back. */
  readonly undoId?: string;
}

/** One milestone, with all that can be done to it. */
export function milestoneCardView(parts: MilestoneCardParts): MessageView {
  const { reading, roadmap, now, id, notice } = parts;
  const { group, pause } = reading;
  const entry = findEntry(reading, id);
  const { milestone: words } = catalogueOf(roadmap.language);
  const stand = entry && {
    day: momentOf(entry.milestone.dueAt),
    state: stateText({ ...entry, isPaused: pause !== undefined, now }, roadmap.language),
  };
  return card({
    accent: accent.neutral,
    blocks: [
      ...(notice === undefined ? [] : [notice]),
      [`## ${milestoneTitle(roadmap, group.schedule.months, id)}`, `-# ${quoted(group.name)}`].join('\n'),
      ...(stand ? [words.when(stand.day, stand.state)] : []),
      `-# ${words.zoneNote(group.schedule.zone)}`,
    ],
    rows: [...(entry ? [changeRow(parts, entry)] : []), onwardRow(parts)],
  });
}

function changeRow({ reading, roadmap }: MilestoneCardParts, { milestone, record }: CalendarEntry): ActionRow {
  const isToCome = milestone.fate === 'planned' || (record !== undefined && isHeldUp(record));
  const { milestone: words } = catalogueOf(roadmap.language);
  const target = [reading.group.id, milestoneCode(milestone)] as const;
  const move: ButtonParts = { label: words.move, id: customId('milestone', 'ask-move', ...target) };
  const skip: ButtonParts = { label: words.skip, id: customId('milestone', 'skip', ...target) };
  const restore: ButtonParts = { label: words.restore, id: customId('milestone', 'restore', ...target) };
  return buttonRow(
    button({ label: words.preview, id: customId('milestone', 'preview', ...target), style: 'primary' }),
    button({ label: words.announce, id: customId('milestone', 'ask-announce', ...target) }),
    ...(milestone.fate === 'posted' && !isToCome ? [] : [button(move)]),
    ...(isToCome ? [button(skip)] : []),
    ...(milestone.fate === 'skipped' ? [button(restore)] : []),
  );
}

function onwardRow({ reading, roadmap, undoId }: MilestoneCardParts): ActionRow {
  const { milestone: words } = catalogueOf(roadmap.language);
  const { id } = reading.group;
  return buttonRow(
    ...(undoId === undefined ? [] : [button({ label: words.undo, id: customId('milestone', 'undo', id, undoId) })]),
    button({ label: words.calendar, id: customId('milestone', 'list', id, 0) }),
  );
}
