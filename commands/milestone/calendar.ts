import { z } from 'zod';
import { readGroupLog } from '../../src/actions/read-group-log.ts';
import { previewPost, readMilestones } from '../../src/actions/read-milestones.ts';
import { undoGroupChange } from '../../src/actions/undo-group-change.ts';
import { type Answer, defineButton, defineHandler, defineSelect, show } from '../../src/discord/command.ts';
import { findEntry } from '../../src/domain/group-calendar.ts';
import { type MilestoneId, parseMilestoneCode } from '../../src/domain/milestone.ts';
import { groupLogView } from '../../src/views/group-log-view.ts';
import { milestonePreviewView } from '../../src/views/milestone-ask-views.ts';
import { quoted } from '../../src/views/quoted.ts';
import { undoneText } from '../../src/views/undone-text.ts';
import { findTypedMilestone, groupOption, milestoneArg, pageArg, suggestGroups, suggestMilestones } from './options.ts';
import { inGroup, inputOf, inTypedGroup, refused, type Scope, showCalendar, showMilestone } from './scope.ts';

const ofGroup = z.tuple([z.string()]);
const paged = z.tuple([z.string(), pageArg]);
const ofMilestone = z.tuple([z.string(), milestoneArg]);

async function showPreview(scope: Scope, id: MilestoneId): Promise<Answer> {
  const { caller, deps, group, roadmap } = scope;
  const plain = { note: undefined, isExtra: false, isNow: false };
  const post = await previewPost(deps, { group, id, ...plain, now: caller.now });
  if (!post) return showCalendar(scope);
  const entry = findEntry(await readMilestones(deps, group), id);
  return show(milestonePreviewView({ group, id, roadmap, post, isPosted: entry?.milestone.fate === 'posted' }));
}

async function showLog({ deps, group, roadmap }: Scope, page: number): Promise<Answer> {
  return show(groupLogView({ group, roadmap, entries: await readGroupLog(deps, group), page }));
}

/** Runs `then` for the milestone that was typed; for words that name none it shows them all. */
export async function withMilestone(
  scope: Scope,
  typed: string,
  then: (id: MilestoneId) => Answer | Promise<Answer>,
): Promise<Answer> {
  const id = await findTypedMilestone(scope, typed);
  return id ? then(id) : showCalendar(scope, 0, scope.words.unknownMilestone(quoted(typed)));
}

async function takeBack(scope: Scope, changeId: string): Promise<Answer> {
  const { deps, group, roadmap } = scope;
  const outcome = await undoGroupChange(deps, { ...inputOf(scope), changeId });
  if (outcome.kind === 'not-there') return refused(scope, 'not-there');
  return showCalendar(scope, 0, undoneText(roadmap, group, outcome));
}

export const subcommands = {
  list: defineHandler({
    options: z.object({ group: groupOption }),
    visibility: 'private',
    run: (caller, options, deps) =>
      inTypedGroup(caller, deps, { subcommand: 'list', options }, (scope) => showCalendar(scope)),
    suggest: { group: suggestGroups },
  }),
  preview: defineHandler({
    options: z.object({ milestone: z.string(), group: groupOption }),
    visibility: 'private',
    run: (caller, options, deps) =>
      inTypedGroup(caller, deps, { subcommand: 'preview', options }, (scope) =>
        withMilestone(scope, options.milestone, (id) => showPreview(scope, id)),
      ),
    suggest: { group: suggestGroups, milestone: suggestMilestones },
  }),
  log: defineHandler({
    options: z.object({ group: groupOption }),
    visibility: 'private',
    run: (caller, options, deps) =>
      inTypedGroup(caller, deps, { subcommand: 'log', options }, (scope) => showLog(scope, 0)),
    suggest: { group: suggestGroups },
  }),
};

export const buttons = {
  list: defineButton({
    args: paged,
    press: (caller, [groupId, page], deps) => inGroup(caller, deps, groupId, (scope) => showCalendar(scope, page)),
  }),
  show: defineButton({
    args: ofMilestone,
    press: (caller, [groupId, id], deps) => inGroup(caller, deps, groupId, (scope) => showMilestone(scope, id)),
  }),
  preview: defineButton({
    args: ofMilestone,
    press: (caller, [groupId, id], deps) => inGroup(caller, deps, groupId, (scope) => showPreview(scope, id)),
  }),
  log: defineButton({
    args: paged,
    press: (caller, [groupId, page], deps) => inGroup(caller, deps, groupId, (scope) => showLog(scope, page)),
  }),
  undo: defineButton({
    args: z.tuple([z.string(), z.string()]),
    press: (caller, [groupId, changeId], deps) => inGroup(caller, deps, groupId, (scope) => takeBack(scope, changeId)),
  }),
};

export const selects = {
  open: defineSelect({
    args: ofGroup,
    choose: (caller, [groupId], [code = ''], deps) =>
      inGroup(caller, deps, groupId, (scope) => {
        const id = parseMilestoneCode(code);
        return id ? showMilestone(scope, id) : showCalendar(scope);
      }),
  }),
};
