import type { GroupReport } from '../domain/group-report.ts';
import { type Roadmap, stepTitle } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { csvText } from './csv.ts';
import { accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { periodName } from './period-words.ts';
import { withFile } from './settings-data-view.ts';

/** The report as a file beside the screen. Its words are as they were typed, and no formula. */
export function reportFileView(roadmap: Roadmap, report: GroupReport): MessageView {
  const { report: words } = catalogueOf(roadmap.language);
  const { group, period } = report;
  const screen = card({
    accent: accent.neutral,
    blocks: [words.fileText],
    rows: [buttonRow(button({ label: words.back, id: customId('setup', 'report', group.id) }))],
  });
  return withFile(screen, {
    name: `report-${period.firstDay}.csv`,
    data: csvText(rowsOf(roadmap, report)),
    description: words.fileDescription,
  });
}

function rowsOf(roadmap: Roadmap, { period, recap, askers }: GroupReport): string[][] {
  const { report: words } = catalogueOf(roadmap.language);
  const { rows } = words;
  const steps = recap?.steps ?? [];
  const blockers = recap?.blockers ?? [];
  return [
    [...words.columns],
    [rows.period, periodName(roadmap.language, period), ''],
    [rows.first, '', period.firstDay.toString()],
    [rows.last, '', period.lastDay.toString()],
    [rows.checkIns, '', String(recap?.checkIns ?? 0)],
    ...(recap?.hours === undefined ? [] : [[rows.hours, '', String(recap.hours)]]),
    ...steps.map(({ stepId, count }) => [rows.step, stepTitle(roadmap, stepId), String(count)]),
    // A member is named by their id on Discord: names change, and are theirs.
    ...blockers.map(({ memberId, words: said }) => [rows.blocker, askers.get(memberId) ?? '', said ?? '']),
  ];
}
