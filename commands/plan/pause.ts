import { z } from 'zod';
import { addPause } from '../../src/actions/add-pause.ts';
import { cancelPause } from '../../src/actions/cancel-pause.ts';
import {
  type Answer,
  type Deps,
  defineMemberButton,
  defineMemberForm,
  type MemberCaller,
  openForm,
  refuse,
} from '../../src/discord/command.ts';
import { daysOf, LONGEST_PAUSE, type PauseReading, readPause } from '../../src/domain/pause.ts';
import { localDate, type Span } from '../../src/domain/plan-days.ts';
import type { Catalogue } from '../../src/language/languages.ts';
import { pauseForm } from '../../src/views/plan-forms.ts';
import { dayStamp } from '../../src/views/plan-words.ts';
import { quoted } from '../../src/views/quoted.ts';
import { showPlan, todayOf, wordsOf, zoneOf } from './show.ts';

async function keepPause(caller: MemberCaller, deps: Deps, span: Span): Promise<Answer> {
  const { plan } = wordsOf(caller);
  const { kind, pause } = await addPause(deps, { ...caller, span });
  const [first, last] = [dayStamp(span.firstDay, zoneOf(caller)), dayStamp(span.lastDay, zoneOf(caller))];
  const text =
    kind === 'added' ? plan.pauseAdded(first, last, plan.days(daysOf(span))) : plan.pauseAlready(first, last);
  return showPlan(caller, deps, { text, undo: ['undo-pause', pause.id] });
}

export async function takeBackPause(caller: MemberCaller, deps: Deps, pauseId: string): Promise<Answer> {
  const { plan } = wordsOf(caller);
  const { kind } = await cancelPause(deps, { ...caller, pauseId });
  return showPlan(caller, deps, { text: kind === 'gone' ? plan.nothingToUndo : plan.pauseGone });
}

function pauseProblem(reading: Exclude<PauseReading, { kind: 'read' }>, { plan }: Catalogue): string {
  switch (reading.kind) {
    case 'no-day':
      return plan.pauseNoDay(quoted(reading.typed));
    case 'ends-before-start':
      return plan.pauseEndsBeforeStart;
    case 'too-long':
      return plan.pauseTooLong(LONGEST_PAUSE);
    case 'out-of-reach':
      return plan.pauseOutOfReach;
  }
}

export const buttons = {
  away: defineMemberButton({
    args: z.tuple([z.string(), z.string()]),
    landing: 'form',
    press: (caller, [from, to]) => openForm(pauseForm(caller.language, { from, to })),
  }),
  'undo-pause': defineMemberButton({
    args: z.tuple([z.string()]),
    press: (caller, [id], deps) => takeBackPause(caller, deps, id),
  }),
};

export const forms = {
  pause: defineMemberForm({
    args: z.tuple([]),
    fields: z.object({ from: z.string(), to: z.string() }),
    open: (caller, _args, { from, to }) =>
      pauseForm(caller.language, { from: String(from ?? ''), to: String(to ?? '') }),
    submit(caller, _args, typed, deps) {
      const joinedOn = localDate(caller.member.joinedAt, zoneOf(caller));
      const reading = readPause(typed, { today: todayOf(caller), joinedOn, language: caller.language });
      if (reading.kind !== 'read') return refuse(pauseProblem(reading, wordsOf(caller)));
      return keepPause(caller, deps, reading.span);
    },
  }),
};
