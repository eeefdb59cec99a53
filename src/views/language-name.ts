import { sentenceLocale } from '../language/languages.ts';

/** The name of a language, as the sentences for a reader call it. */
export function languageName(reader: string, language: string): string {
  return new Intl.DisplayNames([sentenceLocale(reader)], { type: 'language' }).of(language) ?? language;
}
