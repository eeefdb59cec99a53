import type { Inline } from './nodes.ts';

/** Where the runs of backticks stand, by their length. Positions ascend. */
export type CodeRuns = ReadonlyMap<number, { readonly positions: readonly number[]; next: number }>;

interface Found {
  readonly node: Inline;
  readonly end: number;
}

const language = /^([a-z0-9_+\-.#]{1,50})\n/i;

export function codeRunsOf(text: string): CodeRuns {
  const runs = new Map<number, { positions: number[]; next: number }>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = runs.get(run.length);
    if (known) known.positions.push(index);
    else runs.set(run.length, { positions: [index], next: 0 });
  }
  return runs;
}

/** The code that starts at a backtick, or else the backticks. Must be asked with ascending `at`. */
export function codeAt(text: string, at: number, runs: CodeRuns): Found {
  let end = at;
  while (text[end] === '`') end += 1;
  const length = end - at;
  const code = (length >= 3 ? blockAt(text, at) : undefined) ?? spanAt(text, at, length, runs);
  return code ?? { node: { kind: 'plain', text: text.slice(at, end) }, end };
}

function blockAt(text: string, at: number): Found | undefined {
  const close = text.indexOf('```', at + 3);
  if (close < 0) return undefined;
  const inside = text.slice(at + 3, close);
  const label = language.exec(inside)?.[1] ?? '';
  const code = (label ? inside.slice(label.length) : inside).replace(/^\n+/, '').trimEnd();
  if (code === '') return undefined;
  // The block ends its line by itself.
  const end = text[close + 3] === '\n' ? close + 4 : close + 3;
  return { node: { kind: 'codeBlock', text: code, language: label }, end };
}

function spanAt(text: string, at: number, length: number, runs: CodeRuns): Found | undefined {
  const same = runs.get(length);
  if (!same) return undefined;
  while ((same.positions[same.next] ?? Number.POSITIVE_INFINITY) <= at) same.next += 1;
  const close = same.positions[same.next];
  if (close === undefined) return undefined;
  // A space lets code begin or end with a backtick: `` ` ``.
  const code = text
    .slice(at + length, close)
    .replace(/^ (?= *`)/, '')
    .replace(/(` *) $/, '$1');
  return { node: { kind: 'code', text: code }, end: close + length };
}
