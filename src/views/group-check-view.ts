import type { GroupProblem } from '../domain/group-problems.ts';
import { settingsOf } from '../domain/group-settings.ts';
import { type Milestone, parseMilestoneCode } from '../domain/milestone.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { GroupBreak, StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { pausedLine } from './coming-dates.ts';
import { distanceOf, momentOf } from './day-of.ts';
import { problemTexts } from './group-problem-words.ts';
import { type ActionRow, accent, bulletList, button, buttonRow, card, section } from './kit.ts';
import type { MessageView } from './message.ts';
import { postLink } from './milestone-state.ts';
import { milestoneTitle } from './milestone-words.ts';
import { quoted } from './quoted.ts';

export interface GroupCheckParts {
  readonly roadmap: Roadmap;
  readonly group: StudyGroup;
  readonly problems: readonly GroupProblem[];
  readonly last: OutboxRecord | undefined;
  readonly next: readonly Milestone[];
  /** The one that lasts. */
  readonly pause: GroupBreak | undefined;
  readonly troubles: readonly OutboxRecord[];
  readonly missed: readonly Milestone[];
  readonly isResting: boolean;
  readonly note?: string | undefined;
}

/** What one screen names of what did not arrive, and the uncertain posts among it that have buttons. */
const TROUBLES_SHOWN = 6;
const ASKED_AT_ONCE = 2;

/** The doctor: what the bot may do, the last and next post, and what did not arrive, each with its cure. */
export function groupCheckView(parts: GroupCheckParts): MessageView {
  const { roadmap, group, problems, troubles, missed, note } = parts;
  const { groupCare } = catalogueOf(roadmap.language);
  const inTheWay = problemTexts(roadmap.language, settingsOf(group), problems);
  const lines = [
    ...uncertainOnes(troubles).map((record, index) => numbered(troubleLine(parts, record), index, troubles)),
    ...troubles.filter(({ state }) => state !== 'uncertain').map((record) => troubleLine(parts, record)),
    ...missed.map((one) => missedLine(parts, one)),
  ];
  const more = lines.length - TROUBLES_SHOWN;
  return card({
    accent: inTheWay.length + troubles.length > 0 ? accent.warning : accent.neutral,
    blocks: [
      ...(note === undefined ? [] : [note]),
      `## ${groupCare.checkTitle(quoted(group.name))}`,
      inTheWay.length > 0 ? bulletList(inTheWay) : groupCare.allWell(group.channelId),
      [lastLine(parts), ...nextLine(parts)].join('\n'),
      ...(parts.isResting ? [groupCare.resting] : []),
      lines.length > 0
        ? section(groupCare.troublesTitle, bulletList(lines.slice(0, TROUBLES_SHOWN)))
        : groupCare.troublesNone,
      ...(more > 0 ? [`-# ${groupCare.moreTroubles(more)}`] : []),
    ],
    rows: [...decisionRows(parts), lastRow(parts)],
  });
}

function lastLine({ roadmap, group, last }: GroupCheckParts): string {
  const { groupCare } = catalogueOf(roadmap.language);
  if (!last) return groupCare.lastNone;
  return groupCare.last(recordName(roadmap, group, last), momentOf(last.settledAt ?? last.dueAt), postLink(last));
}

function nextLine({ roadmap, group, next: [next], pause }: GroupCheckParts): string[] {
  if (pause) return [pausedLine(roadmap.language, group, pause)];
  if (!next) return [];
  const { groupCare } = catalogueOf(roadmap.language);
  const title = milestoneTitle(roadmap, group.schedule.months, next);
  return [groupCare.next(title, momentOf(next.dueAt), distanceOf(next.dueAt))];
}

function troubleLine({ roadmap, group }: GroupCheckParts, record: OutboxRecord): string {
  const { groupCare } = catalogueOf(roadmap.language);
  const [name, when] = [recordName(roadmap, group, record), momentOf(record.dueAt)];
  const reasons: Readonly<Record<string, string>> = groupCare.reasons;
  const anew = record.order.kind === 'milestones' ? ` ${groupCare.announceAnew}` : '';
  switch (record.state) {
    case 'uncertain':
      return groupCare.states.uncertain(name, when);
    case 'failed':
      return `${groupCare.states.failed(name, when)}${anew}`;
    case 'missed':
      return `${groupCare.states.missed(name, when)}${anew}`;
    default:
      return groupCare.states.blocked(name, when, reasons[record.problem ?? ''] ?? groupCare.reasonUnknown);
  }
}

function missedLine({ roadmap, group }: GroupCheckParts, milestone: Milestone): string {
  const { groupCare } = catalogueOf(roadmap.language);
  const title = milestoneTitle(roadmap, group.schedule.months, milestone);
  return `${groupCare.states.missed(title, momentOf(milestone.dueAt))} ${groupCare.announceAnew}`;
}

/** What somebody would call what was to appear. */
function recordName(roadmap: Roadmap, group: StudyGroup, { order }: OutboxRecord): string {
  const { orders } = catalogueOf(roadmap.language).groupCare;
  if (order.kind !== 'milestones') return orders[order.kind];
  const titles = order.codes.flatMap((code) => {
    const id = parseMilestoneCode(code);
    return id ? milestoneTitle(roadmap, group.schedule.months, id) : [];
  });
  return order.isExtra ? orders.extra(titles.join(', ')) : titles.join(', ');
}

function uncertainOnes(troubles: readonly OutboxRecord[]): OutboxRecord[] {
  return troubles.filter(({ state }) => state === 'uncertain');
}

/** With several uncertain posts each has a number, which stands on its buttons, too. */
function numbered(line: string, index: number, troubles: readonly OutboxRecord[]): string {
  return uncertainOnes(troubles).length > 1 ? `**(${index + 1})** ${line}` : line;
}

/** For each uncertain post the two answers that only a person can give. */
function decisionRows({ roadmap, troubles }: GroupCheckParts): ActionRow[] {
  const { groupCare } = catalogueOf(roadmap.language);
  const uncertain = uncertainOnes(troubles);
  return uncertain.slice(0, ASKED_AT_ONCE).map(({ key }, index) => {
    const label = (text: string) => (uncertain.length > 1 ? groupCare.ofNumber(text, index + 1) : text);
    return buttonRow(
      button({ label: label(groupCare.itIsThere), id: customId('setup', 'it-is-there', key) }),
      button({ label: label(groupCare.postIt), id: customId('setup', 'post-it', key) }),
    );
  });
}

function lastRow({ roadmap, group, troubles, isResting }: GroupCheckParts): ActionRow {
  const { groupCare, setup } = catalogueOf(roadmap.language);
  const isBlocked = troubles.some(({ state }) => state === 'blocked');
  const retry = { label: groupCare.tryAgain, id: customId('setup', 'try-again', group.id), style: 'primary' } as const;
  return buttonRow(
    ...(isBlocked ? [button(retry)] : [button({ label: setup.checkAgain, id: customId('setup', 'check', group.id) })]),
    ...(isResting ? [button({ label: groupCare.wake, id: customId('setup', 'wake', group.id) })] : []),
    button({ label: groupCare.edit, id: customId('setup', 'edit', group.id) }),
    button({ label: groupCare.show, id: customId('setup', 'show', group.id) }),
  );
}
