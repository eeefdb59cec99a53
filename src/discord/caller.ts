import { type Interaction, InteractionContextType, PermissionFlagsBits } from 'discord.js';
import type { Temporal } from '../lib/temporal.ts';
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
