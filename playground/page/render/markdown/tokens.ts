import { atomAt } from './atoms.ts';
import type { CodeRuns } from './code-runs.ts';
import { codeAt, codeRunsOf } from './code-runs.ts';
import type { Inline } from './nodes.ts';

/** A run of one of the characters that mark text, still to be paired. */
export interface MarkToken {
  readonly kind: 'mark';
  readonly character: string;
  readonly length: number;
  /** A single star or underscore opens only before, and closes only after, something that is no space. */
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
}

export type Token =
  | { readonly kind: 'node'; readonly node: Inline; readonly source: string }
  | MarkToken
  | { readonly kind: 'open' }
  | { readonly kind: 'bracket' }
  /** `](…)`, the end of a masked link, with what stands in its parentheses; `url` is null when it is no web address. */
  | { readonly kind: 'close'; readonly source: string; readonly url: string | null };

interface Found {
  readonly token: Token;
  readonly end: number;
}

const special = /[\\`<@*_~|[\]h¯]/g;
const linkEnd =
  /\]\(\s{0,9}<?([^\s<>()]{1,2000}(?:\([^\s<>()]{0,500}\)[^\s<>()]{0,500}){0,9})>?(?:\s{1,9}"[^"\n]{0,500}")?\s{0,9}\)/y;
const webAddress = /^https?:\/\/[^\s/]/i;

/** Cuts a text at everything that means something. Runs once over the text, whatever stands in it. */
export function tokensOf(text: string): Token[] {
  const runs = codeRunsOf(text);
  const tokens: Token[] = [];
  let plainFrom = 0;
  let at = nextSpecial(text, 0);
  while (at < text.length) {
    const found = tokenAt(text, at, runs);
    if (!found) {
      at = nextSpecial(text, at + 1);
      continue;
    }
    if (at > plainFrom) tokens.push(plain(text.slice(plainFrom, at)));
    tokens.push(found.token);
    plainFrom = found.end;
    at = nextSpecial(text, found.end);
  }
  if (plainFrom < text.length) tokens.push(plain(text.slice(plainFrom)));
  return tokens;
}

function nextSpecial(text: string, from: number): number {
  special.lastIndex = from;
  return special.exec(text)?.index ?? text.length;
}

function plain(text: string): Token {
  return { kind: 'node', node: { kind: 'plain', text }, source: text };
}

function tokenAt(text: string, at: number, runs: CodeRuns): Found | undefined {
  const character = text[at] ?? '';
  switch (character) {
    case '\\':
      return escapeAt(text, at);
    case '`':
      return nodeFound(text, at, codeAt(text, at, runs));
    case '*':
    case '_':
    case '~':
    case '|':
      return markAt(text, at, character);
    case '[':
      return { token: { kind: 'open' }, end: at + 1 };
    case ']':
      return linkEndAt(text, at);
    default:
      return nodeFound(text, at, atomAt(text, at));
  }
}

function nodeFound(text: string, at: number, found: { node: Inline; end: number } | undefined): Found | undefined {
  if (!found) return undefined;
  return { token: { kind: 'node', node: found.node, source: text.slice(at, found.end) }, end: found.end };
}

/** A backslash takes the meaning of the sign after it; before letters, digits and spaces it is itself. */
function escapeAt(text: string, at: number): Found | undefined {
  const next = String.fromCodePoint(text.codePointAt(at + 1) ?? 32);
  if (/[\p{L}\p{N}\s]/u.test(next)) return undefined;
  return { token: plain(next), end: at + 1 + next.length };
}

function markAt(text: string, at: number, character: string): Found | undefined {
  let end = at;
  while (text[end] === character) end += 1;
  const length = end - at;
  if ((character === '~' || character === '|') && length < 2) return undefined;
  const before = text[at - 1] ?? ' ';
  const after = text[end] ?? ' ';
  const inWord = (one: string) => character === '_' && /[\p{L}\p{N}_]/u.test(one);
  return {
    token: {
      kind: 'mark',
      character,
      length,
      mayOpen: !/\s/.test(after) && !inWord(before),
      mayClose: !/\s/.test(before) && !inWord(after),
    },
    end,
  };
}

function linkEndAt(text: string, at: number): Found {
  linkEnd.lastIndex = at;
  const match = linkEnd.exec(text);
  if (!match) return { token: { kind: 'bracket' }, end: at + 1 };
  const url = match[1] ?? '';
  return {
    token: { kind: 'close', source: match[0], url: webAddress.test(url) ? url : null },
    end: at + match[0].length,
  };
}
