/** The name of a language, as the reader's language calls it. */
export function languageName(reader: string, language: string): string {
  return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language;
}
