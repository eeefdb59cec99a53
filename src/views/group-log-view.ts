import { type ChangeOfGroup, findUndoable, type GroupChange, type UndoableChange } from '../domain/group-change.ts';
import { parseMilestoneCode } from '../domain/milestone.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { Temporal } from '../lib/temporal.ts';
import { momentOf } from './day-of.ts';
import { accent, button, buttonRow, card, screenPage } from './kit.ts';
import type { MessageView } from './message.ts';
import { milestoneTitle } from './milestone-words.ts';
import { pageLine, readOnRow } from './paging.ts';
import { dayText } from './plan-words.ts';
import { quoted } from './quoted.ts';
import { changedNames } from './setting-names.ts';

interface LogParts {
  readonly group: StudyGroup;
  /** In the reader's language. */
  readonly roadmap: Roadmap;
  /** The newest first. */
  readonly entries: readonly GroupChange[];
  readonly page: number;
}

/** Every change of a group: when, who, what. */
export function groupLogView(parts: LogParts): MessageView {
  const { group, roadmap, entries, page } = parts;
  const { milestone: words } = catalogueOf(roadmap.language);
  const lines = entries.map(({ at, actorId, change }) =>
    words.logLine(momentOf(at), actorId === undefined ? words.somebody : `<@${actorId}>`, changeText(parts, change)),
  );
  const shown = screenPage(lines.length === 0 ? [words.logEmpty] : lines, page);
  return card({
    accent: accent.neutral,
    blocks: [`## ${words.logTitle(quoted(group.name))}`, ...shown.blocks, ...pageLine({ roadmap }, shown)],
    rows: [
      ...readOnRow({ roadmap }, shown, (other) => customId('milestone', 'log', group.id, other)),
      buttonRow(
        button({ label: words.calendar, id: customId('milestone', 'list', group.id, 0) }),
        ...undoButtons(parts),
      ),
    ],
  });
}

/** For the newest change that can be taken back, saying which. */
function undoButtons(parts: LogParts): ReturnType<typeof button>[] {
  const entry = findUndoable(parts.entries);
  if (!entry) return [];
  const { undoThat } = catalogueOf(parts.roadmap.language).milestone;
  const plain = undoableText(parts, entry.change).replaceAll('**', ''); // A label knows no bold.
  return [
    button({
      label: undoThat(plain),
      id: customId('milestone', 'undo', parts.group.id, entry.id),
    }),
  ];
}

function changeText(parts: LogParts, change: ChangeOfGroup): string {
  const { changes } = catalogueOf(parts.roadmap.language).milestone;
  switch (change.kind) {
    case 'edited':
      return changes.edited(changedNames(parts.roadmap.language, change.fields));
    case 'announced':
      return (change.isExtra ? changes.announcedAgain : changes.announced)(titleFor(parts, change.code));
    case 'decided-uncertain':
      return change.isThere ? changes.decidedThere : changes.decidedPost;
    case 'undone':
      return changes.undone(undoableText(parts, change.undone));
    case 'set-up':
    case 'archived':
    case 'revived':
    case 'member-removed':
    case 'woken':
      return changes[change.kind];
    default:
      return undoableText(parts, change);
  }
}

function undoableText(parts: LogParts, change: UndoableChange): string {
  const { milestone: words, post } = catalogueOf(parts.roadmap.language);
  const { changes } = words;
  const day = (text: string) => dayText(Temporal.PlainDate.from(text), parts.roadmap.language);
  switch (change.kind) {
    case 'edited':
      return changes.edited(changedNames(parts.roadmap.language, change.fields));
    case 'moved':
      return changes.moved(titleFor(parts, change.code), day(change.from), day(change.to));
    case 'skipped':
    case 'restored':
      return changes[change.kind](titleFor(parts, change.code));
    case 'paused':
      return changes.paused;
    case 'resumed':
      return change.shifts ? changes.resumedShift(post.days(change.days)) : changes.resumedKeep;
    case 'break-planned':
      return changes.breakPlanned(day(change.firstDay), day(change.lastDay));
  }
}

function titleFor({ group, roadmap }: LogParts, code: string): string {
  const id = parseMilestoneCode(code);
  return id ? milestoneTitle(roadmap, group.schedule.months, id) : code;
}
