import type { OpenGroup } from '../domain/group-place.ts';
import { FEWEST_HOURS, type JoinCard, MOST_HOURS, offeredHours } from '../domain/join-card.ts';
import { isTrackComplete, type Roadmap } from '../domain/roadmap.ts';
import { localTime, type TypedZone, type ZoneChoice } from '../domain/zone.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { whereForNewcomers } from './group-words.ts';
import { type ActionRow, accent, button, buttonRow, card, selectRow } from './kit.ts';
import { lineForm } from './line-form.ts';
import type { FormView, MessageView } from './message.ts';
import { quoted } from './quoted.ts';
import { zoneChoiceView, zoneForm } from './zone-views.ts';

export interface JoinCardParts {
  readonly roadmap: Roadmap;
  readonly card: JoinCard;
  /** The draft that holds the card. */
  readonly draftId: string;
  /** Those that can be joined. */
  readonly groups: readonly OpenGroup[];
  readonly now: Temporal.Instant;
  /** What was given as the zone, which may mean none. */
  readonly typedZone?: TypedZone | undefined;
}

/** The value that stands for "another number" in the list of hours, and for no track in the list of tracks. */
export const OTHER_HOURS = 'other';
export const NOT_SURE = 'not-sure';
/** The value that stands for no group. */
export const ALONE = 'alone';

/** Everything preselected: one press joins. */
export function joinCardView({ roadmap, card: chosen, draftId, groups, now, typedZone }: JoinCardParts): MessageView {
  const { join } = catalogueOf(roadmap.language);
  const open = groups.find(({ group }) => group.id === chosen.groupId);
  return card({
    accent: accent.neutral,
    blocks: [
      ...(typedZone && !typedZone.zone ? [join.zoneUnknown(quoted(typedZone.typed))] : []),
      `## ${join.title}`,
      join.who,
      `-# ${open ? join.privacyInGroup(quoted(open.group.name), open.group.channelId) : join.privacy}`,
      groupBlock(roadmap, open, groups.length > 0),
      join.time(localTime(now, chosen.zone), chosen.zone),
    ],
    rows: [
      ...groupRow(join, groups, chosen, draftId),
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

/** The group that one learns with and where it is, or that one learns alone. */
function groupBlock(roadmap: Roadmap, open: OpenGroup | undefined, isChoice: boolean): string {
  const { join } = catalogueOf(roadmap.language);
  if (!open) return isChoice ? join.aloneByChoice : join.alone;
  const { name, channelId } = open.group;
  return `${join.withGroup(quoted(name), channelId)} ${whereForNewcomers(roadmap, open)}`;
}

function groupRow(
  join: Catalogue['join'],
  groups: readonly OpenGroup[],
  { groupId }: JoinCard,
  draftId: string,
): ActionRow[] {
  if (groups.length === 0) return [];
  const alone = {
    label: join.learnAlone,
    value: ALONE,
    description: join.learnAloneHint,
    selected: groupId === undefined,
  };
  const options = groups.slice(-MOST_GROUPS).map(({ group }) => ({
    label: group.name,
    value: group.id,
    selected: group.id === groupId,
  }));
  return [selectRow(customId('join', 'group', draftId), join.chooseGroup, [...options, alone])];
}

/** A select holds 25 options, and one of them stands for no group: of more groups the newest are offered. */
const MOST_GROUPS = 24;

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
