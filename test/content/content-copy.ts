import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ContentError, type ContentProblem } from '../../src/content/content-problem.ts';
import { loadContent } from '../../src/content/load-content.ts';
import type { ContentSource } from '../../src/domain/content-source.ts';
import { freshFolder } from '../support/folder.ts';
import { contentFolder } from './content-files.ts';

/** The real content in a folder of its own, to be changed by an author who makes mistakes. */
export interface ContentCopy {
  /** Replaces the first place where `old` stands in a file. Throws where it does not stand. */
  change(file: string, old: string | RegExp, text: string): void;
  write(file: string, text: string): void;
  remove(file: string): void;
  read(file: string): string;
  /** Line and column of the first place where `text` stands in a file, counted from 1 as editors do. */
  placeOf(file: string, text: string): { readonly file: string; readonly line: number; readonly column: number };
  load(languages?: readonly string[]): ContentSource;
  /** What the loader has against it. Throws when it has nothing. */
  problems(languages?: readonly string[]): readonly ContentProblem[];
}

export function copyContent(): ContentCopy {
  const root = freshFolder().path;
  cpSync(contentFolder, root, { recursive: true });
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const load = (languages?: readonly string[]) => loadContent(root, languages);
  return {
    read,
    write,
    load,
    remove: (file) => rmSync(join(root, file)),
    change: (file, old, text) => {
      const before = read(file);
      const after = before.replace(old, () => text);
      if (after === before) throw new Error(`${file} holds no ${old}`);
      write(file, after);
    },
    placeOf: (file, text) => {
      const before = read(file).split(text)[0] ?? '';
      if (before === read(file)) throw new Error(`${file} holds no ${text}`);
      const lines = before.split('\n');
      return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    },
    problems: (languages) => {
      try {
        load(languages);
      } catch (error) {
        if (error instanceof ContentError) return error.problems;
        throw error;
      }
      throw new Error('The content was loaded without a complaint');
    },
  };
}
