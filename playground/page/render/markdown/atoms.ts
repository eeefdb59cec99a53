import type { Inline } from './nodes.ts';

interface Found {
  readonly node: Inline;
  readonly end: number;
}

const angled =
  /<(?:@!?(?<user>\d{1,20})|@&(?<role>\d{1,20})|#(?<channel>\d{1,20})|\/(?<command>[^<>:\n]{1,100}):\d{1,20}|a?:(?<emoji>\w{1,64}):\d{1,20}|t:(?<unix>-?\d{1,17})(?::(?<style>[tTdDfFRsS]))?|(?<url>https?:\/\/[^\s<>]{1,2048}))>/iy;
const everyone = /@(?:everyone|here)/y;
const shrug = '¯\\_(ツ)_/¯';
// Up to a spoiler's end, the end of a masked link's words, or a space.
const bare = /https?:\/\/(?:(?!\|\||\]\()[^\s<>]){1,2048}/y;

/** What starts at `at` and has no Markdown inside: a mention, an emoji, a moment, an address. */
export function atomAt(text: string, at: number): Found | undefined {
  const character = text[at];
  if (character === '<') return angledAt(text, at);
  if (character === 'h') return addressAt(text, at);
  if (character === '@') return everyoneAt(text, at);
  return text.startsWith(shrug, at) ? { node: { kind: 'plain', text: shrug }, end: at + shrug.length } : undefined;
}

function angledAt(text: string, at: number): Found | undefined {
  angled.lastIndex = at;
  const match = angled.exec(text);
  const node = match && nodeOf(match[0], match.groups ?? {});
  return node ? { node, end: at + match[0].length } : undefined;
}

function nodeOf(source: string, groups: Record<string, string | undefined>): Inline | undefined {
  const { user, role, channel, command, emoji, unix, style, url } = groups;
  if (user) return { kind: 'user', id: user };
  if (role) return { kind: 'role', id: role };
  if (channel) return { kind: 'channel', id: channel };
  if (command) return { kind: 'command', name: command };
  if (emoji) return { kind: 'emoji', name: emoji };
  if (unix) return { kind: 'time', unix: Number(unix), style: style ?? 'f', source };
  return url ? linkTo(url) : undefined;
}

function everyoneAt(text: string, at: number): Found | undefined {
  everyone.lastIndex = at;
  const match = everyone.exec(text);
  return match ? { node: { kind: 'everyone', text: match[0] }, end: at + match[0].length } : undefined;
}

function addressAt(text: string, at: number): Found | undefined {
  if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) return undefined;
  bare.lastIndex = at;
  const match = bare.exec(text);
  if (!match) return undefined;
  const url = withoutSentence(match[0]);
  return /:\/\/./.test(url) ? { node: linkTo(url), end: at + url.length } : undefined;
}

/** An address without the signs of the sentence that it ends; a closing parenthesis stays when it has a partner. */
function withoutSentence(url: string): string {
  let open = url.split('(').length - url.split(')').length;
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url[end - 1] ?? '';
    if (last === ')' && open < 0) open += 1;
    else if (!/[.,:;"'!?*_~|\]]/.test(last)) break;
  }
  return url.slice(0, end);
}

function linkTo(url: string): Inline {
  return { kind: 'link', url, children: [{ kind: 'plain', text: url }] };
}
