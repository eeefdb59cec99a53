import { z } from 'zod';
import { changePace } from '../../src/actions/change-pace.ts';
import { changeTrack } from '../../src/actions/change-track.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import {
  type Answer,
  type Deps,
  defineMemberButton,
  defineMemberForm,
  defineMemberSelect,
  type MemberCaller,
  openForm,
  refuse,
  show,
} from '../../src/discord/command.ts';
import { FEWEST_HOURS, MOST_HOURS, readHours } from '../../src/domain/join-card.ts';
import { findZones, isZone, localTime } from '../../src/domain/zone.ts';
import { NOT_SURE, OTHER_HOURS } from '../../src/views/join-view.ts';
import { changeHoursView, changeTrackView, changeZoneView } from '../../src/views/plan-change-views.ts';
import { planHoursForm, planZoneForm } from '../../src/views/plan-forms.ts';
import { quoted } from '../../src/views/quoted.ts';
import { showPlan, wordsOf } from './show.ts';

const noArgs = z.tuple([]);
const oneText = z.tuple([z.string()]);

/** Hours a week. */
export const hoursArg = z.coerce.number().int().min(FEWEST_HOURS).max(MOST_HOURS);

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

export const buttons = {
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
  'set-hours': defineMemberButton({
    args: z.tuple([hoursArg]),
    press: (caller, [count], deps) => setHours(caller, deps, count),
  }),
  'set-zone': defineMemberButton({ args: oneText, press: (caller, [zone], deps) => setZone(caller, deps, zone) }),
  'set-track': defineMemberButton({ args: oneText, press: (caller, [track], deps) => setTrack(caller, deps, track) }),
};

export const selects = {
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
};

export const forms = {
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
};
