import { offeredHours } from '../domain/join-card.ts';
import type { Member } from '../domain/member.ts';
import { isTrackComplete, type Roadmap } from '../domain/roadmap.ts';
import type { ZoneChoice } from '../domain/zone.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { NOT_SURE, OTHER_HOURS } from './join-view.ts';
import { type ActionRow, accent, button, buttonRow, card, selectRow } from './kit.ts';
import type { MessageView } from './message.ts';
import { zoneChoiceView } from './zone-views.ts';

/** How many hours a week from now on. */
export function changeHoursView(language: string, hours: number): MessageView {
  const { plan: words, join, common } = catalogueOf(language);
  const offered = [...new Set<number>([...offeredHours, hours])].sort((one, other) => one - other);
  const options = offered.map((count) => ({
    label: words.hoursChoice(common.hours(count)),
    value: String(count),
    ...(count === hours ? { description: words.hoursOfNow } : {}),
  }));
  return card({
    accent: accent.neutral,
    blocks: [`## ${words.changeHours}`, words.hoursQuestion(common.hours(hours))],
    rows: [
      selectRow(customId('plan', 'hours'), words.chooseHours, [
        ...options,
        { label: join.otherHours, value: OTHER_HOURS },
      ]),
      backRow(language),
    ],
  });
}

/** Which language to learn with, also none yet. */
export function changeTrackView(roadmap: Roadmap, { trackId }: Pick<Member, 'trackId'>): MessageView {
  const { plan: words, join } = catalogueOf(roadmap.language);
  const tracks = roadmap.tracks.filter((track) => isTrackComplete(roadmap, track));
  const current = tracks.find((track) => track.id === trackId);
  const options = [
    { label: join.notSure, value: NOT_SURE },
    ...tracks.map(({ title, id }) => ({ label: title, value: id })),
  ];
  return card({
    accent: accent.neutral,
    blocks: [`## ${words.changeTrack}`, words.trackQuestion(current?.title ?? join.notSure)],
    rows: [
      selectRow(customId('plan', 'track'), words.chooseTrack, options),
      buttonRow(
        button({ label: join.helpChoose, id: customId('guide', 'list', 'track') }),
        button({ label: words.back, id: customId('plan', 'open') }),
      ),
    ],
  });
}

/** The zones that fit what was typed, each with the time there now. */
export function changeZoneView(language: string, zones: readonly ZoneChoice[], now: Temporal.Instant): MessageView {
  const { plan: words } = catalogueOf(language);
  return zoneChoiceView({
    language,
    now,
    zones,
    heading: `## ${words.changeZone}`,
    selectId: customId('plan', 'zone'),
    buttons: [
      { label: words.zoneAgain, id: customId('plan', 'change-zone') },
      { label: words.back, id: customId('plan', 'open') },
    ],
  });
}

function backRow(language: string): ActionRow {
  return buttonRow(button({ label: catalogueOf(language).plan.back, id: customId('plan', 'open') }));
}
