import { english } from './en/english.ts';

/** The same shape as English, with any text in place of the English one: a missing sentence does not compile. */
type Translation<Part> = Part extends string
  ? string
  : Part extends (...args: infer Values) => string
    ? (...args: Values) => string
    : { readonly [Key in keyof Part]: Translation<Part[Key]> };

export type Catalogue = Translation<typeof english>;

/** One line for each language that the bot speaks, by the language part of Discord's locale. English is complete. */
const catalogues: Readonly<Record<string, Catalogue>> = { en: english };

export const FALLBACK_LANGUAGE = 'en';

/** The sentences of a language, or all of them in English. */
export function catalogueOf(language: string): Catalogue {
  return catalogues[language] ?? english;
}

/** For what a sentence of `catalogueOf` holds and `Intl` writes, such as a date: one sentence has one language. */
export function sentenceLocale(language: string): string {
  const spoken = Object.hasOwn(catalogues, language) ? language : FALLBACK_LANGUAGE;
  return spoken === 'en' ? 'en-GB' : spoken;
}

/** All languages that the bot speaks, English first. */
export function spokenLanguages(): readonly string[] {
  return [FALLBACK_LANGUAGE, ...otherLanguages()];
}

/** The languages beside English, for the localizations that Discord shows while somebody types a command. */
export function otherLanguages(): readonly string[] {
  return Object.keys(catalogues).filter((language) => language !== FALLBACK_LANGUAGE);
}
