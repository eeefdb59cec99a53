import { FEWEST_HOURS, type JoinCard, MOST_HOURS, offeredHours } from '../domain/join-card.ts';
import { isTrackComplete, type Roadmap } from '../domain/roadmap.ts';
import { localTime, type ZoneChoice } from '../domain/zone.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { type ActionRow, accent, button, buttonRow, card, selectRow } from './kit.ts';
import { lineForm } from './line-form.ts';
import type { FormView, MessageView } from './message.ts';
import { zoneChoiceView, zoneForm } from './zone-views.ts';

export interface JoinCardParts {
  readonly roadmap: Roadmap;
  readonly card: JoinCard;
  /** The draft that holds the card. */
  readonly draftId: string;
  readonly now: Temporal.Instant;
}

/** The value that stands for "another number" in the list of hours, and for no track in the list of tracks. */
export const OTHER_HOURS = 'other';
export const NOT_SURE = 'not-sure';

/** Everything preselected: one press joins. */
export function joinCardView({ roadmap, card: chosen, draftId, now }: JoinCardParts): MessageView {
  const { join } = catalogueOf(roadmap.language);
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${join.title}`,
      join.who,
      `-# ${join.privacy}`,
      join.alone,
      join.time(localTime(now, chosen.zone), chosen.zone),
    ],
    rows: [
      trackRow(roadmap, join, chosen, draftId),
      hoursRow(join, chosen, draftId),
      buttonRow(
        button({ label: join.start, id: customId('join', 'start', draftId), style: 'primary' }),
        button({ label: join.look, id: customId('join', 'look') }),
      ),
      buttonRow(
        button({ label: join.wrongTime, id: customId('join', 'wrong-time', draftId) }),
        button({ label: join.helpChoose, id: customId('guide', 'list', 'track') }),
      ),
    ],
  });
}

function trackRow(roadmap: Roadmap, join: Catalogue['join'], { trackId }: JoinCard, draftId: string): ActionRow {
  const tracks = roadmap.tracks.filter((track) => isTrackComplete(roadmap, track));
  return selectRow(customId('join', 'track', draftId), join.chooseTrack, [
    { label: join.notSure, value: NOT_SURE, description: join.notSureHint, selected: trackId === undefined },
    ...tracks.map((track) => ({ label: track.title, value: track.id, selected: track.id === trackId })),
  ]);
}

function hoursRow(join: Catalogue['join'], { hours }: JoinCard, draftId: string): ActionRow {
  const offered = [...new Set<number>([...offeredHours, hours])].sort((a, b) => a - b);
  return selectRow(customId('join', 'hours', draftId), join.chooseHours, [
    ...offered.map((count) => ({ label: join.hours(count), value: String(count), selected: count === hours })),
    { label: join.otherHours, value: OTHER_HOURS },
  ]);
}

export function joinZoneForm(language: string, draftId: string, given: string): FormView {
  return zoneForm(language, customId('join', 'zone', draftId), given);
}

export function hoursForm(language: string, draftId: string, given: string): FormView {
  const { join } = catalogueOf(language);
  return lineForm(customId('join', 'other-hours', draftId), join.hoursTitle, {
    name: 'line',
    label: join.hoursField,
    description: join.hoursHint(FEWEST_HOURS, MOST_HOURS),
    value: given,
  });
}

/** The zones that fit what was typed, each with the time there now. */
export function joinZoneView(
  language: string,
  draftId: string,
  zones: readonly ZoneChoice[],
  now: Temporal.Instant,
): MessageView {
  const { join } = catalogueOf(language);
  return zoneChoiceView({
    language,
    now,
    zones,
    selectId: customId('join', 'go-zone', draftId),
    buttons: [
      { label: join.wrongTime, id: customId('join', 'wrong-time', draftId) },
      { label: join.backToCard, id: customId('join', 'card', draftId) },
    ],
  });
}
