import { z } from 'zod';
import { listHiddenCheckIns } from '../../src/actions/list-hidden-check-ins.ts';
import { listQuietMembers } from '../../src/actions/list-quiet-members.ts';
import { readReport } from '../../src/actions/read-report.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import { type Answer, type Caller, type Deps, defineButton, defineSelect, show } from '../../src/discord/command.ts';
import { periodId } from '../../src/domain/period.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { hiddenListView } from '../../src/views/hidden-list-view.ts';
import { reportFileView } from '../../src/views/report-file-view.ts';
import { noReportView, quietView, reportView } from '../../src/views/report-view.ts';
import { groupArgs, pagedArgs, withGroup } from './group.ts';

/** A period that is over; without its id the newest. `skipped`: how many newer ones the choice leaves out. */
export async function showReport(
  { language, now }: Caller,
  deps: Deps,
  group: StudyGroup,
  chosen: { readonly periodId?: string | undefined; readonly skipped?: number } = {},
): Promise<Answer> {
  const { skipped = 0 } = chosen;
  const report = await readReport(deps, { group, periodId: chosen.periodId, skipped, language, now });
  if (!report) return show(noReportView(language, group));
  return show(reportView(readRoadmap(deps, language), report, { skipped, now }));
}

async function showFile({ language, now }: Caller, deps: Deps, group: StudyGroup, sequence: number): Promise<Answer> {
  const asked = { group, periodId: periodId(group.id, sequence), skipped: 0, language, now };
  const report = await readReport(deps, asked);
  return show(report ? reportFileView(readRoadmap(deps, language), report) : noReportView(language, group));
}

export const reportButtons = {
  report: defineButton({
    args: groupArgs,
    press: (caller, [groupId], deps) => withGroup(caller, deps, groupId, (group) => showReport(caller, deps, group)),
  }),
  'report-list': defineButton({
    args: pagedArgs,
    press: (caller, [groupId, skipped], deps) =>
      withGroup(caller, deps, groupId, (group) => showReport(caller, deps, group, { skipped })),
  }),
  'report-file': defineButton({
    args: z.tuple([z.string(), z.coerce.number().int().min(1)]),
    landing: 'beside',
    press: (caller, [groupId, sequence], deps) =>
      withGroup(caller, deps, groupId, (group) => showFile(caller, deps, group, sequence)),
  }),
  hidden: defineButton({
    args: pagedArgs,
    press: (caller, [groupId, skipped], deps) =>
      withGroup(caller, deps, groupId, async (group) =>
        show(hiddenListView(caller.language, await listHiddenCheckIns(deps, { group, skipped, now: caller.now }))),
      ),
  }),
  quiet: defineButton({
    // The group, and the member with whom to go on.
    args: z.tuple([z.string()]).rest(z.string()),
    press: (caller, [groupId, from], deps) =>
      withGroup(caller, deps, groupId, async (group) =>
        show(quietView(caller.language, await listQuietMembers(deps, { group, from, now: caller.now }))),
      ),
  }),
};

export const reportSelects = {
  report: defineSelect({
    args: pagedArgs,
    choose: (caller, [groupId, skipped], [chosen], deps) =>
      withGroup(caller, deps, groupId, (group) => showReport(caller, deps, group, { periodId: chosen, skipped })),
  }),
};
