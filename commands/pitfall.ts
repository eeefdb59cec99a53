import type { SlashCommandStringOption } from 'discord.js';
import { z } from 'zod';
import { readPage, suggestPages } from '../src/actions/read-page.ts';
import { readRoadmap } from '../src/actions/read-roadmap.ts';
import { describe, memberCommand, shareOption } from '../src/discord/builders.ts';
import { defineCommand, defineHandler, show } from '../src/discord/command.ts';
import { audienceOf, languageFor } from '../src/discord/reading.ts';
import { pageListView } from '../src/views/page-list-view.ts';
import { namedPageView } from '../src/views/place-view.ts';

function pitfallOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return describe(option.setName('pitfall'), (words) => words.commands.pitfall.options.pitfall).setAutocomplete(true);
}

export default defineCommand({
  data: memberCommand('pitfall').addStringOption(pitfallOption).addBooleanOption(shareOption),

  handler: defineHandler({
    options: z.object({ pitfall: z.string().optional(), share: z.boolean().default(false) }),
    visibility: ({ share }) => (share ? 'public' : 'private'),
    run(caller, { pitfall, share }, deps) {
      const audience = audienceOf(caller, share);
      const language = languageFor(caller, audience);
      if (pitfall === undefined)
        return show(pageListView({ roadmap: readRoadmap(deps, language, ['pitfall']), audience }, 'pitfall'));
      return show(namedPageView(readPage(deps, language, 'pitfall', pitfall), audience));
    },
    suggest: {
      pitfall: (typed, caller, deps) =>
        suggestPages(deps, caller.language, 'pitfall', typed).map(({ id, title }) => ({ name: title, value: id })),
    },
  }),
});
