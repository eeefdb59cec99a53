import type { GroupReport, QuietMembers } from '../domain/group-report.ts';
import { type Blocker, type FinishedStep, SHOWN_BLOCKERS } from '../domain/recap.ts';
import { type Roadmap, stepTitle } from '../domain/roadmap.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { hoursText } from './check-in-words.ts';
import { momentOf } from './day-of.ts';
import { type ActionRow, accent, bulletList, button, buttonRow, card, section, selectRow } from './kit.ts';
import type { MessageView } from './message.ts';
import { periodName } from './period-words.ts';
import { dayText } from './plan-words.ts';
import { quoted } from './quoted.ts';

/** How much of a blocker stands on the screen, in characters. The file has all of it. */
const WORDS_SHOWN = 120;

/** A period that is over, in numbers, for a moderator alone. `skipped`: how many newer ones the choice leaves out. */
export function reportView(
  roadmap: Roadmap,
  report: GroupReport,
  { skipped, now }: { readonly skipped: number; readonly now: Temporal.Instant },
): MessageView {
  const { group, period } = report;
  const { language } = roadmap;
  const { report: words } = catalogueOf(language);
  const name = periodName(language, period);
  const isOpen = period.graceEndsAt.since(now).sign > 0;
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.title(quoted(group.name))}\n${words.period(name, dayText(period.firstDay, language), dayText(period.lastDay, language))}`,
      ...(isOpen ? [words.inGrace(momentOf(period.graceEndsAt))] : []),
      ...numbers(roadmap, report),
      `-# ${words.private}`,
    ],
    rows: reportRows(language, report, skipped),
  });
}

/** While there is nothing to report. */
export function noReportView(language: string, group: StudyGroup): MessageView {
  const { report: words } = catalogueOf(language);
  return card({
    accent: accent.neutral,
    blocks: [`## ${words.title(quoted(group.name))}`, words.none],
    rows: [
      buttonRow(
        button({ label: words.hidden, id: customId('setup', 'hidden', group.id, 0) }),
        button({ label: words.show, id: customId('setup', 'show', group.id) }),
      ),
    ],
  });
}

/** Who has been quiet, with a kind message to copy. */
export function quietView(language: string, { group, userIds, next }: QuietMembers): MessageView {
  const { report: words } = catalogueOf(language);
  // Copied as plain text, so nothing in it is Markdown but the fence around it.
  const message = catalogueOf(group.language).report.message(group.name.replaceAll('`', ''));
  const some = [
    words.quietText,
    bulletList(userIds.map((id) => `<@${id}>`)),
    `${section(words.quietMessage, `\`\`\`\n${message}\n\`\`\``)}`,
  ];
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.quietTitle}`,
      ...(userIds.length > 0 ? some : next ? [] : [words.quietNone]),
      ...(next ? [next.isQuiet ? words.quietMore : words.quietPerhapsMore] : []),
    ],
    rows: [
      buttonRow(
        ...(next ? [button({ label: words.quietNext, id: customId('setup', 'quiet', group.id, next.memberId) })] : []),
        button({ label: words.back, id: customId('setup', 'report', group.id) }),
        button({ label: words.show, id: customId('setup', 'show', group.id) }),
      ),
    ],
  });
}

function numbers(roadmap: Roadmap, { recap, askers }: GroupReport): string[] {
  const { report: words } = catalogueOf(roadmap.language);
  if (!recap) return [words.empty];
  const { checkIns, hours, steps, blockers } = recap;
  const shown = blockers.slice(0, SHOWN_BLOCKERS).map((one) => blockerLine(roadmap.language, one, askers));
  const more = blockers.length - shown.length;
  return [
    [words.checkIns(checkIns), hours === undefined ? words.hoursNone : words.hours(hoursText(hours))].join('\n'),
    ...(steps.length > 0 ? [section(words.steps, bulletList(steps.map((one) => stepLine(roadmap, one))))] : []),
    ...(blockers.length > 0
      ? [section(words.blockers, bulletList([...shown, ...(more > 0 ? [words.moreBlockers(more)] : [])]))]
      : []),
  ];
}

function stepLine(roadmap: Roadmap, { stepId, count }: FinishedStep): string {
  return catalogueOf(roadmap.language).report.step(stepTitle(roadmap, stepId), count);
}

function blockerLine(language: string, { memberId, words: said }: Blocker, askers: GroupReport['askers']): string {
  const { report: words } = catalogueOf(language);
  return words.blocker(askers.get(memberId), said === undefined ? words.noWords : quoted(said, WORDS_SHOWN));
}

function reportRows(language: string, report: GroupReport, skipped: number): ActionRow[] {
  const { report: words } = catalogueOf(language);
  const { group, period, periods, hasOlder } = report;
  const options = periods.map((one) => ({
    label: periodName(language, one),
    value: one.id,
    description: dayText(one.firstDay, language),
    selected: one.id === period.id,
  }));
  const beside = (label: string, from: number) =>
    button({ label, id: customId('setup', 'report-list', group.id, from) });
  return [
    ...(options.length > 0 ? [selectRow(customId('setup', 'report', group.id, skipped), words.choose, options)] : []),
    buttonRow(
      button({ label: words.file, id: customId('setup', 'report-file', group.id, period.sequence), style: 'primary' }),
      button({ label: words.quiet, id: customId('setup', 'quiet', group.id) }),
      button({ label: words.hidden, id: customId('setup', 'hidden', group.id, 0) }),
    ),
    buttonRow(
      ...(skipped > 0 ? [beside(words.newer, Math.max(skipped - periods.length, 0))] : []),
      ...(hasOlder ? [beside(words.older, skipped + periods.length)] : []),
      button({ label: words.show, id: customId('setup', 'show', group.id) }),
    ),
  ];
}
