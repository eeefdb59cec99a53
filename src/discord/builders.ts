import {
  ApplicationIntegrationType,
  InteractionContextType,
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

/** Sets a description in English and in every other language that the bot speaks. */
export function describe<Described extends SharedNameAndDescription>(
  described: Described,
  sentence: (words: Catalogue) => string,
): Described {
  return described
    .setDescription(sentence(catalogueOf(FALLBACK_LANGUAGE)))
    .setDescriptionLocalizations(localizations(sentence));
}

/** The same text in every language beside English, by Discord's locale: for the names of choices. */
export function localizations(sentence: (words: Catalogue) => string): Record<string, string> {
  return Object.fromEntries(otherLanguages().map((language) => [language, sentence(catalogueOf(language))]));
}

/** The option `share` of every reading command: off unless asked for. */
export function shareOption(option: SlashCommandBooleanOption): SlashCommandBooleanOption {
  return describe(option.setName('share'), (words) => words.common.shareOption);
}
