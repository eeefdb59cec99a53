import { GuildMember, type Interaction, InteractionContextType, PermissionFlagsBits } from 'discord.js';
import { Temporal } from '../lib/temporal.ts';
import type { Caller } from './command.ts';

/** What a handler may know of whoever acts. */
export function callerOf(interaction: Interaction, now: Temporal.Instant): Caller {
  return {
    userId: interaction.user.id,
    serverId: interaction.guildId ?? undefined,
    channelId: interaction.channelId ?? undefined,
    messageId: messageIdOf(interaction),
    managesServer: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    roleIds: roleIdsOf(interaction),
    timedOutUntil: timedOutUntilOf(interaction),
    locale: interaction.locale,
    language: languageOf(interaction.locale),
    serverLanguage: languageOf(interaction.guildLocale ?? interaction.locale),
    now,
  };
}

/** discord.js gives the member as Discord sent it where it does not know the server. */
function roleIdsOf({ member }: Interaction): readonly string[] {
  if (!member) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}

function timedOutUntilOf({ member }: Interaction): Temporal.Instant | undefined {
  if (!member) return undefined;
  if (!(member instanceof GuildMember)) return timeOutIn(member);
  const until = member.communicationDisabledUntilTimestamp;
  return until === null ? undefined : Temporal.Instant.fromEpochMilliseconds(until);
}

/** Of a member as Discord sent it. */
export function timeOutIn({
  communication_disabled_until: until,
}: {
  readonly communication_disabled_until?: string | null;
}): Temporal.Instant | undefined {
  return until ? Temporal.Instant.from(until) : undefined;
}

function messageIdOf(interaction: Interaction): string | undefined {
  if (interaction.isMessageComponent() || interaction.isModalSubmit()) return interaction.message?.id;
  return undefined;
}

/** True in the bot's own private chat, where nobody but the caller reads. */
export function isPrivateChat(interaction: Interaction): boolean {
  return interaction.context === InteractionContextType.BotDM;
}

/** "en" of Discord's "en-GB". https://discord.com/developers/docs/reference#locales */
function languageOf(locale: string): string {
  return locale.split('-')[0] ?? 'en';
}
