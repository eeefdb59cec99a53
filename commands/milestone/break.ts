import { z } from 'zod';
import { planBreak } from '../../src/actions/plan-break.ts';
import { previewBreak } from '../../src/actions/preview-break.ts';
import {
  type Answer,
  defineButton,
  defineForm,
  defineHandler,
  openForm,
  refuse,
  show,
} from '../../src/discord/command.ts';
import { LONGEST_PAUSE, type PauseReading, readPause, type TypedPause } from '../../src/domain/pause.ts';
import { localDate, type Span } from '../../src/domain/plan-days.ts';
import { breakAskView } from '../../src/views/group-rest-views.ts';
import { groupBreakForm } from '../../src/views/milestone-forms.ts';
import { dayStamp } from '../../src/views/plan-words.ts';
import { quoted } from '../../src/views/quoted.ts';
import { dayArg, groupOption, suggestGroups } from './options.ts';
import { inGroup, inputOf, inTypedGroup, refused, type Scope, showCalendar } from './scope.ts';

const ofGroup = z.tuple([z.string()]);

/** Reads a break as a person typed it: it may be over already, but not lie before the group's first post. */
function readBreak({ caller, group }: Scope, typed: TypedPause): PauseReading {
  const today = localDate(caller.now, group.schedule.zone);
  const joinedOn = group.schedule.startDay.subtract({ days: 7 });
  return readPause(typed, { today, joinedOn, language: caller.language });
}

function breakProblem({ words }: Scope, reading: Exclude<PauseReading, { kind: 'read' }>): string {
  switch (reading.kind) {
    case 'no-day':
      return words.noDay(quoted(reading.typed));
    case 'ends-before-start':
      return words.breakEndsBeforeStart;
    case 'too-long':
      return words.breakTooLong(LONGEST_PAUSE);
    case 'out-of-reach':
      return words.breakOutOfReach;
  }
}

const spanWords = ({ group }: Scope, { firstDay, lastDay }: Span) =>
  [dayStamp(firstDay, group.schedule.zone), dayStamp(lastDay, group.schedule.zone)] as const;

/** Shows what would move, before anything does. */
async function askBreak(scope: Scope, span: Span): Promise<Answer> {
  const { caller, deps, group, roadmap, words } = scope;
  const preview = await previewBreak(deps, group, span, caller.now);
  if (preview.isThere) return showCalendar(scope, 0, words.breakAlready(...spanWords(scope, span)));
  return show(breakAskView({ group, roadmap, span, preview }));
}

async function keepBreak(scope: Scope, span: Span): Promise<Answer> {
  const { deps, words } = scope;
  const outcome = await planBreak(deps, { ...inputOf(scope), span });
  switch (outcome.kind) {
    case 'not-there':
      return refused(scope, 'not-there');
    case 'already':
      return showCalendar(scope, 0, words.breakAlready(...spanWords(scope, span)));
    case 'planned':
      return showCalendar(scope, 0, words.breakPlanned(...spanWords(scope, span)), outcome.changeId);
  }
}

export const subcommands = {
  break: defineHandler({
    options: z.object({ from: z.string(), to: z.string(), group: groupOption }),
    visibility: 'private',
    run: (caller, options, deps) =>
      inTypedGroup(caller, deps, { subcommand: 'break', options }, (scope) => {
        const reading = readBreak(scope, options);
        return reading.kind === 'read'
          ? askBreak(scope, reading.span)
          : showCalendar(scope, 0, breakProblem(scope, reading));
      }),
    suggest: { group: suggestGroups },
  }),
};

export const buttons = {
  'ask-break': defineButton({
    args: ofGroup,
    landing: 'form',
    press: (caller, [groupId], deps) =>
      inGroup(caller, deps, groupId, () => openForm(groupBreakForm(caller.language, groupId, { from: '', to: '' }))),
  }),
  break: defineButton({
    args: z.tuple([z.string(), dayArg, dayArg]),
    press: (caller, [groupId, from, to], deps) =>
      inGroup(caller, deps, groupId, (scope) => {
        // The days may be forged: they are checked like typed ones.
        const reading = readBreak(scope, { from, to });
        return reading.kind === 'read'
          ? keepBreak(scope, reading.span)
          : showCalendar(scope, 0, breakProblem(scope, reading));
      }),
  }),
};

export const forms = {
  break: defineForm({
    args: ofGroup,
    fields: z.object({ from: z.string(), to: z.string() }),
    open: (caller, [groupId], { from, to }) =>
      groupBreakForm(caller.language, groupId, { from: String(from ?? ''), to: String(to ?? '') }),
    submit: (caller, [groupId], typed, deps) =>
      inGroup(caller, deps, groupId, (scope) => {
        const reading = readBreak(scope, typed);
        return reading.kind === 'read' ? askBreak(scope, reading.span) : refuse(breakProblem(scope, reading));
      }),
  }),
};
