import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isPair, isScalar, LineCounter, parse, parseDocument, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import type { ContentProblem } from './content-problem.ts';

/** A content file that fits its schema. */
export interface YamlFile<Value> {
  /** Path below the content folder. */
  readonly file: string;
  readonly value: Value;
  /** A problem at the place of `path` in this file. */
  problemAt(path: readonly PropertyKey[], message: string): ContentProblem;
}

/** Where `problems` are collected, so that an author sees all of them at once. */
export class YamlFolder {
  readonly #root: string;
  readonly problems: ContentProblem[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  has(file: string): boolean {
    return existsSync(join(this.#root, file));
  }

  /** The names of all YAML files below a folder, however deep; none where there is no such folder. */
  list(folder: string): string[] {
    const path = join(this.#root, folder);
    if (!existsSync(path)) return [];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
    return names.map((name) => name.replaceAll('\\', '/')).filter((name) => /\.ya?ml$/.test(name));
  }

  /** Reads and checks a file. Undefined where it does not fit; the problems then say why. */
  read<Value>(file: string, schema: z.ZodType<Value>): YamlFile<Value> | undefined {
    if (!this.has(file)) {
      this.problems.push({ file, line: 1, column: 1, message: 'this file is missing' });
      return undefined;
    }
    const text = readFileSync(join(this.#root, file), 'utf8');
    const value = this.#parse(file, text);
    if (value === undefined) return undefined;
    const problemAt = (path: readonly PropertyKey[], message: string) => ({ file, message, ...locate(text, path) });
    const parsed = schema.safeParse(value);
    if (parsed.success) return { file, value: parsed.data, problemAt };
    this.problems.push(...parsed.error.issues.map((issue) => problemAt(placeOf(issue), describe(issue))));
    return undefined;
  }

  #parse(file: string, text: string): unknown {
    try {
      return parse(text) ?? {};
    } catch (error) {
      if (!(error instanceof YAMLParseError)) throw error;
      const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
      this.problems.push({ file, line, column: col, message: error.message.split('\n')[0] ?? error.code });
      return undefined;
    }
  }
}

/** An unknown key is reported at the key itself, not at the map around it. */
function placeOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  const [key] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return key === undefined ? issue.path : [...issue.path, key];
}

function describe(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}

/** Line and column of the deepest part of `path` that there is; the whole file is parsed anew, for this is rare. */
function locate(text: string, path: readonly PropertyKey[]): { readonly line: number; readonly column: number } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  let offset = document.contents?.range?.[0] ?? 0;
  let node: unknown = document.contents;
  for (const key of path) {
    const next = childOf(node, key);
    if (!next) break;
    offset = next.offset;
    node = next.node;
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

interface Child {
  readonly offset: number;
  readonly node: unknown;
}

function childOf(node: unknown, key: PropertyKey): Child | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
    const range = pair && isScalar(pair.key) ? pair.key.range : undefined;
    return range ? { offset: range[0], node: pair?.value } : undefined;
  }
  if (typeof node !== 'object' || node === null || !('items' in node) || !Array.isArray(node.items)) return undefined;
  const item: unknown = node.items[Number(key)];
  if (typeof item !== 'object' || item === null || !('range' in item) || !Array.isArray(item.range)) return undefined;
  return { offset: Number(item.range[0]), node: item };
}
