import type { SlashCommandStringOption } from 'discord.js';
import { z } from 'zod';
import { readMonth, readRoadmap } from '../src/actions/read-roadmap.ts';
import { describe, localizations, memberCommand, shareOption } from '../src/discord/builders.ts';
import {
  type Answer,
  type Caller,
  type Deps,
  defineCommand,
  defineHandler,
  defineSelect,
  show,
} from '../src/discord/command.ts';
import { audienceOf, forReader, languageFor, screenButtons } from '../src/discord/reading.ts';
import { catalogueOf, FALLBACK_LANGUAGE } from '../src/language/languages.ts';
import type { Audience } from '../src/views/frame.ts';
import { monthView, type RoadmapGrouping, roadmapView } from '../src/views/roadmap-view.ts';

const groupings = ['phases', 'months'] as const;
const grouping = z.enum(groupings);
const month = z.coerce.number().int();

function showRoadmap(caller: Caller, by: RoadmapGrouping, deps: Deps, audience: Audience): Answer {
  return show(roadmapView({ roadmap: readRoadmap(deps, languageFor(caller, audience)), audience }, by));
}

function showMonth(caller: Caller, number: number, deps: Deps, audience: Audience): Answer {
  const reading = readMonth(deps, languageFor(caller, audience), number);
  if (!reading) return showRoadmap(caller, 'months', deps, audience);
  return show(monthView({ roadmap: reading.roadmap, audience }, reading.month));
}

function viewOption(option: SlashCommandStringOption): SlashCommandStringOption {
  const { choices } = catalogueOf(FALLBACK_LANGUAGE).commands.roadmap;
  return describe(option.setName('view'), (words) => words.commands.roadmap.options.view).setChoices(
    groupings.map((value) => ({
      name: choices[value],
      value,
      name_localizations: localizations((words) => words.commands.roadmap.choices[value]),
    })),
  );
}

export default defineCommand({
  data: memberCommand('roadmap').addStringOption(viewOption).addBooleanOption(shareOption),

  handler: defineHandler({
    options: z.object({ view: grouping.default('phases'), share: z.boolean().default(false) }),
    visibility: ({ share }) => (share ? 'public' : 'private'),
    run: (caller, { view, share }, deps) => showRoadmap(caller, view, deps, audienceOf(caller, share)),
  }),

  buttons: {
    ...screenButtons('open', z.tuple([grouping]), (caller, [by], deps, audience) =>
      showRoadmap(caller, by, deps, audience),
    ),
    ...screenButtons('month', z.tuple([month]), (caller, [number], deps, audience) =>
      showMonth(caller, number, deps, audience),
    ),
  },

  selects: {
    'go-month': defineSelect({
      args: z.tuple([]),
      choose: (caller, _args, [chosen], deps) => showMonth(caller, Number(chosen), deps, forReader(caller)),
    }),
  },
});
