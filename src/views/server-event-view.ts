import type { ServerEvent } from '../domain/delivery-port.ts';
import type { ServerEventReading } from '../domain/post-reading.ts';
import { catalogueOf } from '../language/languages.ts';
import { shorten } from '../lib/graphemes.ts';
import { milestoneTitle } from './milestone-words.ts';

/** How long a milestone is shown as going on, in hours: an event needs an end. */
const HOURS = 1;

/** A milestone as a scheduled event of the server. */
export function serverEventView({ group, roadmap, id, at }: ServerEventReading): ServerEvent {
  const words = catalogueOf(group.language).notice;
  const what = milestoneTitle(roadmap, group.schedule.months, id);
  return {
    name: shorten(words.event(group.name, what), 100),
    description: words.eventDescription(group.name),
    place: `<#${group.channelId}>`,
    startsAt: at,
    endsAt: at.add({ hours: HOURS }),
  };
}
