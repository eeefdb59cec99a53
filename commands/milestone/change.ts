import { z } from 'zod';
import { type MoveInput, moveMilestone } from '../../src/actions/move-milestone.ts';
import { restoreMilestone, skipMilestone } from '../../src/actions/skip-milestone.ts';
import {
  type Answer,
  defineButton,
  defineForm,
  defineHandler,
  openForm,
  refuse,
  show,
} from '../../src/discord/command.ts';
import type { MilestoneId } from '../../src/domain/milestone.ts';
import { readDay } from '../../src/domain/pause-days.ts';
import { localDate } from '../../src/domain/plan-days.ts';
import { dayOf } from '../../src/views/day-of.ts';
import { moveAskView } from '../../src/views/milestone-ask-views.ts';
import { moveForm } from '../../src/views/milestone-forms.ts';
import { dayStamp } from '../../src/views/plan-words.ts';
import { quoted } from '../../src/views/quoted.ts';
import { withMilestone } from './calendar.ts';
import { dayArg, groupOption, milestoneArg, suggestGroups, suggestMilestones } from './options.ts';
import { inGroup, inputOf, inTypedGroup, refused, type Scope, showMilestone, titleIn } from './scope.ts';

const ofMilestone = z.tuple([z.string(), milestoneArg]);

type Day = MoveInput['to'];

/** A day that was typed, from today on where it has no year. */
function typedDay({ caller, group }: Scope, typed: string): Day | undefined {
  const today = localDate(caller.now, group.schedule.zone);
  return readDay(typed, { today, language: caller.language, from: today });
}

async function move(scope: Scope, id: MilestoneId, to: Day, mayReorder = false): Promise<Answer> {
  const { deps, group, roadmap, words } = scope;
  const title = titleIn(scope)(id);
  const outcome = await moveMilestone(deps, { ...inputOf(scope), id, to, mayReorder });
  switch (outcome.kind) {
    case 'not-there':
      return refused(scope, 'not-there');
    case 'posted-already':
      return showMilestone(scope, id, { notice: words.movePosted(title) });
    case 'past':
      return showMilestone(scope, id, { notice: words.movePast(title) });
    case 'unchanged':
      return showMilestone(scope, id, { notice: words.moveUnchanged(title, dayOf(outcome.to)) });
    case 'passes-others':
      return show(moveAskView({ group, id, roadmap, to, others: outcome.others }));
    case 'moved': {
      const notice = words.moved(title, dayOf(outcome.from), dayStamp(to, group.schedule.zone));
      return showMilestone(scope, id, { notice, undoId: outcome.changeId });
    }
  }
}

/** To a day as it was typed, or as an older screen carries it. */
async function moveTyped(scope: Scope, id: MilestoneId, typed: string, mayReorder = false): Promise<Answer> {
  const to = typedDay(scope, typed);
  return to ? move(scope, id, to, mayReorder) : showMilestone(scope, id, { notice: scope.words.noDay(quoted(typed)) });
}

async function skip(scope: Scope, id: MilestoneId): Promise<Answer> {
  const { deps, words } = scope;
  const title = titleIn(scope)(id);
  const outcome = await skipMilestone(deps, { ...inputOf(scope), id });
  switch (outcome.kind) {
    case 'not-there':
      return refused(scope, 'not-there');
    case 'already':
      return showMilestone(scope, id, { notice: words.skippedAlready(title) });
    case 'not-to-come':
      return showMilestone(scope, id, { notice: words.notToCome(title) });
    case 'skipped':
      return showMilestone(scope, id, { notice: words.skipped(title), undoId: outcome.changeId });
  }
}

async function restore(scope: Scope, id: MilestoneId): Promise<Answer> {
  const { deps, words } = scope;
  const title = titleIn(scope)(id);
  const outcome = await restoreMilestone(deps, { ...inputOf(scope), id });
  switch (outcome.kind) {
    case 'not-there':
      return refused(scope, 'not-there');
    case 'not-skipped':
      return showMilestone(scope, id, { notice: words.notSkipped(title) });
    case 'past':
      return showMilestone(scope, id, { notice: words.restorePast(title) });
    case 'restored': {
      const notice = words.restored(title, dayOf(outcome.dueAt));
      return showMilestone(scope, id, { notice, undoId: outcome.changeId });
    }
  }
}

const forMilestone = z.object({ milestone: z.string(), group: groupOption });
const suggest = { group: suggestGroups, milestone: suggestMilestones };

export const subcommands = {
  move: defineHandler({
    options: z.object({ milestone: z.string(), to: z.string(), group: groupOption }),
    visibility: 'private',
    run: (caller, options, deps) =>
      inTypedGroup(caller, deps, { subcommand: 'move', options }, (scope) =>
        withMilestone(scope, options.milestone, (id) => moveTyped(scope, id, options.to)),
      ),
    suggest,
  }),
  skip: defineHandler({
    options: forMilestone,
    visibility: 'private',
    run: (caller, options, deps) =>
      inTypedGroup(caller, deps, { subcommand: 'skip', options }, (scope) =>
        withMilestone(scope, options.milestone, (id) => skip(scope, id)),
      ),
    suggest,
  }),
  restore: defineHandler({
    options: forMilestone,
    visibility: 'private',
    run: (caller, options, deps) =>
      inTypedGroup(caller, deps, { subcommand: 'restore', options }, (scope) =>
        withMilestone(scope, options.milestone, (id) => restore(scope, id)),
      ),
    suggest,
  }),
};

export const buttons = {
  'ask-move': defineButton({
    args: ofMilestone,
    landing: 'form',
    press: (caller, [groupId, id], deps) =>
      inGroup(caller, deps, groupId, () => openForm(moveForm(caller.language, groupId, id, ''))),
  }),
  'move-anyway': defineButton({
    args: z.tuple([z.string(), milestoneArg, dayArg]),
    press: (caller, [groupId, id, to], deps) =>
      inGroup(caller, deps, groupId, (scope) => moveTyped(scope, id, to, true)),
  }),
  skip: defineButton({
    args: ofMilestone,
    press: (caller, [groupId, id], deps) => inGroup(caller, deps, groupId, (scope) => skip(scope, id)),
  }),
  restore: defineButton({
    args: ofMilestone,
    press: (caller, [groupId, id], deps) => inGroup(caller, deps, groupId, (scope) => restore(scope, id)),
  }),
};

export const forms = {
  move: defineForm({
    args: ofMilestone,
    fields: z.object({ to: z.string() }),
    open: (caller, [groupId, id], given) => moveForm(caller.language, groupId, id, String(given.to ?? '')),
    submit: (caller, [groupId, id], { to: typed }, deps) =>
      inGroup(caller, deps, groupId, (scope) => {
        const to = typedDay(scope, typed);
        return to ? move(scope, id, to) : refuse(scope.words.noDay(quoted(typed)));
      }),
  }),
};
