import type { SlashCommandStringOption } from 'discord.js';
import { z } from 'zod';
import { chooseServer } from '../src/actions/choose-server.ts';
import { findOwnGroup } from '../src/actions/find-own-group.ts';
import { findStanding } from '../src/actions/find-standing.ts';
import { listChatServers } from '../src/actions/list-chat-servers.ts';
import { describe, memberCommand } from '../src/discord/builders.ts';
import {
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
import { FEWEST_HOURS, MOST_HOURS, readHours } from '../src/domain/join-card.ts';
import { findZones, isZone, readZone } from '../src/domain/zone.ts';
import { catalogueOf } from '../src/language/languages.ts';
import { ALONE, hoursForm, joinZoneForm, joinZoneView, NOT_SURE, OTHER_HOURS } from '../src/views/join-view.ts';
import { quoted } from '../src/views/quoted.ts';
import { lookingView, whichServerView } from '../src/views/stranger-view.ts';
import { changeCard, choosingGroup, joinedScreen, openCard, start, withCard } from './join/card.ts';

const draftArgs = z.tuple([z.string()]);

function zoneOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return describe(option.setName('zone'), (words) => words.commands.join.options.zone).setAutocomplete(true);
}

export default defineCommand({
  data: memberCommand('join').addStringOption(zoneOption),

  handler: defineHandler({
    options: z.object({ zone: z.string().optional() }),
    visibility: 'private',
    async run(caller, { zone }, deps) {
      const typedZone = zone === undefined ? undefined : readZone(zone);
      const standing = await findStanding(deps, caller);
      if (standing.kind === 'member') {
        const { member } = standing;
        const group = await findOwnGroup(deps, member.id);
        return show(await joinedScreen(caller, deps, { kind: 'already', member, group }, { typedZone }));
      }
      return openCard(caller, deps, typedZone);
    },
    suggest: {
      zone: (typed) => findZones(typed, 25).map(({ zone, label }) => ({ name: label, value: zone })),
    },
  }),

  buttons: {
    open: defineButton({ args: z.tuple([]), press: (caller, _args, deps) => openCard(caller, deps) }),
    card: defineButton({
      args: draftArgs,
      press: (caller, [draftId], deps) => changeCard(caller, deps, draftId, () => ({})),
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
    servers: defineButton({
      args: z.tuple([]),
      async press({ userId, language }, _args, deps) {
        return show(whichServerView(language, await listChatServers(deps, userId)));
      },
    }),
    'go-on': defineButton({ args: draftArgs, landing: 'form', press: (_caller, [resumeId]) => resume(resumeId) }),
  },

  selects: {
    group: defineSelect({
      args: draftArgs,
      choose: (caller, [draftId], [chosen], deps) =>
        changeCard(caller, deps, draftId, choosingGroup(chosen === ALONE ? undefined : chosen)),
    }),
    track: defineSelect({
      args: draftArgs,
      choose: (caller, [draftId], [trackId], deps) =>
        changeCard(caller, deps, draftId, () => ({ trackId: trackId === NOT_SURE ? undefined : trackId })),
    }),
    hours: defineSelect({
      args: draftArgs,
      landing: 'form',
      choose(caller, [draftId], [chosen = ''], deps) {
        if (chosen === OTHER_HOURS) return openForm(hoursForm(caller.language, draftId, ''));
        return changeCard(caller, deps, draftId, () => ({ hours: readHours(chosen) ?? 0 }));
      },
    }),
    'go-zone': defineSelect({
      args: draftArgs,
      choose: (caller, [draftId], [zone = ''], deps) =>
        changeCard(caller, deps, draftId, () => (isZone(zone) ? { zone } : {})),
    }),
    server: defineSelect({
      args: z.array(z.string()).max(1),
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
        if (hours !== undefined) return changeCard(caller, deps, draftId, () => ({ hours }));
        return refuse(catalogueOf(caller.language).join.hoursWrong(FEWEST_HOURS, MOST_HOURS));
      },
    }),
  },
});
