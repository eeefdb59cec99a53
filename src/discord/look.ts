import {
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIThreadChannel,
  type REST,
  Routes,
} from 'discord.js';
import type { LookOutcome, LookSpan, PlacedMessage, PostPlace } from '../domain/delivery-port.ts';
import { parseCustomId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { isGone } from './gone.ts';

export interface LookParts {
  readonly rest: REST;
  readonly pace: () => Promise<void>;
  readonly botId: string;
}

/** Discord's most on one page. */
const PAGE = 100;

/** Looks through the bot's own messages of these spans, until all marks are found. */
export async function lookInChannel(
  parts: LookParts,
  channelId: string,
  marks: readonly string[],
  spans: readonly LookSpan[],
): Promise<LookOutcome> {
  const found = new Map<string, PlacedMessage>();
  for (const span of spans) {
    for await (const message of messagesOf(parts, channelId, span)) {
      if (message.author.id === parts.botId) note(found, marks, message);
    }
    if (found.size === marks.length) break;
  }
  return { kind: 'looked', found };
}

async function* messagesOf({ rest, pace }: LookParts, channelId: string, span: LookSpan): AsyncGenerator<APIMessage> {
  const end = span.to && idAt(span.to.add({ milliseconds: 2 * SKEW }));
  for (let after = idAt(span.from); end === undefined || after < end; ) {
    await pace();
    const query = new URLSearchParams({ after: String(after), limit: String(PAGE) });
    const page = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
    yield* page;
    if (page.length < PAGE) return;
    after = newestOf(page);
  }
}

/** A post of a forum is a thread of the bot's own, and its first message has the thread's id. */
export async function lookInForum(
  parts: LookParts,
  { serverId, channelId }: Extract<PostPlace, { kind: 'forum' }>,
  marks: readonly string[],
  spans: readonly LookSpan[],
): Promise<LookOutcome> {
  const found = new Map<string, PlacedMessage>();
  const isWanted = ({ id, owner_id, parent_id }: APIThreadChannel) =>
    owner_id === parts.botId && parent_id === channelId && spans.some((span) => isWithin(BigInt(id), span));
  for await (const thread of threadsOf(parts, serverId, channelId, spans)) {
    if (found.size === marks.length) break;
    if (!isWanted(thread)) continue;
    const starter = await findStarter(parts, thread.id);
    if (starter) note(found, marks, starter);
  }
  return { kind: 'looked', found };
}

/** The first message of a thread. Undefined where somebody deleted it, or the thread: it is not what is looked for. */
async function findStarter({ rest, pace }: LookParts, threadId: string): Promise<APIMessage | undefined> {
  await pace();
  try {
    return (await rest.get(Routes.channelMessage(threadId, threadId))) as APIMessage;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Those that are open, then those that are archived, the latest first, back to the beginning of the spans. */
async function* threadsOf(
  { rest, pace }: LookParts,
  serverId: string,
  forumId: string,
  spans: readonly LookSpan[],
): AsyncGenerator<APIThreadChannel> {
  await pace();
  const active = (await rest.get(Routes.guildActiveThreads(serverId))) as ThreadList;
  yield* active.threads;
  const begin = Math.min(...spans.map(({ from }) => from.epochMilliseconds)) - SKEW;
  let before: string | undefined;
  for (;;) {
    await pace();
    const query = new URLSearchParams({ limit: String(PAGE), ...(before === undefined ? {} : { before }) });
    const page = (await rest.get(Routes.channelThreads(forumId, 'public'), { query })) as ThreadList;
    yield* page.threads;
    before = page.threads.at(-1)?.thread_metadata?.archive_timestamp;
    // A thread is archived after it was made: what was archived before the span began cannot be in it.
    if (!page.has_more || before === undefined || Date.parse(before) < begin) return;
  }
}

interface ThreadList {
  readonly threads: readonly APIThreadChannel[];
  readonly has_more?: boolean;
}

function note(found: Map<string, PlacedMessage>, marks: readonly string[], message: APIMessage): void {
  const carried = marksOn(message.components ?? []);
  for (const mark of marks) {
    if (carried.has(mark)) found.set(mark, { channelId: message.channel_id, messageId: message.id });
  }
}

/** A notice about a post carries that post's key in these, and is not the post. */
const decisions: readonly string[] = ['post-it', 'it-is-there'];

function marksOn(rows: readonly APIMessageTopLevelComponent[]): Set<string> {
  const controls = rows.flatMap((row): readonly object[] => ('components' in row ? row.components : []));
  const ids = controls.flatMap((control) =>
    'custom_id' in control ? (parseCustomId(String(control.custom_id)) ?? []) : [],
  );
  return new Set(ids.filter(({ control }) => !decisions.includes(control)).flatMap(({ args }) => args));
}

function isWithin(id: bigint, { from, to }: LookSpan): boolean {
  return id >= idAt(from) && (to === undefined || id < idAt(to.add({ milliseconds: 2 * SKEW })));
}

/** Discord's ids count milliseconds from the first second of 2015. */
const DISCORD_EPOCH = 1_420_070_400_000;

/** Between Discord's clock and ours, in milliseconds. */
const SKEW = 60_000;

/** An id that is lower than any made since this moment, also when our clock is a little ahead of Discord's. */
function idAt(moment: Temporal.Instant): bigint {
  return BigInt(Math.max(moment.epochMilliseconds - SKEW - DISCORD_EPOCH, 0)) << 22n;
}

function newestOf(page: readonly APIMessage[]): bigint {
  return page.map(({ id }) => BigInt(id)).reduce((one, other) => (one > other ? one : other));
}
