import { type APIChannel, type APIMessage, type RawFile, type REST, Routes } from 'discord.js';
import type { DeliveryPort, LookOutcome, PostPlace, RoleOrder, SendOutcome } from '../domain/delivery-port.ts';
import type { PostView } from '../views/post.ts';
import {
  deleteMessage,
  editMessage,
  editRefusals,
  removalRefusals,
  startRefusals,
  startThread,
  threadRefusals,
} from './delivered-messages.ts';
import { lookInChannel, lookInForum } from './look.ts';
import { messageBody, nonceOf, postFiles } from './post-message.ts';
import { createPrivateChats, type PrivateChatParts, type PrivateChats } from './private-chats.ts';
import { outcomeOf, type SendRefusal } from './send-outcome.ts';
import { setServerEvent } from './server-events.ts';

/**
 * `rest`: one of its own, that sends nothing again by itself, see `createDeliveryRest`. Whoever calls `send` has waited
 * for the pace of the first request already.
 */
export interface DeliveryPortParts extends PrivateChatParts {
  /** The bot's own id. */
  botId(): string;
}

export function createDeliveryPort(parts: DeliveryPortParts): DeliveryPort<PostView> {
  const { rest, pace } = parts;
  const chats = createPrivateChats(parts);
  return {
    async send(post, place, key) {
      const files = await postFiles(post); // What cannot be drawn is a mistake of ours.
      const refusals = place.kind === 'thread' ? threadRefusals : undefined;
      return answered(() => send({ rest, chats }, { post, files }, place, key), refusals);
    },
    startThread: (message, title) => answered(() => startThread(rest, message, title), startRefusals),
    edit: (message, post) => answered(() => editMessage({ rest, pace }, message, post), editRefusals),
    remove: (message) => answered(() => deleteMessage({ rest, pace }, message), removalRefusals),
    async look(place, marks, spans) {
      try {
        const look = { rest, pace, botId: parts.botId() };
        if (place.kind === 'forum') return await lookInForum(look, place, marks, spans);
        return await within(chats, place, (channelId) => lookInChannel(look, channelId, marks, spans));
      } catch (error) {
        return lookOutcomeOf(outcomeOf(error));
      }
    },
    setRole: (order) => answered(() => setRole(rest, order), roleRefusals),
    setEvent: (serverId, mark, event) =>
      answered(() => setServerEvent({ rest, pace, botId: parts.botId() }, serverId, mark, event)),
  };
}

/** What it means for a look that it was refused. */
function lookOutcomeOf(refusal: SendOutcome): LookOutcome {
  switch (refusal.kind) {
    case 'blocked':
      // All that stood in a channel went with it.
      return refusal.problem === 'unknown-channel' ? { kind: 'looked', found: new Map() } : refusal;
    case 'failed':
      return { kind: 'refused', problem: refusal.problem };
    case 'not-now':
      return { kind: 'no-answer', waitMs: refusal.waitMs };
    default:
      return { kind: 'no-answer' };
  }
}

/** Turns what a request threw into what it means: none of it is a mistake of ours. */
async function answered(work: () => Promise<SendOutcome>, refusals?: SendRefusal): Promise<SendOutcome> {
  try {
    return await work();
  } catch (error) {
    return outcomeOf(error, refusals);
  }
}

async function send(
  { rest, chats }: { readonly rest: REST; readonly chats: PrivateChats },
  { post, files }: { readonly post: PostView; readonly files: RawFile[] },
  place: PostPlace,
  key: string,
): Promise<SendOutcome> {
  const message = messageBody(post);
  if (place.kind === 'forum') {
    const body = { name: post.title, message, ...(place.tagId === undefined ? {} : { applied_tags: [place.tagId] }) };
    const thread = (await rest.post(Routes.threads(place.channelId), { body, files })) as APIChannel;
    return { kind: 'sent', channelId: thread.id, messageId: thread.id }; // A thread and its first message share an id.
  }
  const body = { ...message, nonce: nonceOf(key), enforce_nonce: true };
  return within(chats, place, async (channelId) => {
    const { id } = (await rest.post(Routes.channelMessages(channelId), { body, files })) as APIMessage;
    return { kind: 'sent', channelId, messageId: id };
  });
}

/** Does something in the channel of a place; a private chat may have to be opened for it. */
function within<Result>(
  chats: PrivateChats,
  place: Exclude<PostPlace, { kind: 'forum' }>,
  work: (channelId: string) => Promise<Result>,
): Promise<Result> {
  return place.kind === 'private' ? chats.within(place, work) : work(place.channelId);
}

async function setRole(rest: REST, { serverId, userId, roleId, has }: RoleOrder): Promise<SendOutcome> {
  const route = Routes.guildMemberRole(serverId, userId, roleId);
  await (has ? rest.put(route) : rest.delete(route));
  return { kind: 'sent' };
}

/** Whoever is gone, or a role that is gone or stands too high, needs nothing more: it is settled with a reason. */
const roleRefusals: SendRefusal = {
  10007: { kind: 'failed', problem: 'refused' },
  10011: { kind: 'failed', problem: 'refused' },
  50013: { kind: 'failed', problem: 'missing-permission' },
};
