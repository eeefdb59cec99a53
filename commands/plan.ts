import { z } from 'zod';
import { addPause } from '../src/actions/add-pause.ts';
import { cancelPause } from '../src/actions/cancel-pause.ts';
import { changePace } from '../src/actions/change-pace.ts';
import { changePlan } from '../src/actions/change-plan.ts';
import { changeTrack } from '../src/actions/change-track.ts';
import { readPlan } from '../src/actions/read-plan.ts';
import { readRoadmap } from '../src/actions/read-roadmap.ts';
import { setStepState } from '../src/actions/set-step-state.ts';
import { undoPlanChange } from '../src/actions/undo-plan-change.ts';
import { undoProgress } from '../src/actions/undo-progress.ts';
import { memberCommand } from '../src/discord/builders.ts';
import {
  type Answer,
  type Deps,
  defineButton,
  defineCommand,
  defineMemberButton,
  defineMemberForm,
  defineMemberHandler,
  defineMemberSelect,
  type MemberCaller,
  openForm,
  refuse,
  resume,
  show,
} from '../src/discord/command.ts';
import { FEWEST_HOURS, MOST_HOURS, readHours } from '../src/domain/join-card.ts';
import { daysOf, LONGEST_PAUSE, type PauseReading, readPause } from '../src/domain/pause.ts';
import { type PlanChange, wayId } from '../src/domain/plan.ts';
import { localDate, type Span } from '../src/domain/plan-days.ts';
import { findZones, isZone, localTime } from '../src/domain/zone.ts';
import { type Catalogue, catalogueOf } from '../src/language/languages.ts';
import { NOT_SURE, OTHER_HOURS } from '../src/views/join-view.ts';
import { changeHoursView, changeTrackView, changeZoneView } from '../src/views/plan-change-views.ts';
import { pauseForm, planHoursForm, planZoneForm } from '../src/views/plan-forms.ts';
import { planListView } from '../src/views/plan-list-view.ts';
import { type PlanNotice, planView } from '../src/views/plan-view.ts';
import { dayStamp } from '../src/views/plan-words.ts';
import { quoted } from '../src/views/quoted.ts';

const noArgs = z.tuple([]);
const oneText = z.tuple([z.string()]);
const hours = z.coerce.number().int().min(FEWEST_HOURS).max(MOST_HOURS);
const weeks = z.coerce.number().int().min(1).max(52);
const days = z.coerce.number().int().min(1).max(36_600);
const offerId = z.string().min(1).max(60);

const wordsOf = ({ language }: MemberCaller) => catalogueOf(language);
const zoneOf = ({ member }: MemberCaller) => member.pace.zone;
const todayOf = (caller: MemberCaller) => localDate(caller.now, zoneOf(caller));

/** The plan as it stands now, below what was just done. */
async function showPlan(caller: MemberCaller, deps: Deps, notice?: PlanNotice): Promise<Answer> {
  return show(planView(await readPlan(deps, caller), notice));
}

async function setHours(caller: MemberCaller, deps: Deps, hours: number): Promise<Answer> {
  const { plan, common } = wordsOf(caller);
  const outcome = await changePace(deps, { ...caller, hours });
  if (outcome.kind === 'unchanged') return showPlan(caller, deps, { text: plan.unchanged });
  return showPlan(caller, deps, {
    text: plan.hoursChanged(common.hours(hours)),
    undo: ['set-hours', outcome.before.hours],
  });
}

async function setZone(caller: MemberCaller, deps: Deps, zone: string): Promise<Answer> {
  const { plan } = wordsOf(caller);
  const outcome = isZone(zone) ? await changePace(deps, { ...caller, zone }) : undefined;
  if (outcome?.kind !== 'changed') return showPlan(caller, deps, { text: plan.unchanged });
  return showPlan(caller, deps, {
    text: plan.zoneChanged(localTime(caller.now, zone), zone),
    undo: ['set-zone', outcome.before.zone],
  });
}

async function setTrack(caller: MemberCaller, deps: Deps, chosen: string): Promise<Answer> {
  const { plan, join } = wordsOf(caller);
  const trackId = chosen === NOT_SURE ? undefined : chosen;
  if (trackId === caller.member.trackId) return showPlan(caller, deps, { text: plan.unchanged });
  const outcome = await changeTrack(deps, { ...caller, trackId });
  if (outcome.kind === 'unknown-track') return showPlan(caller, deps, { text: plan.trackGone });
  return showPlan(caller, deps, {
    text: plan.trackChanged(outcome.track?.title ?? join.notSure),
    undo: ['set-track', caller.member.trackId ?? NOT_SURE],
  });
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

async function keepPause(caller: MemberCaller, deps: Deps, span: Span): Promise<Answer> {
  const { plan } = wordsOf(caller);
  const { kind, pause } = await addPause(deps, { ...caller, span });
  const [first, last] = [dayStamp(span.firstDay, zoneOf(caller)), dayStamp(span.lastDay, zoneOf(caller))];
  const text =
    kind === 'added' ? plan.pauseAdded(first, last, plan.days(daysOf(span))) : plan.pauseAlready(first, last);
  return showPlan(caller, deps, { text, undo: ['undo-pause', pause.id] });
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

/** Takes a pause or a change of the plan back. */
async function takeBack(caller: MemberCaller, deps: Deps, what: 'pause' | 'change', id: string): Promise<Answer> {
  const { plan } = wordsOf(caller);
  const { kind } =
    what === 'pause'
      ? await cancelPause(deps, { ...caller, pauseId: id })
      : await undoPlanChange(deps, { ...caller, changeId: id });
  if (kind === 'gone') return showPlan(caller, deps, { text: plan.nothingToUndo });
  return showPlan(caller, deps, { text: what === 'pause' ? plan.pauseGone : plan.changeGone });
}

export default defineCommand({
  data: memberCommand('plan'),

  handler: defineMemberHandler({
    options: z.object({}),
    visibility: 'private',
    run: (caller, _options, deps) => showPlan(caller, deps),
  }),

  buttons: {
    open: defineMemberButton({ args: noArgs, press: (caller, _args, deps) => showPlan(caller, deps) }),
    list: defineMemberButton({
      args: noArgs,
      press: async (caller, _args, deps) => show(planListView(await readPlan(deps, caller))),
    }),
    'change-hours': defineMemberButton({
      args: noArgs,
      press: (caller) => show(changeHoursView(caller.language, caller.member.pace.hours)),
    }),
    'change-track': defineMemberButton({
      args: noArgs,
      press: (caller, _args, deps) => show(changeTrackView(readRoadmap(deps, caller.language), caller.member)),
    }),
    'change-zone': defineMemberButton({
      args: noArgs,
      landing: 'form',
      press: (caller) => openForm(planZoneForm(caller.language, '')),
    }),
    away: defineMemberButton({
      args: z.tuple([z.string(), z.string()]),
      landing: 'form',
      press: (caller, [from, to]) => openForm(pauseForm(caller.language, { from, to })),
    }),
    'set-hours': defineMemberButton({
      args: z.tuple([hours]),
      press: (caller, [count], deps) => setHours(caller, deps, count),
    }),
    'set-zone': defineMemberButton({ args: oneText, press: (caller, [zone], deps) => setZone(caller, deps, zone) }),
    'set-track': defineMemberButton({ args: oneText, press: (caller, [track], deps) => setTrack(caller, deps, track) }),
    'more-hours': defineMemberButton({
      args: z.tuple([hours, weeks, offerId]),
      press: (caller, [extra, count, offer], deps) =>
        takeWay(caller, deps, offer, { kind: 'more-hours', hours: extra, days: count * 7 }),
    }),
    'later-end': defineMemberButton({
      args: z.tuple([days, offerId]),
      press: (caller, [count, offer], deps) => takeWay(caller, deps, offer, { kind: 'later-end', days: count }),
    }),
    'undo-pause': defineMemberButton({
      args: oneText,
      press: (caller, [id], deps) => takeBack(caller, deps, 'pause', id),
    }),
    'undo-change': defineMemberButton({
      args: oneText,
      press: (caller, [id], deps) => takeBack(caller, deps, 'change', id),
    }),
    'undo-aside': defineMemberButton({
      args: oneText,
      async press(caller, [eventId], deps) {
        const { plan } = wordsOf(caller);
        const { kind } = await undoProgress(deps, { ...caller, eventId });
        return showPlan(caller, deps, { text: kind === 'undone' ? plan.asideUndone : plan.nothingToUndo });
      },
    }),
    'go-on': defineButton({ args: oneText, landing: 'form', press: (_caller, [resumeId]) => resume(resumeId) }),
  },

  selects: {
    hours: defineMemberSelect({
      args: noArgs,
      landing: 'form',
      choose(caller, _args, [chosen = ''], deps) {
        if (chosen === OTHER_HOURS) return openForm(planHoursForm(caller.language, ''));
        return setHours(caller, deps, readHours(chosen) ?? caller.member.pace.hours);
      },
    }),
    track: defineMemberSelect({
      args: noArgs,
      choose: (caller, _args, [chosen = NOT_SURE], deps) => setTrack(caller, deps, chosen),
    }),
    zone: defineMemberSelect({
      args: noArgs,
      choose: (caller, _args, [zone = ''], deps) => setZone(caller, deps, zone),
    }),
    aside: defineMemberSelect({
      args: noArgs,
      choose: (caller, _args, [step = ''], deps) => setAside(caller, deps, step),
    }),
    undo: defineMemberSelect({
      args: noArgs,
      choose(caller, _args, [chosen = ''], deps) {
        const [what, id = ''] = chosen.split('/');
        return takeBack(caller, deps, what === 'pause' ? 'pause' : 'change', id);
      },
    }),
  },

  forms: {
    'other-hours': defineMemberForm({
      args: noArgs,
      fields: z.object({ hours: z.string() }),
      open: (caller, _args, given) => planHoursForm(caller.language, String(given.hours ?? '')),
      submit(caller, _args, { hours: typed }, deps) {
        const count = readHours(typed);
        if (count === undefined) return refuse(wordsOf(caller).join.hoursWrong(FEWEST_HOURS, MOST_HOURS));
        return setHours(caller, deps, count);
      },
    }),
    place: defineMemberForm({
      args: noArgs,
      fields: z.object({ place: z.string() }),
      open: (caller, _args, given) => planZoneForm(caller.language, String(given.place ?? '')),
      submit(caller, _args, { place }) {
        const zones = findZones(place, 25);
        if (zones.length === 0) return refuse(wordsOf(caller).join.zoneUnknown(quoted(place)));
        return show(changeZoneView(caller.language, zones, caller.now));
      },
    }),
    pause: defineMemberForm({
      args: noArgs,
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
  },
});
