import { escapeMarkdown } from 'discord.js';
import { shorten } from '../lib/graphemes.ts';

/** A few words that a person typed, safe inside a sentence: no Markdown of theirs works and no line breaks out. */
export function quoted(text: string, limit = 60): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return escapeMarkdown(shorten(oneLine, limit), {
    heading: true,
    bulletedList: true,
    numberedList: true,
    maskedLink: true,
  });
}
