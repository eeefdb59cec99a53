import { DiscordAPIError, type REST, RESTJSONErrorCodes, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import type { PlacedMessage, SendOutcome } from '../domain/delivery-port.ts';
import type { PostView } from '../views/post.ts';
import { messageBody } from './post-message.ts';
import type { SendRefusal } from './send-outcome.ts';

interface MessageParts {
  readonly rest: REST;
  /** Resolves when one more request may leave. Whoever calls has waited for the first one already. */
  pace(): Promise<void>;
}

/** A thread that is made from a message has its id. */
export async function startThread(rest: REST, message: PlacedMessage, title: string): Promise<SendOutcome> {
  const { channelId, messageId } = message;
  const body = { name: title, auto_archive_duration: ThreadAutoArchiveDuration.OneWeek };
  await rest.post(Routes.threads(channelId, messageId), { body });
  return { kind: 'sent', ...message };
}

export async function editMessage(parts: MessageParts, message: PlacedMessage, post: PostView): Promise<SendOutcome> {
  const body = messageBody(post);
  await inOpenThread(parts, message, (route) => parts.rest.patch(route, { body }));
  return { kind: 'sent', ...message };
}

export async function deleteMessage(parts: MessageParts, message: PlacedMessage): Promise<SendOutcome> {
  await inOpenThread(parts, message, (route) => parts.rest.delete(route));
  return { kind: 'sent' };
}

/** Nothing can be changed in a thread that is archived. It is opened; Discord archives it again by itself. */
async function inOpenThread(
  { rest, pace }: MessageParts,
  { channelId, messageId }: PlacedMessage,
  change: (route: `/${string}`) => Promise<unknown>,
): Promise<void> {
  const route = Routes.channelMessage(channelId, messageId);
  try {
    await change(route);
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.code !== ARCHIVED) throw error;
    await pace();
    await rest.patch(Routes.channel(channelId), { body: { archived: false } });
    await pace();
    await change(route);
  }
}

const ARCHIVED = RESTJSONErrorCodes.InvalidActionOnArchivedThread;

const locked: SendOutcome = { kind: 'blocked', problem: 'locked-thread' };
const gone: SendOutcome = { kind: 'failed', problem: 'unknown-message' };

/** The rights were looked at before: whoever may not write there all the same is before a thread that is locked. */
export const threadRefusals: SendRefusal = {
  [RESTJSONErrorCodes.UnknownChannel]: { kind: 'failed', problem: 'unknown-thread' },
  [RESTJSONErrorCodes.MissingPermissions]: locked,
  [ARCHIVED]: locked,
  [RESTJSONErrorCodes.ThreadLocked]: locked,
};

export const editRefusals: SendRefusal = { ...threadRefusals, [RESTJSONErrorCodes.UnknownMessage]: gone };

export const removalRefusals: SendRefusal = {
  ...threadRefusals,
  [RESTJSONErrorCodes.UnknownMessage]: { kind: 'sent' },
  [RESTJSONErrorCodes.UnknownChannel]: { kind: 'sent' },
};

export const startRefusals: SendRefusal = {
  [RESTJSONErrorCodes.UnknownMessage]: gone,
  [RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage]: { kind: 'sent' },
};
