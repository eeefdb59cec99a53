import type { CalendarEntry, CalendarReading } from '../domain/group-calendar.ts';
import { milestoneCode } from '../domain/milestone.ts';
import { localDate } from '../domain/plan-days.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { pausedLine } from './coming-dates.ts';
import { momentOf } from './day-of.ts';
import { type ActionRow, accent, button, buttonRow, card, screenPage, selectRow } from './kit.ts';
import type { MessageView } from './message.ts';
import { stateText, stateWords } from './milestone-state.ts';
import { milestoneTitle } from './milestone-words.ts';
import { pageLine, readOnRow } from './paging.ts';
import { dayText } from './plan-words.ts';
import { quoted } from './quoted.ts';

export interface MilestoneListParts {
  readonly reading: CalendarReading;
  /** In the reader's language. */
  readonly roadmap: Roadmap;
  readonly page: number;
  readonly now: Temporal.Instant;
  /** What was just done, or why it was not. */
  readonly notice?: string;
  /** The entry of the log that **Undo** takes back. */
  readonly undoId?: string;
}

/** The whole calendar of a group, the earliest first, with everything that can be done to it. */
export function milestoneListView(parts: MilestoneListParts): MessageView {
  const { reading, roadmap, notice } = parts;
  const { group, entries, pause } = reading;
  const { milestone: words } = catalogueOf(roadmap.language);
  const { zone } = group.schedule;
  const shown = screenPage(linesOf(parts), parts.page);
  return card({
    accent: accent.neutral,
    blocks: [
      ...(notice === undefined ? [] : [notice]),
      `## ${words.listTitle(quoted(group.name))}`,
      ...(pause ? [pausedLine(roadmap.language, group, pause)] : []),
      ...shown.blocks,
      ...pageLine({ roadmap }, shown),
      `-# ${words.zoneNote(zone)}`,
    ],
    rows: [
      ...readOnRow({ roadmap }, shown, (page) => customId('milestone', 'list', group.id, page)),
      selectRow(
        customId('milestone', 'open', group.id),
        words.choose,
        entries.map((entry) => optionOf(entry, parts)),
      ),
      groupRow(parts),
    ],
  });
}

/** A block for each post: what comes in one stands together. */
function linesOf(parts: MilestoneListParts): string[] {
  const { reading, roadmap } = parts;
  const { milestone: words } = catalogueOf(roadmap.language);
  const { months } = reading.group.schedule;
  const blocks = Map.groupBy(reading.entries, (entry) =>
    words.when(momentOf(entry.milestone.dueAt), stateText(stateOf(entry, parts), roadmap.language)),
  );
  return [...blocks].map(([when, together]) =>
    words.line(
      together.map(({ milestone }) => milestoneTitle(roadmap, months, milestone)),
      when,
    ),
  );
}

function stateOf({ milestone, record }: CalendarEntry, { reading, now }: MilestoneListParts) {
  return { milestone, record, isPaused: reading.pause !== undefined, now };
}

function optionOf(entry: CalendarEntry, parts: MilestoneListParts) {
  const { roadmap, reading } = parts;
  const { zone, months } = reading.group.schedule;
  const day = dayText(localDate(entry.milestone.dueAt, zone), roadmap.language);
  return {
    label: milestoneTitle(roadmap, months, entry.milestone),
    value: milestoneCode(entry.milestone),
    description: `${day} · ${stateWords(stateOf(entry, parts), roadmap.language)}`,
  };
}

/** What concerns the group as a whole. */
function groupRow({ reading, roadmap, undoId }: MilestoneListParts): ActionRow {
  const { milestone: words } = catalogueOf(roadmap.language);
  const { group, entries, pause } = reading;
  const next = entries.find(({ milestone }) => milestone.fate === 'planned');
  return buttonRow(
    ...(undoId === undefined
      ? []
      : [button({ label: words.undo, id: customId('milestone', 'undo', group.id, undoId) })]),
    ...(next
      ? [
          button({
            label: words.previewNext,
            id: customId('milestone', 'preview', group.id, milestoneCode(next.milestone)),
          }),
        ]
      : []),
    button({ label: words.planBreak, id: customId('milestone', 'ask-break', group.id) }),
    pause
      ? button({ label: words.resume, id: customId('milestone', 'ask-resume', group.id) })
      : button({ label: words.pause, id: customId('milestone', 'pause', group.id) }),
    button({ label: words.log, id: customId('milestone', 'log', group.id, 0) }),
  );
}
