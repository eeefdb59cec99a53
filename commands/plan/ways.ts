import { z } from 'zod';
import { changePlan } from '../../src/actions/change-plan.ts';
import { setStepState } from '../../src/actions/set-step-state.ts';
import { undoPlanChange } from '../../src/actions/undo-plan-change.ts';
import { undoProgress } from '../../src/actions/undo-progress.ts';
import {
  type Answer,
  type Deps,
  defineMemberButton,
  defineMemberSelect,
  type MemberCaller,
} from '../../src/discord/command.ts';
import { type PlanChange, wayId } from '../../src/domain/plan.ts';
import { hoursArg } from './pace.ts';
import { showPlan, todayOf, wordsOf } from './show.ts';

const oneText = z.tuple([z.string()]);
const weeks = z.coerce.number().int().min(1).max(52);
const days = z.coerce.number().int().min(1).max(36_600);
const offerId = z.string().min(1).max(60);

/** What a button of a way back says of it. */
type Way =
  | { readonly kind: 'more-hours'; readonly hours: number; readonly days: number }
  | { readonly kind: 'later-end'; readonly days: number };

/** Takes a way back that was offered, from today on. The offer decides: pressed twice, a way counts once. */
async function takeWay(caller: MemberCaller, deps: Deps, offer: string, way: Way): Promise<Answer> {
  const { plan } = wordsOf(caller);
  const change: PlanChange = { id: wayId(offer, way.kind), firstDay: todayOf(caller), ...way };
  const { kind } = await changePlan(deps, { ...caller, change });
  if (kind === 'already') return showPlan(caller, deps, { text: plan.unchanged });
  if (kind === 'outdated') return showPlan(caller, deps, { text: plan.wayOutdated });
  return showPlan(caller, deps, { text: plan.changed, undo: ['undo-change', change.id] });
}

export async function takeBackChange(caller: MemberCaller, deps: Deps, changeId: string): Promise<Answer> {
  const { plan } = wordsOf(caller);
  const { kind } = await undoPlanChange(deps, { ...caller, changeId });
  return showPlan(caller, deps, { text: kind === 'gone' ? plan.nothingToUndo : plan.changeGone });
}

async function setAside(caller: MemberCaller, deps: Deps, step: string): Promise<Answer> {
  const { plan } = wordsOf(caller);
  const outcome = await setStepState(deps, { ...caller, step, to: 'aside' });
  if (outcome.kind !== 'changed') return showPlan(caller, deps, { text: plan.unchanged });
  return showPlan(caller, deps, {
    text: plan.asideTaken(outcome.step.step.title),
    undo: ['undo-aside', outcome.eventId],
  });
}

export const buttons = {
  'more-hours': defineMemberButton({
    args: z.tuple([hoursArg, weeks, offerId]),
    press: (caller, [hours, count, offer], deps) =>
      takeWay(caller, deps, offer, { kind: 'more-hours', hours, days: count * 7 }),
  }),
  'later-end': defineMemberButton({
    args: z.tuple([days, offerId]),
    press: (caller, [count, offer], deps) => takeWay(caller, deps, offer, { kind: 'later-end', days: count }),
  }),
  'undo-change': defineMemberButton({
    args: oneText,
    press: (caller, [id], deps) => takeBackChange(caller, deps, id),
  }),
  'undo-aside': defineMemberButton({
    args: oneText,
    async press(caller, [eventId], deps) {
      const { plan } = wordsOf(caller);
      const { kind } = await undoProgress(deps, { ...caller, eventId });
      return showPlan(caller, deps, { text: kind === 'undone' ? plan.asideUndone : plan.nothingToUndo });
    },
  }),
};

export const selects = {
  aside: defineMemberSelect({
    args: z.tuple([]),
    choose: (caller, _args, [step = ''], deps) => setAside(caller, deps, step),
  }),
};
