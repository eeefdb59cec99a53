import type { OpenGroup } from '../domain/group-place.ts';
import { type GroupHints, JOIN_CARD, type JoinCard, newJoinCard, preselectGroup } from '../domain/join-card.ts';
import { zoneOfLocale } from '../domain/zone.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findMember } from '../store/member-store.ts';
import { findLastMembership } from '../store/membership-store.ts';
import type { Deps } from './deps.ts';
import { listOpenGroups } from './find-own-group.ts';
import { saveDraft } from './save-draft.ts';

export interface OpenJoinCardInput {
  readonly userId: string;
  readonly serverId: string;
  /** Discord's, such as "en-GB": the zone is guessed from it where there is no group. */
  readonly locale: string;
  readonly now: Temporal.Instant;
  readonly zone?: string | undefined;
  /** Where they are: one of several groups may have its home there. */
  readonly channelId?: string | undefined;
  /** The group whose button they pressed. */
  readonly groupId?: string | undefined;
  /** The draft of what was pressed before joining. */
  readonly resumeId?: string | undefined;
}

export interface OpenedJoinCard {
  readonly card: JoinCard;
  readonly draftId: string;
  readonly groups: readonly OpenGroup[];
}

/** A card with everything preselected: for whoever comes back, as it was. What is chosen on it is kept in the draft. */
export async function openJoinCard(deps: Deps, input: OpenJoinCardInput): Promise<OpenedJoinCard> {
  const { userId, serverId, locale, now, zone, channelId, groupId, resumeId } = input;
  const groups = await listOpenGroups(deps, serverId, now);
  const before = await findMember(deps.db, serverId, userId);
  const last = before && (await findLastMembership(deps.db, before.id));
  const hints: GroupHints = { asked: groupId, before: last?.groupId, channelId };
  const group = preselectGroup(
    groups.map((open) => open.group),
    hints,
  );
  const fresh = newJoinCard({ given: zone, guessed: zoneOfLocale(locale) }, group, resumeId);
  const known = before && { trackId: before.trackId, hours: before.pace.hours, zone: zone ?? before.pace.zone };
  const card: JoinCard = { ...fresh, ...known };
  return { card, groups, draftId: await saveDraft(deps, { userId, kind: JOIN_CARD, content: card, now }) };
}
