import { z } from 'zod';
import { listNeighbours } from '../../src/actions/list-neighbours.ts';
import { openSetupCard } from '../../src/actions/open-setup-card.ts';
import { readGroupDates } from '../../src/actions/read-group-dates.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import { groupIdOf, setUpGroup } from '../../src/actions/set-up-group.ts';
import { nextWelcome, welcomeGroup } from '../../src/actions/welcome-group.ts';
import { type Answer, type Caller, type Deps, defineButton, defineHandler, show } from '../../src/discord/command.ts';
import { findGroupProblems, isNeeded } from '../../src/domain/group-problems.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { catalogueOf, spokenLanguages } from '../../src/language/languages.ts';
import { groupRefusalView } from '../../src/views/group-care-views.ts';
import { sameChannelView, setUpView } from '../../src/views/set-up-view.ts';
import { changeCard, type OpenCard, showCard, withCard } from './card.ts';
import { withGroup } from './group.ts';

/** A new card for this channel. */
async function open(caller: Caller, deps: Deps, channelId: string): Promise<Answer> {
  const { userId, serverId, language, serverLanguage, locale, now, managesServer } = caller;
  if (serverId === undefined || !managesServer) return show(groupRefusalView(language, 'not-manager'));
  const postLanguage = spokenLanguages().find((spoken) => spoken === serverLanguage) ?? 'en';
  const opening = await openSetupCard(deps, { userId, serverId, channelId, locale, language: postLanguage, now });
  if (opening.kind === 'no-channel') return show(groupRefusalView(language, 'no-channel'));
  const { settings, draftId } = opening;
  const card = { kind: 'new', serverId, settings } as const;
  return showCard(caller, deps, { draftId, card, serverId, settings, group: undefined });
}

/** Sets the group up, unless something makes it impossible. In a channel that has one already it asks first. */
async function make(caller: Caller, deps: Deps, card: OpenCard, isSure: boolean): Promise<Answer> {
  const { draftId, serverId, settings, group } = card;
  const problems = findGroupProblems(deps.discord, serverId, settings);
  if (group || problems.some(isNeeded)) return changeCard(caller, deps, card, {});
  const neighbours = isSure ? [] : await listNeighbours(deps, serverId, settings.channelId, groupIdOf(draftId));
  if (neighbours.length > 0) return show(sameChannelView(caller.language, draftId, settings.channelId, neighbours));
  const { userId: actorId, now } = caller;
  const outcome = await setUpGroup(deps, { draftId, serverId, settings, actorId, now });
  return showSetUp(caller, deps, outcome.group, outcome.kind);
}

async function showSetUp(
  caller: Caller,
  deps: Deps,
  group: StudyGroup,
  kind: 'set-up' | 'already',
  note?: string,
): Promise<Answer> {
  const dates = await readGroupDates(deps, group.id, caller.now);
  const welcome = note === undefined ? await nextWelcome(deps, group.id) : undefined;
  const roadmap = readRoadmap(deps, caller.language);
  return show(setUpView({ roadmap, group, kind, ...dates, welcome, ...(note === undefined ? {} : { note }) }));
}

export const newGroup = defineHandler({
  options: z.object({ channel: z.string() }),
  visibility: 'private',
  run: (caller, { channel }, deps) => open(caller, deps, channel),
});

export const newButtons = {
  make: defineButton({
    args: z.tuple([z.string(), z.enum(['ask', 'sure'])]),
    press: (caller, [draftId, answer], deps) =>
      withCard(caller, deps, draftId, (card) => make(caller, deps, card, answer === 'sure')),
  }),
  welcome: defineButton({
    args: z.tuple([z.string(), z.coerce.number().int().min(1).max(1_000)]),
    press: (caller, [groupId, count], deps) =>
      withGroup(caller, deps, groupId, async (group) => {
        const { id, serverId, channelId } = group;
        const { kind } = await welcomeGroup(deps, { groupId: id, serverId, count, now: caller.now });
        const { setup } = catalogueOf(caller.language);
        const note = kind === 'ordered' ? setup.welcomeOrdered(channelId) : setup.welcomeAlready(channelId);
        return showSetUp(caller, deps, group, 'already', note);
      }),
  }),
};
