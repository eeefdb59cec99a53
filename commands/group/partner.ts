import type { SlashCommandSubcommandBuilder } from 'discord.js';
import { z } from 'zod';
import { acceptPartner, endPartner } from '../../src/actions/answer-partner.ts';
import { askPartner } from '../../src/actions/ask-partner.ts';
import { findReader } from '../../src/actions/find-reader.ts';
import { findReadableCheckIn } from '../../src/actions/read-check-ins.ts';
import { readPartner } from '../../src/actions/read-partner.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import { describe } from '../../src/discord/builders.ts';
import {
  type Answer,
  type Caller,
  type Deps,
  defineButton,
  defineMemberButton,
  defineMemberHandler,
  defineMemberSelect,
  type MemberCaller,
  show,
} from '../../src/discord/command.ts';
import { pairIdOfMark } from '../../src/domain/partnership.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { sayView } from '../../src/views/check-in-ask-views.ts';
import { readCheckInView } from '../../src/views/check-in-view.ts';
import { askEndPartnerView, partnerView } from '../../src/views/partner-views.ts';

/** On a private message the pair is named by its mark, elsewhere by its id. */
const markArgs = z.tuple([z.string()]);

export function describePartner(built: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder {
  return describe(built.setName('partner'), (words) => words.commands.group.subcommands.partner).addUserOption(
    (option) => describe(option.setName('member'), (words) => words.commands.group.options.member),
  );
}

async function showPartner(caller: MemberCaller, deps: Deps, note?: string): Promise<Answer> {
  return show(partnerView(caller.language, await readPartner(deps, caller.member, caller.now), note));
}

async function ask(caller: MemberCaller, deps: Deps, userId: string): Promise<Answer> {
  const kind = await askPartner(deps, { ...caller, userId });
  return showPartner(caller, deps, catalogueOf(caller.language).partner.outcomes[kind](userId));
}

/** In the private chat the pair says which membership is meant, whichever others there are. */
async function accept(caller: Caller, deps: Deps, pairId: string): Promise<Answer> {
  const { language } = await findReader(deps, caller);
  const { outcomes } = catalogueOf(language).partner;
  const { kind, pair } = await acceptPartner(deps, { ...caller, pairId });
  if (!pair) return show(sayView(language, outcomes.gone()));
  return show(partnerView(language, await readPartner(deps, pair.member, caller.now), outcomes[kind]()));
}

/** Declines, withdraws or ends it, whichever it is. */
async function end(caller: Caller, deps: Deps, pairId: string): Promise<Answer> {
  const { language } = await findReader(deps, caller);
  const words = catalogueOf(language).partner;
  const ended = await endPartner(deps, { ...caller, pairId });
  if (!ended) return show(sayView(language, words.outcomes.gone()));
  const note = ended.wasPaired ? words.ended : ended.hadAsked ? words.withdrawn : words.declined;
  return show(partnerView(language, await readPartner(deps, ended.member, caller.now), note));
}

async function askEnd(caller: MemberCaller, deps: Deps, pairId: string): Promise<Answer> {
  const { partner } = await readPartner(deps, caller.member, caller.now);
  return partner?.pair.pairId === pairId
    ? show(askEndPartnerView(caller.language, partner.pair))
    : showPartner(caller, deps, catalogueOf(caller.language).partner.outcomes.gone());
}

async function read(caller: MemberCaller, deps: Deps, checkInId: string): Promise<Answer> {
  const found = await findReadableCheckIn(deps, { ...caller, memberId: caller.member.id }, checkInId);
  if (!found) return showPartner(caller, deps, catalogueOf(caller.language).checkIn.gone);
  return show(readCheckInView(readRoadmap(deps, caller.language), found, 0));
}

export const partnerHandler = defineMemberHandler({
  options: z.object({ member: z.string().optional() }),
  visibility: 'private',
  run: (caller, { member }, deps) => (member === undefined ? showPartner(caller, deps) : ask(caller, deps, member)),
});

export const partnerButtons = {
  // On a private message it carries what that one is found again by.
  partner: defineMemberButton({
    args: z.array(z.string()).max(1),
    press: (caller, _args, deps) => showPartner(caller, deps),
  }),
  'partner-yes': defineButton({
    args: markArgs,
    press: (caller, [mark], deps) => accept(caller, deps, pairIdOfMark(mark)),
  }),
  'partner-no': defineButton({
    args: markArgs,
    press: (caller, [mark], deps) => end(caller, deps, pairIdOfMark(mark)),
  }),
  'partner-end': defineButton({ args: markArgs, press: (caller, [pairId], deps) => end(caller, deps, pairId) }),
  'ask-end': defineMemberButton({ args: markArgs, press: (caller, [pairId], deps) => askEnd(caller, deps, pairId) }),
};

export const partnerSelects = {
  partner: defineMemberSelect({
    args: z.tuple([]),
    choose: (caller, _args, [userId = ''], deps) => ask(caller, deps, userId),
  }),
  'partner-reads': defineMemberSelect({
    args: z.tuple([]),
    choose: (caller, _args, [checkInId = ''], deps) => read(caller, deps, checkInId),
  }),
};
