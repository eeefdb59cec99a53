import { shorten } from '../lib/graphemes.ts';
import { isVisible, withPlainLineEnds } from '../lib/visible.ts';

/** A few words that a person typed, safe inside a sentence: nothing of theirs works as Markdown or breaks out of the line. */
export function quoted(text: string, limit = 60): string {
  const oneLine = plainLine(text);
  if (!isVisible(oneLine)) return '…';
  return escaped(shorten(oneLine, limit));
}

/** The same for places without Markdown, such as a list to choose from: on one line, with nothing that cannot be seen. */
export function plainLine(text: string): string {
  return text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/** A longer text that a person typed, as a quote: line by line, so that none of it stands outside. */
export function quotedLines(text: string): string {
  const lines = withPlainLineEnds(text.trim()).split('\n');
  const kept = lines.filter((line, index) => line.trim() !== '' || lines[index - 1]?.trim() !== '');
  return kept.map((line) => `> ${escaped(line)}`).join('\n');
}

function escaped(text: string): string {
  return text.replace(UNSEEN, '').replace(MARKERS, '\\$&');
}

/** What changes the direction of the text around it, or takes no room. Joiners stay: emoji and Persian need them. */
const UNSEEN = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/**
 * Every character that opens Markdown or a mention anywhere, and those that do so at the start of a line,
 * blanks before them or not.
 * discord.js's escapeMarkdown leaves nested links, long fences and `<…>` as they are.
 */
const MARKERS = /[\\*_~`|[\]<]|(?<=^\s*)[#>+-]|(?<=^\s*\d+)\./g;
