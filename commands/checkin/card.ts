import { z } from 'zod';
import { findReader } from '../../src/actions/find-reader.ts';
import { hideCheckIn } from '../../src/actions/hide-check-in.ts';
import { findOwnCheckIn, findReadableCheckIn } from '../../src/actions/read-check-ins.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import { takeBackCheckIn } from '../../src/actions/take-back-check-in.ts';
import {
  type Answer,
  type Caller,
  type Deps,
  defineButton,
  defineMemberButton,
  type MemberCaller,
  show,
} from '../../src/discord/command.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { askTakeBackView, sayView } from '../../src/views/check-in-ask-views.ts';
import { ownCheckInView, readCheckInView } from '../../src/views/check-in-view.ts';
import { hideView } from '../../src/views/hide-views.ts';
import { periodName } from '../../src/views/period-words.ts';
import { openCorrection, showOwn } from './screens.ts';

const oneId = z.tuple([z.string()]);
const idAndPage = z.tuple([z.string(), z.coerce.number().int().min(0)]);

const wordsOf = ({ language }: Pick<Caller, 'language'>) => catalogueOf(language).checkIn;

async function askTakeBack(caller: MemberCaller, deps: Deps, checkInId: string): Promise<Answer> {
  const placed = await findOwnCheckIn(deps, caller, checkInId);
  if (!placed) return show(sayView(caller.language, wordsOf(caller).notYours));
  if (placed.checkIn.takenBackAt) return showOwn(caller, deps, checkInId);
  return show(askTakeBackView(caller.language, placed, caller.now));
}

async function takeBack(caller: MemberCaller, deps: Deps, checkInId: string): Promise<Answer> {
  const words = wordsOf(caller);
  const placed = await findOwnCheckIn(deps, caller, checkInId);
  const outcome = placed && (await takeBackCheckIn(deps, { member: placed.author, checkInId, now: caller.now }));
  if (!outcome || outcome.kind === 'not-yours') return show(sayView(caller.language, words.notYours));
  const name = periodName(caller.language, outcome.period);
  const note = outcome.kind === 'already' ? words.takenBackAlready : words.takenBack(name);
  return show(ownCheckInView(readRoadmap(deps, caller.language), outcome, 0, note));
}

async function read(caller: Caller, deps: Deps, checkInId: string, page: number): Promise<Answer> {
  const { member, language } = await findReader(deps, caller);
  const found = await findReadableCheckIn(deps, { ...caller, memberId: member?.id }, checkInId);
  if (!found) return show(sayView(language, wordsOf({ language }).gone));
  return show(readCheckInView(readRoadmap(deps, language), found, page));
}

async function hide(caller: Caller, deps: Deps, checkInId: string, hide: boolean): Promise<Answer> {
  const { language } = await findReader(deps, caller);
  return show(hideView(language, await hideCheckIn(deps, caller, { checkInId, hide, now: caller.now })));
}

/** What can be done with one check-in: by its author, by who reads it, and by moderators. */
export const cardButtons = {
  edit: defineMemberButton({
    args: oneId,
    landing: 'form',
    press: (caller, [checkInId], deps) => openCorrection(caller, deps, checkInId),
  }),
  'take-back': defineMemberButton({
    args: oneId,
    press: (caller, [checkInId], deps) => askTakeBack(caller, deps, checkInId),
  }),
  'really-take-back': defineMemberButton({
    args: oneId,
    press: (caller, [checkInId], deps) => takeBack(caller, deps, checkInId),
  }),
  read: defineButton({ args: idAndPage, press: (caller, [id, page], deps) => read(caller, deps, id, page) }),
  hide: defineButton({
    // On a card it is followed by what that is found again by.
    args: oneId.rest(z.string()),
    press: (caller, [id], deps) => hide(caller, deps, id, true),
  }),
  show: defineButton({ args: oneId, press: (caller, [id], deps) => hide(caller, deps, id, false) }),
};
