import { type Interaction, InteractionContextType } from 'discord.js';
import type { Temporal } from '../lib/temporal.ts';
import type { Caller } from './command.ts';

/** What a handler may know of whoever acts. */
export function callerOf(interaction: Interaction, now: Temporal.Instant): Caller {
  return {
    userId: interaction.user.id,
    serverId: interaction.guildId ?? undefined,
    channelId: interaction.channelId ?? undefined,
    language: languageOf(interaction.locale),
    serverLanguage: languageOf(interaction.guildLocale ?? interaction.locale),
    now,
  };
}

/** True in the bot's own private chat, where nobody but the caller reads. */
export function isPrivateChat(interaction: Interaction): boolean {
  return interaction.context === InteractionContextType.BotDM;
}

/** "en" of Discord's "en-GB". https://discord.com/developers/docs/reference#locales */
function languageOf(locale: string): string {
  return locale.split('-')[0] ?? 'en';
}
