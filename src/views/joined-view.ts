import type { OpenGroup } from '../domain/group-place.ts';
import type { PlanReading } from '../domain/plan-reading.ts';
import { nextItem } from '../domain/progress.ts';
import { localTime, type TypedZone } from '../domain/zone.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { groupOffer, whereForNewcomers } from './group-words.ts';
import { accent, type ButtonParts, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { openItemId } from './place-id.ts';
import { rangeStamps } from './plan-words.ts';
import { quoted } from './quoted.ts';

interface GivenZone extends TypedZone {
  readonly own: string;
  readonly now: Temporal.Instant;
}

/** What is said of the road follows from the plan, so /plan says the same a moment later. */
export interface JoinedParts extends Pick<PlanReading, 'roadmap' | 'progress' | 'plan' | 'pace'> {
  readonly kind: 'joined' | 'came-back' | 'already';
  /** The study group that they are in. */
  readonly group: OpenGroup | undefined;
  /** Groups that they could join; none for whoever is in one. */
  readonly offered: readonly OpenGroup[];
  /** True when the group that they had chosen is gone. */
  readonly isGroupGone: boolean;
  /** What a member gave as their zone, and the one that they have. */
  readonly zone?: GivenZone | undefined;
  /** The draft of what was pressed before joining. */
  readonly resumeId: string | undefined;
}

/** After joining: tonight's first topic, then when the phase ends, then the road's end. */
export function joinedView(parts: JoinedParts): MessageView {
  const { roadmap, progress, offered, resumeId } = parts;
  const { join, common } = catalogueOf(roadmap.language);
  const item = nextItem(progress);
  const tonight = item ? [join.tonight(item.title, item.step.title, common.hours(item.hours))] : [];
  const goOn: ButtonParts[] = resumeId
    ? [{ label: join.goOn, id: customId('join', 'go-on', resumeId), style: 'primary' }]
    : [];
  const first: ButtonParts[] = item
    ? [{ label: join.firstTopic, id: openItemId(item), style: resumeId ? 'plain' : 'primary' }]
    : [];
  const offer = groupOffer(roadmap, offered);
  return card({
    accent: accent.foundation,
    blocks: [
      ...zoneBlocks(parts),
      `## ${heading(parts)}`,
      ...tonight,
      ...dates(parts),
      ...groupBlocks(parts),
      ...offer.blocks,
    ],
    rows: [
      buttonRow(
        ...[...goOn, ...first].map(button),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
        ...zoneButtons(parts),
      ),
      ...offer.rows,
    ],
  });
}

/** What the zone that was given means: nothing that is known, the one that they have, or another one. */
function zoneBlocks({ roadmap, zone: given }: JoinedParts): string[] {
  const { join } = catalogueOf(roadmap.language);
  if (!given) return [];
  const { typed, zone, own, now } = given;
  if (zone === undefined) return [join.zoneUnknown(quoted(typed))];
  const time = localTime(now, zone);
  return [zone === own ? join.time(time, zone) : join.zoneOffered(time, zone)];
}

function zoneButtons({ roadmap, zone: given }: JoinedParts) {
  if (given?.zone === undefined || given.zone === given.own) return [];
  const { changeZone } = catalogueOf(roadmap.language).plan;
  return [button({ label: changeZone, id: customId('plan', 'set-zone', given.zone) })];
}

/** With whom they learn, and that a group which is further on asks nobody to catch up. */
function groupBlocks({ roadmap, group, isGroupGone }: JoinedParts): string[] {
  const { join } = catalogueOf(roadmap.language);
  if (!group) return isGroupGone ? [join.groupGone] : [];
  const { name, channelId } = group.group;
  return [`${join.withGroup(quoted(name), channelId)} ${whereForNewcomers(roadmap, group)}`];
}

function heading({ kind, roadmap }: JoinedParts): string {
  const { join } = catalogueOf(roadmap.language);
  return { joined: join.joined, 'came-back': join.welcomeBack, already: join.already }[kind];
}

function dates({ roadmap, progress, plan, pace }: JoinedParts): string[] {
  const { plan: words } = catalogueOf(roadmap.language);
  const phase = roadmap.phases.find((candidate) => candidate.id === progress.current?.step.phaseId);
  if (!phase || !plan.phaseEnd) return [];
  const phaseSentence = words.phase(phase.title, ...rangeStamps(plan.phaseEnd, pace.zone));
  return [`${phaseSentence}\n${words.projected(...rangeStamps(plan.projected, pace.zone))}`];
}
