import { type APIChannel, DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { PostPlace } from '../domain/delivery-port.ts';

export interface PrivateChatParts {
  readonly rest: REST;
  /** Resolves when one more request may leave. */
  pace(): Promise<void>;
  /** Resolves when one more private chat may be opened: Discord allows fewer of them. */
  pacePrivately(): Promise<void>;
}

export interface PrivateChats {
  /**
   * Does something in a private chat. Where it is known, nothing is asked; a known one that Discord does not know any
   * more is opened anew. @throws what the work throws, and what Discord says about opening it.
   */
  within<Result>(
    place: Extract<PostPlace, { kind: 'private' }>,
    work: (channelId: string) => Promise<Result>,
  ): Promise<Result>;
}

/** Discord asks for rest: too many chats were opened. */
const TOO_MANY = 40_003;

export function createPrivateChats({ rest, pace, pacePrivately }: PrivateChatParts): PrivateChats {
  let newestRefusal: DiscordAPIError | undefined;
  /** Opening one that is there already gives that one. Whoever waits behind somebody refused is refused with them. */
  const open = async (userId: string): Promise<string> => {
    const before = newestRefusal;
    await pacePrivately();
    if (newestRefusal && newestRefusal !== before) throw newestRefusal;
    try {
      const chat = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as APIChannel;
      return chat.id;
    } catch (error) {
      if (error instanceof DiscordAPIError && error.code === TOO_MANY) newestRefusal = error;
      throw error;
    }
  };
  return {
    async within({ userId, channelId }, work) {
      if (channelId === undefined) return work(await open(userId));
      try {
        return await work(channelId);
      } catch (error) {
        if (!isUnknown(error)) throw error;
        const opened = await open(userId);
        await pace();
        return work(opened);
      }
    },
  };
}

function isUnknown(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownChannel;
}
