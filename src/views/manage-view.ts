import type { StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { quoted } from './quoted.ts';

/** The way to the groups that somebody may moderate: into the only one, of several to the question which. */
export function manageButtons(language: string, moderated: readonly StudyGroup[]): ReturnType<typeof button>[] {
  const { group: words } = catalogueOf(language);
  const [first, ...others] = moderated;
  if (!first) return [];
  const several = { label: words.manageOne, id: customId('group', 'manage') };
  return [button(others.length > 0 ? several : { label: words.manage, id: customId('setup', 'show', first.id) })];
}

/** For whoever moderates groups and has not joined: nobody has to study to look after those who do. */
export function lookedAfterView(language: string, moderated: readonly StudyGroup[]): MessageView {
  const { group: words, join } = catalogueOf(language);
  const names = moderated.slice(0, NAMED).map(({ name }) => `**${quoted(name)}**`);
  return card({
    accent: accent.neutral,
    blocks: [`${words.youLookAfter(names, moderated.length - names.length)}\n${words.notJoined}`],
    rows: [
      buttonRow(
        ...manageButtons(language, moderated),
        button({ label: join.joinButton, id: customId('join', 'open') }),
      ),
    ],
  });
}

/** How many groups are told by name. */
const NAMED = 5;
