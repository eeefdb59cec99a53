import type { ChannelFacts } from '../domain/discord-port.ts';
import { type GroupSettings, newGroupSettings } from '../domain/group-settings.ts';
import { SETUP_CARD, type SetupCard } from '../domain/setup-card.ts';
import { zoneOfLocale } from '../domain/zone.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findMember } from '../store/member-store.ts';
import type { Deps } from './deps.ts';
import { saveDraft } from './save-draft.ts';

export interface OpenSetupCardInput {
  readonly userId: string;
  readonly serverId: string;
  readonly channelId: string;
  /** Discord's, such as "en-GB": the zone is guessed from it where the caller is no member. */
  readonly locale: string;
  /** Of the posts. */
  readonly language: string;
  readonly now: Temporal.Instant;
}

export type SetupOpening =
  | { readonly kind: 'opened'; readonly settings: GroupSettings; readonly draftId: string }
  /** The bot does not know the channel, or no group can be in it. */
  | { readonly kind: 'no-channel' };

/** A card for a new group with everything preselected. A forum that demands a tag gets its first one. */
export async function openSetupCard(deps: Deps, input: OpenSetupCardInput): Promise<SetupOpening> {
  const { userId, serverId, channelId, locale, language, now } = input;
  const channel = deps.discord.findChannel(serverId, channelId);
  if (!channel?.kind) return { kind: 'no-channel' };
  const member = await findMember(deps.db, serverId, userId);
  const settings = {
    ...newGroupSettings({
      serverName: deps.discord.serverName(serverId) ?? channel.name,
      channel: { id: channelId, kind: channel.kind },
      zone: member?.pace.zone ?? zoneOfLocale(locale),
      language,
      now,
    }),
    forumTagId: firstTag(channel),
  };
  const content: SetupCard = { kind: 'new', serverId, settings };
  return { kind: 'opened', settings, draftId: await saveDraft(deps, { userId, kind: SETUP_CARD, content, now }) };
}

/** The tag to begin with, where a forum demands one. */
export function firstTag({ demandsTag, tags }: ChannelFacts): string | undefined {
  return demandsTag ? tags[0]?.id : undefined;
}
