import type { Clock } from './clock.ts';
import { createEmitter, type Emitter } from './emitter.ts';
import type { WorldEvents } from './events.ts';
import type { Channel, Command, Interaction, Message, Server, User } from './model.ts';
import { createSnowflakes } from './snowflake.ts';

/** Milliseconds. Discord's own unless a test shortens them. */
export interface Limits {
  /** Until the first answer to an interaction (docs: Receiving and Responding, 3 seconds). */
  readonly answerMs: number;
  /** Life of an interaction token (15 minutes). */
  readonly tokenMs: number;
  /** How long a nonce is remembered ("a few minutes"). */
  readonly nonceMs: number;
}

export const discordLimits: Limits = { answerMs: 3_000, tokenMs: 900_000, nonceMs: 300_000 };

export interface StoredFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface World {
  readonly clock: Clock;
  limits: Limits;
  readonly events: Emitter<WorldEvents>;
  nextId(): string;
  readonly application: {
    readonly id: string;
    readonly name: string;
    readonly botId: string;
    readonly ownerId: string;
  };
  /** Where files are served, without a slash at the end. Set when the port is known. */
  fileUrl: string;
  readonly users: Map<string, User>;
  readonly servers: Map<string, Server>;
  /** Every channel, thread and private chat. */
  readonly channels: Map<string, Channel>;
  /** The bot's private chats by person. */
  readonly privateChats: Map<string, Channel>;
  readonly messages: Map<string, Message>;
  readonly commands: Map<string, Command>;
  readonly interactions: Map<string, Interaction>;
  readonly interactionsByToken: Map<string, Interaction>;
  readonly files: Map<string, StoredFile>;
}

export interface WorldOptions {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly botName: string;
}

/** An empty Discord with one application and its bot. */
export function createWorld({ clock, limits, botName }: WorldOptions): World {
  const nextId = createSnowflakes(clock);
  const applicationId = nextId();
  // A bot made today has the id of its application.
  const bot = aUser(applicationId, botName, true);
  const owner = aUser(nextId(), 'Host', false);
  return {
    clock,
    limits,
    nextId,
    events: createEmitter<WorldEvents>(),
    application: { id: applicationId, name: botName, botId: bot.id, ownerId: owner.id },
    fileUrl: '',
    users: new Map([bot, owner].map((user) => [user.id, user])),
    servers: new Map(),
    channels: new Map(),
    privateChats: new Map(),
    messages: new Map(),
    commands: new Map(),
    interactions: new Map(),
    interactionsByToken: new Map(),
    files: new Map(),
  };
}

function aUser(id: string, name: string, bot: boolean): User {
  return { id, name, bot, locale: 'en-US', timeZone: 'UTC', acceptsPrivateMessages: true };
}

/** Adds a person to Discord (to no server yet). */
export function createUser(world: World, name: string, more: Partial<Omit<User, 'id' | 'bot' | 'name'>> = {}): User {
  const user = { ...aUser(world.nextId(), name, false), ...more };
  world.users.set(user.id, user);
  return user;
}
