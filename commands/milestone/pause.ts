import { z } from 'zod';
import { pauseGroup, resumeGroup } from '../../src/actions/pause-group.ts';
import { previewResume } from '../../src/actions/preview-break.ts';
import { type Answer, defineButton, defineHandler, show } from '../../src/discord/command.ts';
import { resumeAskView } from '../../src/views/group-rest-views.ts';
import { dayStamp } from '../../src/views/plan-words.ts';
import { groupOption, suggestGroups } from './options.ts';
import { inGroup, inputOf, inTypedGroup, refused, type Scope, showCalendar, titleIn } from './scope.ts';

const ofGroup = z.tuple([z.string()]);
const forGroup = z.object({ group: groupOption });
const suggest = { group: suggestGroups };

async function pause(scope: Scope): Promise<Answer> {
  const { deps, group, words } = scope;
  const outcome = await pauseGroup(deps, inputOf(scope));
  switch (outcome.kind) {
    case 'not-there':
      return refused(scope, 'not-there');
    case 'already':
      return showCalendar(scope, 0, words.pausedAlready(dayStamp(outcome.since, group.schedule.zone)));
    case 'paused':
      return showCalendar(scope, 0, words.pauseStarted, outcome.changeId);
  }
}

async function askResume(scope: Scope): Promise<Answer> {
  const { caller, deps, group, roadmap, words } = scope;
  const preview = await previewResume(deps, group, caller.now);
  return preview ? show(resumeAskView({ group, roadmap, preview })) : showCalendar(scope, 0, words.notPaused);
}

async function resume(scope: Scope, shifts: boolean): Promise<Answer> {
  const { deps, words } = scope;
  const outcome = await resumeGroup(deps, { ...inputOf(scope), shifts });
  switch (outcome.kind) {
    case 'not-there':
      return refused(scope, 'not-there');
    case 'not-paused':
      return showCalendar(scope, 0, words.notPaused);
    case 'resumed': {
      const skipped = outcome.skipped.map(titleIn(scope));
      const done = shifts ? words.resumedShift(scope.post.days(outcome.days)) : words.resumedKeep;
      const notice = skipped.length === 0 ? done : `${done}\n${words.resumeSkips(skipped)}`;
      return showCalendar(scope, 0, notice, outcome.changeId);
    }
  }
}

export const subcommands = {
  pause: defineHandler({
    options: forGroup,
    visibility: 'private',
    run: (caller, options, deps) => inTypedGroup(caller, deps, { subcommand: 'pause', options }, pause),
    suggest,
  }),
  resume: defineHandler({
    options: forGroup,
    visibility: 'private',
    run: (caller, options, deps) => inTypedGroup(caller, deps, { subcommand: 'resume', options }, askResume),
    suggest,
  }),
};

export const buttons = {
  pause: defineButton({ args: ofGroup, press: (caller, [groupId], deps) => inGroup(caller, deps, groupId, pause) }),
  'ask-resume': defineButton({
    args: ofGroup,
    press: (caller, [groupId], deps) => inGroup(caller, deps, groupId, askResume),
  }),
  resume: defineButton({
    args: z.tuple([z.string(), z.enum(['shift', 'keep'])]),
    press: (caller, [groupId, how], deps) => inGroup(caller, deps, groupId, (scope) => resume(scope, how === 'shift')),
  }),
};
