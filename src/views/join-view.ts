import { ComponentType, TextInputStyle } from 'discord.js';
import { FEWEST_HOURS, type JoinCard, MOST_HOURS, offeredHours } from '../domain/join-card.ts';
import { isTrackComplete, type Roadmap } from '../domain/roadmap.ts';
import { localTime } from '../domain/zone.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { type ActionRow, accent, button, buttonRow, card, selectRow } from './kit.ts';
import type { FormView, MessageView } from './message.ts';

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

/** A form with one line to type into, for the zone or for the hours. */
function lineForm(id: string, title: string, label: string, description: string, value: string): FormView {
  return {
    custom_id: id,
    title,
    components: [
      {
        type: ComponentType.Label,
        label,
        description,
        component: {
          type: ComponentType.TextInput,
          custom_id: 'line',
          style: TextInputStyle.Short,
          max_length: 60,
          required: true,
          ...(value === '' ? {} : { value }),
        },
      },
    ],
  };
}

export function zoneForm(language: string, draftId: string, given: string): FormView {
  const { join } = catalogueOf(language);
  return lineForm(customId('join', 'zone', draftId), join.zoneTitle, join.zoneField, join.zoneHint, given);
}

export function hoursForm(language: string, draftId: string, given: string): FormView {
  const { join } = catalogueOf(language);
  const hint = join.hoursHint(FEWEST_HOURS, MOST_HOURS);
  return lineForm(customId('join', 'other-hours', draftId), join.hoursTitle, join.hoursField, hint, given);
}

export interface ZoneChoice {
  readonly zone: string;
  readonly label: string;
}

/** The zones that fit what was typed, each with the time there now. */
export function zoneChoiceView(
  language: string,
  draftId: string,
  zones: readonly ZoneChoice[],
  now: Temporal.Instant,
): MessageView {
  const { join } = catalogueOf(language);
  return card({
    accent: accent.neutral,
    blocks: [join.zoneQuestion],
    rows: [
      selectRow(
        customId('join', 'go-zone', draftId),
        join.zoneChoose,
        zones.map(({ zone, label }) => ({ label: join.zoneChoice(localTime(now, zone), label), value: zone })),
      ),
      buttonRow(
        button({ label: join.wrongTime, id: customId('join', 'wrong-time', draftId) }),
        button({ label: join.backToCard, id: customId('join', 'card', draftId) }),
      ),
    ],
  });
}
