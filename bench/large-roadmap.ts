import type { Page, Roadmap } from '../src/domain/roadmap.ts';

/**
 * A roadmap with `factor` times as many pages and entries as ours. Copies have other ids, and four words in ten are
 * other words, each copy with its own: the vocabulary grows as it does when more is written, not by the same words.
 */
export function enlarge(roadmap: Roadmap, factor: number): Roadmap {
  const copies = Array.from({ length: factor }, (_, copy) => copy);
  const many = <Value>(values: readonly Value[]): Value[] =>
    copies.flatMap((copy) => values.map((value) => alter(value, copy) as Value));
  const wide = <Value extends Page>(page: Value): Value =>
    Object.fromEntries(
      Object.entries(page).map(([key, part]) => [key, Array.isArray(part) ? many(part) : part]),
    ) as Value;
  return Object.fromEntries(
    Object.entries(roadmap).map(([key, part]) => [
      key,
      Array.isArray(part) ? many(part) : isPage(part) ? wide(part) : part,
    ]),
  ) as unknown as Roadmap;
}

function isPage(value: unknown): value is Page {
  return typeof value === 'object' && value !== null && 'title' in value;
}

/** What a copy shares with its original. */
const kept = new Set(['file', 'language', 'url']);
/** What tells a copy from its original. */
const ids = new Set(['id', 'phaseId', 'stepIds', 'was']);

/** The original for copy 0, else the same shape in other words. */
function alter(value: unknown, copy: number, key = ''): unknown {
  if (copy === 0 || kept.has(key)) return value;
  if (typeof value === 'string') return ids.has(key) ? `${value}-${copy}` : alterText(value, copy);
  if (Array.isArray(value)) return value.map((item) => alter(item, copy, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, alter(part, copy, name)]));
}

function alterText(text: string, copy: number): string {
  // References to pages stay as they are.
  return text.replace(/\[\[[^\]]*\]\]|\p{L}{4,}/gu, (word) => (word.startsWith('[[') ? word : alterWord(word, copy)));
}

/** Four words in ten become another word of the same length that can still be pronounced. */
function alterWord(word: string, copy: number): string {
  const seed = hash(`${copy}${word.toLowerCase()}`);
  if (seed % 10 >= 4) return word;
  return word.replace(/[a-z]/g, (letter, place: number) => {
    const kind = letterKinds.find((letters) => letters.includes(letter)) ?? letter;
    return kind.charAt((kind.indexOf(letter) + (seed >>> (place % 16))) % kind.length);
  });
}

const letterKinds = ['aeiou', 'bcdfghjklmnpqrstvwxyz'];

/** FNV-1a: the same words in each run, so that runs can be compared. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193) >>> 0;
  }
  return value >>> 4;
}
