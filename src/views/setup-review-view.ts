import type { ChannelFacts } from '../domain/discord-port.ts';
import type { GroupSettings } from '../domain/group-settings.ts';
import type { MovedDate } from '../domain/milestone-plan.ts';
import { localDate } from '../domain/plan-days.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { dayOf, momentOf } from './day-of.ts';
import { settingText } from './group-facts.ts';
import { accent, bulletList, button, buttonRow, card, section } from './kit.ts';
import type { MessageView } from './message.ts';
import { milestoneTitle } from './milestone-words.ts';
import { quoted } from './quoted.ts';
import { settingName } from './setting-names.ts';

export interface ReviewParts {
  readonly roadmap: Roadmap;
  readonly draftId: string;
  readonly before: GroupSettings;
  readonly after: GroupSettings;
  readonly fields: readonly (keyof GroupSettings)[];
  /** Those of the forum that there will be. */
  readonly tags: ChannelFacts['tags'];
  /** `isDropped`: it then lies in the past, so it is not posted. */
  readonly moved: readonly (MovedDate & { readonly isDropped: boolean })[];
}

/** What a change does, before it is saved: the settings that differ and every date that moves. */
export function setupReviewView(parts: ReviewParts): MessageView {
  const { roadmap, draftId, moved } = parts;
  const { setup } = catalogueOf(roadmap.language);
  const dates = moved.map((date) => movedLine(parts, setup, date));
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${setup.changesTitle}`,
      bulletList(changeLines(parts, setup)),
      dates.length > 0 ? section(setup.movedTitle(dates.length), bulletList(dates)) : setup.movedNone,
      `-# ${setup.sentStay}`,
    ],
    rows: [
      buttonRow(
        button({ label: setup.save, id: customId('setup', 'save', draftId), style: 'primary' }),
        button({ label: setup.backToCard, id: customId('setup', 'card', draftId) }),
      ),
    ],
  });
}

/** A tag goes with its forum; a channel that is of another kind now is told as itself. */
function changeLines(parts: ReviewParts, setup: Catalogue['setup']): string[] {
  const { roadmap, before, after, fields } = parts;
  const { language } = roadmap;
  const isOtherChannel = fields.includes('channelId');
  const told = fields.filter((field) => field !== 'channelKind' && !(field === 'forumTagId' && isOtherChannel));
  return (told.length > 0 ? told : (['channelId'] as const)).map((field) => {
    const text = (settings: GroupSettings) =>
      field === 'forumTagId' ? tagText(parts, setup, settings) : settingText(language, field, settings);
    return setup.changed(settingName(language, field) ?? '', text(before), text(after));
  });
}

function tagText({ tags }: ReviewParts, setup: Catalogue['setup'], { forumTagId }: GroupSettings): string {
  const name = tags.find(({ id }) => id === forumTagId)?.name;
  return name === undefined ? setup.none : quoted(name);
}

/** Days where the day moves, and the hours as well where only they do. */
function movedLine(
  { roadmap, after }: ReviewParts,
  setup: Catalogue['setup'],
  date: ReviewParts['moved'][number],
): string {
  const { from, to, isDropped } = date;
  const isSameDay = localDate(from, after.zone).equals(localDate(to, after.zone));
  const written = isSameDay ? momentOf : dayOf;
  const when = isDropped ? `${written(to)} (${setup.movedPast})` : written(to);
  return setup.moved(milestoneTitle(roadmap, after.months, date), written(from), when);
}
