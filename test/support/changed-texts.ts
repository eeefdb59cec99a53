import type { Roadmap } from '../../src/domain/roadmap.ts';

/** Keys whose texts are not words to read: ids, addresses, and what the loader adds. */
const notWords = new Set(['id', 'file', 'language', 'phaseId', 'stepIds', 'was', 'url']);

/** The same roadmap with every text that a person reads changed; ids, addresses and references stay. */
export function withTexts(roadmap: Roadmap, change: (text: string) => string): Roadmap {
  return changed(roadmap, change) as Roadmap;
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => changed(item, change));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, notWords.has(key) ? part : changed(part, change)]);
  return Object.fromEntries(entries);
}

/** Every text that a person reads somewhere, with the title of its page. */
export function wordsToRead(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (notWords.has(key) ? [] : wordsToRead(part)));
}

/** 40 % longer, as the longest translation is: words are repeated from the start, and a part of the last one. */
export function padded(text: string): string {
  const extra = Math.max(Math.ceil(text.length * 0.4), 2) - 1;
  const more = plain(text).repeat(2).slice(0, extra).trim();
  return `${text} ${more.padEnd(extra, 'x')}`;
}

/** A language that knows no space: one word, as long as the text. */
export function unbroken(text: string): string {
  return eachPlainPart(text, (part) => part.replace(/\s+/g, ''));
}

/** Every letter carries marks that belong to it. Twice as long in characters, as in Vietnamese or Thai at worst. */
export function accented(text: string): string {
  return eachPlainPart(text, (part) => part.replace(/\p{L}/gu, (letter) => `${letter}\u0323`));
}

/** Written from right to left. */
export function rightToLeft(text: string): string {
  const letters = 'אבגדהוזחטיכלמנסעפצקרשת';
  return eachPlainPart(text, (part) =>
    part.replace(/[a-z]/gi, (letter) => letters[letter.toLowerCase().charCodeAt(0) % letters.length] ?? letter),
  );
}

/** Every text of some length is one block of code, in lines as they come. */
export function inCode(text: string): string {
  if (text.length <= 240) return text; // Shorter ones stand in lists, where a block has no place.
  return `\`\`\`text\n${text.replace(/```\w*|`/g, '')}\n\`\`\``;
}

const KEPT = /(```[\s\S]*?```|`[^`]*`|\[\[[^\]]*\]\])/;

/** Code and references are the same in every language. */
function eachPlainPart(text: string, change: (part: string) => string): string {
  return text
    .split(KEPT)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}

function plain(text: string): string {
  return text.replace(/[`*[\]]/g, '').replace(/\s+/g, ' ');
}
