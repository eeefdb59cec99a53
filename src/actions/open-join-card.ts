import { JOIN_CARD, type JoinCard, newJoinCard } from '../domain/join-card.ts';
import { zoneOfLocale } from '../domain/zone.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findMember } from '../store/member-store.ts';
import type { Deps } from './deps.ts';
import { saveDraft } from './save-draft.ts';

export interface OpenJoinCardInput {
  readonly userId: string;
  readonly serverId: string;
  /** Discord's, such as "en-GB": the zone is guessed from it. */
  readonly locale: string;
  readonly now: Temporal.Instant;
  readonly zone?: string | undefined;
  /** The draft of what was pressed before joining. */
  readonly resumeId?: string | undefined;
}

/** A card with everything preselected: for whoever comes back, as it was. What is chosen on it is kept in the draft. */
export async function openJoinCard(
  deps: Deps,
  { userId, serverId, locale, now, zone, resumeId }: OpenJoinCardInput,
): Promise<{ readonly card: JoinCard; readonly draftId: string }> {
  const before = await findMember(deps.db, serverId, userId);
  const card: JoinCard = before
    ? { trackId: before.trackId, hours: before.pace.hours, zone: zone ?? before.pace.zone, resumeId }
    : newJoinCard(zone ?? zoneOfLocale(locale), resumeId);
  return { card, draftId: await saveDraft(deps, { userId, kind: JOIN_CARD, content: card, now }) };
}
