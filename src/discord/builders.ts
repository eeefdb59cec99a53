import {
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  PermissionFlagsBits,
  type SharedNameAndDescription,
  type SlashCommandBooleanOption,
  SlashCommandBuilder,
} from 'discord.js';
import { type Catalogue, catalogueOf, FALLBACK_LANGUAGE, otherLanguages } from '../language/languages.ts';

/** A command for members: in servers and in the bot's private chat. Its description comes from the catalogue. */
export function memberCommand(name: keyof Catalogue['commands']): SlashCommandBuilder {
  return describe(new SlashCommandBuilder().setName(name), (words) => words.commands[name].description)
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall);
}

/**
 * A command for moderators: in servers only, and offered to whoever may manage the server. Discord's own switch is no
 * protection: every handler checks who calls, too.
 */
export function moderatorCommand(name: keyof Catalogue['commands']): SlashCommandBuilder {
  return memberCommand(name)
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild);
}

/** Sets a description in English and in every other language that the bot speaks. */
export function describe<Described extends SharedNameAndDescription>(
  described: Described,
  sentence: (words: Catalogue) => string,
): Described {
  return described
    .setDescription(sentence(catalogueOf(FALLBACK_LANGUAGE)))
    .setDescriptionLocalizations(localizations(sentence));
}

/** The same text in every language beside English, by Discord's locales: for the names of choices. */
export function localizations(sentence: (words: Catalogue) => string): LocalizationMap {
  const entries = otherLanguages().flatMap((language) =>
    localesOf(language).map((locale) => [locale, sentence(catalogueOf(language))] as const),
  );
  return Object.fromEntries(entries);
}

/** Discord's locales of a language: of "es" both "es-ES" and "es-419". */
function localesOf(language: string): Locale[] {
  return Object.values(Locale).filter((locale) => locale.split('-')[0] === language);
}

/** The option `share` of every reading command: off unless asked for. */
export function shareOption(option: SlashCommandBooleanOption): SlashCommandBooleanOption {
  return describe(option.setName('share'), (words) => words.common.shareOption);
}
