import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type Block, blocksOf } from './blocks.ts';

/** The content that the bot ships with. */
export const contentFolder = fileURLToPath(new URL('../../content/', import.meta.url));

/** A text of a content file, with the keys that lead to it: `topics.2.tonight`. */
export interface PlacedText {
  readonly place: string;
  readonly text: string;
}

/** A page as its author sees it. Read without `src/content`, so that a mistake there cannot hide one here. */
export interface ContentFile {
  /** Path below the content folder. */
  readonly file: string;
  /** In the order in which they stand in the file. */
  readonly texts: readonly PlacedText[];
  readonly blocks: readonly (Block & { readonly place: string })[];
}

/** Every page in every language. */
export function readContentFiles(root = contentFolder): readonly ContentFile[] {
  return readdirSync(join(root, 'backend'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml') && entry.name !== 'roadmap.yaml')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => {
      const texts = placeTexts(parse(readFileSync(path, 'utf8')));
      const blocks = texts.flatMap(({ place, text }) => blocksOf(text).map((block) => ({ ...block, place })));
      return { file: relative(root, path), texts, blocks };
    });
}

function placeTexts(value: unknown, place = ''): PlacedText[] {
  if (typeof value === 'string') return [{ place, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => placeTexts(part, place === '' ? key : `${place}.${key}`));
}
