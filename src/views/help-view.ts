import { hoursOfStep, type Roadmap } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';

/** The home screen: what Cairn is and where to go. */
export function helpView(roadmap: Roadmap): MessageView {
  const { help } = catalogueOf(roadmap.language);
  const hours = roadmap.steps.reduce((sum, step) => sum + hoursOfStep(step), 0);
  const [first] = roadmap.steps;
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${help.title}`,
      help.intro(roadmap.steps.length, roadmap.phases.length, hours),
      help.how,
      `-# ${help.privacy}`,
    ],
    rows: [
      buttonRow(
        ...(first
          ? [button({ label: help.firstStep, id: customId('step', 'open', first.id, 'overview', 0), style: 'primary' })]
          : []),
        button({ label: help.roadmap, id: customId('roadmap', 'open', 'phases') }),
        button({ label: help.commands, id: customId('help', 'open', 'commands') }),
      ),
    ],
  });
}

/** Every command with what it does. */
export function commandListView(language: string): MessageView {
  const { commands, common, help } = catalogueOf(language);
  const lines = Object.entries(commands).map(([name, command]) => help.commandLine(name, command.description));
  return card({
    accent: accent.neutral,
    blocks: [`## ${help.commandsTitle}`, lines.join('\n'), `-# ${help.commandsNote}`],
    rows: [buttonRow(button({ label: common.home, id: customId('help', 'open', 'home'), style: 'primary' }))],
  });
}
