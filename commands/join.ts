import type { SlashCommandStringOption } from 'discord.js';
import { z } from 'zod';
import { chooseServer } from '../src/actions/choose-server.ts';
import { findDraft } from '../src/actions/find-draft.ts';
import { findStanding } from '../src/actions/find-standing.ts';
import { type JoinOutcome, joinServer } from '../src/actions/join-server.ts';
import { openJoinCard } from '../src/actions/open-join-card.ts';
import { readMemberProgress } from '../src/actions/read-member-progress.ts';
import { readRoadmap } from '../src/actions/read-roadmap.ts';
import { updateDraft } from '../src/actions/update-draft.ts';
import { describe, memberCommand } from '../src/discord/builders.ts';
import {
  type Answer,
  type Caller,
  type Deps,
  defineButton,
  defineCommand,
  defineForm,
  defineHandler,
  defineSelect,
  openForm,
  refuse,
  resume,
  show,
} from '../src/discord/command.ts';
import { FEWEST_HOURS, JOIN_CARD, type JoinCard, MOST_HOURS, readHours } from '../src/domain/join-card.ts';
import type { Member } from '../src/domain/member.ts';
import { roadAhead } from '../src/domain/road-ahead.ts';
import { findZones, isZone } from '../src/domain/zone.ts';
import { catalogueOf } from '../src/language/languages.ts';
import { hoursForm, joinCardView, joinZoneForm, joinZoneView, NOT_SURE, OTHER_HOURS } from '../src/views/join-view.ts';
import { joinedView } from '../src/views/joined-view.ts';
import type { MessageView } from '../src/views/message.ts';
import { quoted } from '../src/views/quoted.ts';
import { lookingView, onlyInServerView } from '../src/views/stranger-view.ts';

const cardSchema = z.object({
  trackId: z.string().optional(),
  hours: z.number(),
  zone: z.string(),
  resumeId: z.string().optional(),
});

const draftArgs = z.tuple([z.string()]);

/** Opens a new card, everything preselected. */
async function openCard(caller: Caller, deps: Deps, zone?: string): Promise<Answer> {
  if (caller.serverId === undefined) return show(onlyInServerView(caller.language));
  const { userId, serverId, locale, now } = caller;
  const { card, draftId } = await openJoinCard(deps, { userId, serverId, locale, now, zone });
  return show(joinCardView({ roadmap: readRoadmap(deps, caller.language), card, draftId, now }));
}

/** The caller's own card; a new one where the old one has expired. */
async function withCard(
  caller: Caller,
  deps: Deps,
  draftId: string,
  use: (card: JoinCard) => Answer | Promise<Answer>,
): Promise<Answer> {
  const draft = await findDraft(deps, { id: draftId, userId: caller.userId, kind: JOIN_CARD, now: caller.now });
  const card = cardSchema.safeParse(draft?.content);
  if (!card.success) return openCard(caller, deps);
  return use({ ...card.data, trackId: card.data.trackId, resumeId: card.data.resumeId });
}

/** Sets something on the card and shows it again. */
function changeCard(caller: Caller, deps: Deps, draftId: string, change: Partial<JoinCard>): Promise<Answer> {
  return withCard(caller, deps, draftId, async (before) => {
    const card = { ...before, ...change };
    await updateDraft(deps, { id: draftId, userId: caller.userId, kind: JOIN_CARD, content: card });
    const roadmap = readRoadmap(deps, caller.language);
    return show(joinCardView({ roadmap, card, draftId, now: caller.now }));
  });
}

/** Tonight's topic, the date for the phase, the road's end; and the way to what was pressed before. */
async function joinedScreen(
  caller: Caller,
  deps: Deps,
  member: Member,
  kind: JoinOutcome['kind'],
  resumeId: string | undefined,
): Promise<MessageView> {
  const roadmap = readRoadmap(deps, member.language ?? caller.language);
  const progress = await readMemberProgress(deps, roadmap, member.id);
  return joinedView({ roadmap, kind, progress, resumeId, ...roadAhead(progress, member.pace, caller.now) });
}

async function start(caller: Caller, deps: Deps, card: JoinCard): Promise<Answer> {
  const { serverId, userId, now } = caller;
  if (serverId === undefined) return openCard(caller, deps);
  const outcome = await joinServer(deps, { serverId, userId, card, now });
  return show(await joinedScreen(caller, deps, outcome.member, outcome.kind, card.resumeId));
}

function zoneOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return describe(option.setName('zone'), (words) => words.commands.join.options.zone).setAutocomplete(true);
}

export default defineCommand({
  data: memberCommand('join').addStringOption(zoneOption),

  handler: defineHandler({
    options: z.object({ zone: z.string().optional() }),
    visibility: 'private',
    async run(caller, { zone }, deps) {
      const standing = await findStanding(deps, caller);
      if (standing.kind === 'member') {
        return show(await joinedScreen(caller, deps, standing.member, 'already', undefined));
      }
      const [found] = zone === undefined ? [] : isZone(zone) ? [{ zone }] : findZones(zone, 1);
      return openCard(caller, deps, found?.zone);
    },
    suggest: {
      zone: (typed) => findZones(typed, 25).map(({ zone, label }) => ({ name: label, value: zone })),
    },
  }),

  buttons: {
    open: defineButton({ args: z.tuple([]), press: (caller, _args, deps) => openCard(caller, deps) }),
    card: defineButton({
      args: draftArgs,
      press: (caller, [draftId], deps) => changeCard(caller, deps, draftId, {}),
    }),
    start: defineButton({
      args: draftArgs,
      press: (caller, [draftId], deps) => withCard(caller, deps, draftId, (card) => start(caller, deps, card)),
    }),
    look: defineButton({ args: z.tuple([]), press: (caller) => show(lookingView(caller.language)) }),
    'wrong-time': defineButton({
      args: draftArgs,
      landing: 'form',
      press: (caller, [draftId]) => openForm(joinZoneForm(caller.language, draftId, '')),
    }),
    'go-on': defineButton({ args: draftArgs, landing: 'form', press: (_caller, [resumeId]) => resume(resumeId) }),
  },

  selects: {
    track: defineSelect({
      args: draftArgs,
      choose: (caller, [draftId], [trackId], deps) =>
        changeCard(caller, deps, draftId, { trackId: trackId === NOT_SURE ? undefined : trackId }),
    }),
    hours: defineSelect({
      args: draftArgs,
      landing: 'form',
      choose(caller, [draftId], [chosen = ''], deps) {
        if (chosen === OTHER_HOURS) return openForm(hoursForm(caller.language, draftId, ''));
        return changeCard(caller, deps, draftId, { hours: readHours(chosen) ?? 0 });
      },
    }),
    'go-zone': defineSelect({
      args: draftArgs,
      choose: (caller, [draftId], [zone = ''], deps) => changeCard(caller, deps, draftId, isZone(zone) ? { zone } : {}),
    }),
    server: defineSelect({
      args: draftArgs,
      landing: 'form',
      async choose({ userId }, [resumeId], [serverId = ''], deps) {
        await chooseServer(deps, { userId, serverId });
        return resume(resumeId);
      },
    }),
  },

  forms: {
    zone: defineForm({
      args: draftArgs,
      fields: z.object({ place: z.string() }),
      open: (caller, [draftId], given) => joinZoneForm(caller.language, draftId, String(given.place ?? '')),
      submit(caller, [draftId], { place }) {
        const zones = findZones(place, 25);
        if (zones.length === 0) return refuse(catalogueOf(caller.language).join.zoneUnknown(quoted(place)));
        return show(joinZoneView(caller.language, draftId, zones, caller.now));
      },
    }),
    'other-hours': defineForm({
      args: draftArgs,
      fields: z.object({ line: z.string() }),
      open: (caller, [draftId], given) => hoursForm(caller.language, draftId, String(given.line ?? '')),
      submit(caller, [draftId], { line: typed }, deps) {
        const hours = readHours(typed);
        if (hours !== undefined) return changeCard(caller, deps, draftId, { hours });
        return refuse(catalogueOf(caller.language).join.hoursWrong(FEWEST_HOURS, MOST_HOURS));
      },
    }),
  },
});
