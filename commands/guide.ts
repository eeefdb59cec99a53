import type { SlashCommandStringOption } from 'discord.js';
import { z } from 'zod';
import { findProgress } from '../src/actions/find-progress.ts';
import { findInGuide, readGuidePlace, suggestInGuide } from '../src/actions/read-guide.ts';
import { readRoadmap } from '../src/actions/read-roadmap.ts';
import { describe, memberCommand, shareOption } from '../src/discord/builders.ts';
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
  show,
} from '../src/discord/command.ts';
import { audienceOf, forReader, languageFor, screenButtons, withProgress } from '../src/discord/reading.ts';
import type { Roadmap } from '../src/domain/roadmap.ts';
import { catalogueOf } from '../src/language/languages.ts';
import { listedKinds } from '../src/views/article-view.ts';
import type { Audience, Frame } from '../src/views/frame.ts';
import { guideView, searchForm, searchResultView } from '../src/views/guide-view.ts';
import { pageListView } from '../src/views/page-list-view.ts';
import { placeView, readinessProbeView } from '../src/views/place-view.ts';

const listedKind = z.enum(listedKinds);
const count = z.coerce.number().int().min(0);

function showFront(caller: Caller, deps: Deps, audience: Audience): Answer {
  return show(guideView({ roadmap: readRoadmap(deps, languageFor(caller, audience), ['guide']), audience }));
}

/** With what the reader has done: a place may be a step, or a part of one. */
async function ownFrame(caller: Caller, deps: Deps, roadmap: Roadmap, audience: Audience): Promise<Frame> {
  return { roadmap, audience: await withProgress(audience, () => findProgress(deps, caller, roadmap)) };
}

/** A place by its written form; the front page where it is gone. */
async function showPlace(
  caller: Caller,
  deps: Deps,
  audience: Audience,
  written: string,
  screen: number,
): Promise<Answer> {
  const reading = readGuidePlace(deps, languageFor(caller, audience), written);
  const frame = reading && (await ownFrame(caller, deps, reading.roadmap, audience));
  const view = reading?.kind === 'place' && frame && placeView(frame, reading.place, screen);
  return view ? show(view) : showFront(caller, deps, audience);
}

function showList(caller: Caller, deps: Deps, audience: Audience, kind: z.infer<typeof listedKind>): Answer {
  const roadmap = readRoadmap(deps, languageFor(caller, audience), [kind, 'guide']);
  return show(pageListView({ roadmap, audience }, kind));
}

async function showFound(caller: Caller, deps: Deps, audience: Audience, typed: string): Promise<Answer> {
  const reading = findInGuide(deps, languageFor(caller, audience), typed);
  const frame = await ownFrame(caller, deps, reading.roadmap, audience);
  if (reading.kind === 'results') return show(searchResultView(frame, reading.typed, reading.results));
  const view = placeView(frame, reading.place, 0);
  return view ? show(view) : showFront(caller, deps, audience);
}

function findOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return describe(option.setName('find'), (words) => words.commands.guide.options.find)
    .setAutocomplete(true)
    .setMaxLength(100);
}

/** How Discord labels a suggestion: the title with the kind of page, so that two of one name can be told apart. */
function suggest(typed: string, caller: Caller, deps: Deps) {
  return suggestInGuide(deps, caller.language, typed).map(({ roadmap, place, title }) => {
    const kind = catalogueOf(roadmap.language).guide.kinds[place.kind];
    const value = [place.kind, place.id, place.part].filter((part) => part !== '').join('/');
    return { name: place.kind === 'guide' ? title : `${kind}: ${title}`, value };
  });
}

/** The shortest text worth searching for, in letters and digits. */
const SHORTEST = 2;

export default defineCommand({
  data: memberCommand('guide').addStringOption(findOption).addBooleanOption(shareOption),

  handler: defineHandler({
    options: z.object({ find: z.string().optional(), share: z.boolean().default(false) }),
    visibility: ({ share }) => (share ? 'public' : 'private'),
    run(caller, { find, share }, deps) {
      const audience = audienceOf(caller, share);
      return find === undefined ? showFront(caller, deps, audience) : showFound(caller, deps, audience, find);
    },
    suggest: { find: suggest },
  }),

  buttons: {
    ...screenButtons('open', z.tuple([]), (caller, _args, deps, audience) => showFront(caller, deps, audience)),
    ...screenButtons('list', z.tuple([listedKind]), (caller, [kind], deps, audience) =>
      showList(caller, deps, audience, kind),
    ),
    ...screenButtons('page', z.tuple([z.string(), count]), (caller, [written, screen], deps, audience) =>
      showPlace(caller, deps, audience, written, screen),
    ),
    ...screenButtons(
      'probe',
      z.tuple([z.string(), count, z.enum(['ask', 'answer'])]),
      (caller, [checkId, index, side], deps, audience) => {
        const roadmap = readRoadmap(deps, languageFor(caller, audience), ['readiness']);
        const view = readinessProbeView({ roadmap, audience }, checkId, index, side === 'answer');
        return view ? show(view) : showList(caller, deps, audience, 'readiness');
      },
    ),
    search: defineButton({
      args: z.tuple([]),
      landing: 'form',
      press: (caller, _args, deps) => openForm(searchForm(readRoadmap(deps, caller.language), '')),
    }),
  },

  selects: {
    go: defineSelect({
      args: z.tuple([z.string()]),
      choose(caller, _args, [chosen = ''], deps) {
        const list = listedKind.safeParse(chosen.replace(/^list\//, ''));
        return list.success
          ? showList(caller, deps, forReader(caller), list.data)
          : showPlace(caller, deps, forReader(caller), chosen, 0);
      },
    }),
  },

  forms: {
    find: defineForm({
      args: z.tuple([]),
      fields: z.object({ words: z.string() }),
      open: (caller, _args, given, deps) =>
        searchForm(readRoadmap(deps, caller.language), typeof given.words === 'string' ? given.words : ''),
      submit(caller, _args, { words }, deps) {
        const letters = words.match(/[\p{L}\p{N}]/gu) ?? [];
        if (letters.length < SHORTEST) return refuse(catalogueOf(caller.language).guide.tooShort);
        return showFound(caller, deps, forReader(caller), words);
      },
    }),
  },
});
