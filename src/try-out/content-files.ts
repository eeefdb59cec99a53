import type { ContentSource } from '../domain/content-source.ts';
import { linkTitles } from '../domain/page-reference.ts';
import type { Page, Roadmap } from '../domain/roadmap.ts';
import { textsIn } from '../lib/texts-in.ts';

/** Fewer characters of the content than this may stand in any message. */
const LEAST = 12;

/** A file with less than this share of the content's words in a message is only mentioned there. */
const SHARE = 0.3;

/** Line of the content → files in which it stands. Made once for each reading of the content. */
const indexes = new WeakMap<Roadmap, Map<string, readonly string[]>>();

/** The files, below the content folder, from which most of a message's words come, the main one first. */
export function findContentFiles(content: ContentSource, message: unknown): string[] {
  const lines = textsIn(message).flatMap(({ path, text }) => (isShown(path) ? text.split('\n').map(bare) : []));
  const weights = new Map<string, number>();
  for (const language of content.languages) {
    const index = indexOf(content.roadmap(language));
    for (const line of lines)
      for (const file of index.get(line) ?? index.get(titleIn(line)) ?? [])
        weights.set(file, (weights.get(file) ?? 0) + line.length);
  }
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return [...weights]
    .filter(([, weight]) => weight >= Math.max(LEAST, all * SHARE))
    .sort(([, one], [, other]) => other - one)
    .map(([file]) => file);
}

/** Texts of a message, and the parts of an embed; not the words on buttons. */
function isShown(path: readonly PropertyKey[]): boolean {
  return ['content', 'title', 'description'].includes(String(path.at(-1))) && !path.includes('options');
}

function indexOf(roadmap: Roadmap): Map<string, readonly string[]> {
  const known = indexes.get(roadmap);
  if (known) return known;
  const index = new Map<string, readonly string[]>();
  for (const page of pagesIn(roadmap)) {
    for (const line of linesOf(roadmap, page)) index.set(line, [...(index.get(line) ?? []), page.file]);
  }
  indexes.set(roadmap, index);
  return index;
}

function linesOf(roadmap: Roadmap, page: Page): Set<string> {
  const texts = textsIn(page).flatMap(({ text }) => linkTitles(text, roadmap).split('\n').map(bare));
  return new Set(texts.filter((line) => line !== ''));
}

function pagesIn(roadmap: Roadmap): Page[] {
  return Object.values(roadmap).flat().filter(isPage);
}

function isPage(value: unknown): value is Page {
  return typeof value === 'object' && value !== null && 'file' in value;
}

/** A line without the marks of Markdown at its beginning, and without the bold ones around all of it. */
function bare(line: string): string {
  return line
    .trim()
    .replace(/^(?:#{1,3}|-#|[-*>]|\d+\.)\s+/, '')
    .replace(/^\*\*(.+)\*\*$/, '$1');
}

/** What stands before the facts in a line of a list, e.g. before its hours. */
function titleIn(line: string): string {
  return line.split(' · ')[0] ?? line;
}
