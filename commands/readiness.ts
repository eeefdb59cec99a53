import type { SlashCommandStringOption } from 'discord.js';
import { z } from 'zod';
import { readPage, suggestPages } from '../src/actions/read-page.ts';
import { readRoadmap } from '../src/actions/read-roadmap.ts';
import { describe, memberCommand, shareOption } from '../src/discord/builders.ts';
import { defineCommand, defineHandler, show } from '../src/discord/command.ts';
import { audienceOf, languageFor } from '../src/discord/reading.ts';
import { pageListView } from '../src/views/page-list-view.ts';
import { namedPageView } from '../src/views/place-view.ts';

function checkOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return describe(option.setName('check'), (words) => words.commands.readiness.options.check).setAutocomplete(true);
}

export default defineCommand({
  data: memberCommand('readiness').addStringOption(checkOption).addBooleanOption(shareOption),

  handler: defineHandler({
    options: z.object({ check: z.string().optional(), share: z.boolean().default(false) }),
    visibility: ({ share }) => (share ? 'public' : 'private'),
    run(caller, { check, share }, deps) {
      const audience = audienceOf(caller, share);
      const language = languageFor(caller, audience);
      if (check === undefined)
        return show(pageListView({ roadmap: readRoadmap(deps, language, ['readiness']), audience }, 'readiness'));
      return show(namedPageView(readPage(deps, language, 'readiness', check), audience));
    },
    suggest: {
      check: (typed, caller, deps) =>
        suggestPages(deps, caller.language, 'readiness', typed).map(({ id, title }) => ({ name: title, value: id })),
    },
  }),
});
