import type { REST } from 'discord.js';
import { Routes } from 'discord.js';
import { ConnectError } from './connect.ts';
import { inviteLink } from './invite.ts';
import type { Registry } from './registry.ts';

/** Where the last registration went, so that its copies can be taken away when it moves. */
export interface RegistrationMemory {
  /** The server, or undefined for everywhere. */
  find(applicationId: string): Promise<string | undefined>;
  save(applicationId: string, serverId: string | undefined): Promise<void>;
}

export interface RegistrationParts {
  readonly rest: REST;
  readonly applicationId: string;
  /** Register in this one server only; undefined: everywhere. */
  readonly serverId: string | undefined;
  readonly registry: Registry;
  readonly memory: RegistrationMemory;
}

export type RegistrationResult = { readonly kind: 'unchanged' } | { readonly kind: 'registered' };

/**
 * Makes Discord hold exactly our commands, with one bulk request and only when they differ.
 * When the place of registration moved, the copies in the old place are cleared, or members would see each twice.
 * @throws ConnectError when the bot is not in `serverId`; DiscordAPIError when Discord refuses otherwise.
 */
export async function registerCommands(parts: RegistrationParts): Promise<RegistrationResult> {
  const { applicationId, serverId, memory } = parts;
  const same = await bringUpToDate(parts); // First: a wrong server id must not cost the commands that there are.
  await clearFormerPlace(parts);
  await memory.save(applicationId, serverId);
  return { kind: same ? 'unchanged' : 'registered' };
}

/** Returns true when nothing had to be done. */
async function bringUpToDate({ rest, applicationId, serverId, registry }: RegistrationParts): Promise<boolean> {
  const route = commandsRoute(applicationId, serverId);
  const ours = [...registry.values()].map((command) => forPlace(command.data.toJSON(), serverId));
  try {
    const held = (await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })) as unknown[];
    const same = fingerprint(held, serverId) === fingerprint(ours, serverId);
    if (!same) await rest.put(route, { body: ours });
    return same;
  } catch (error) {
    if (serverId === undefined || !isGone(error)) throw error;
    const advice = `Install it there with ${inviteLink(applicationId)} or leave DISCORD_GUILD_ID out.`;
    throw new ConnectError(`The bot is not in the server ${serverId} of DISCORD_GUILD_ID. ${advice}`, { cause: error });
  }
}

async function clearFormerPlace({ rest, applicationId, serverId, memory }: RegistrationParts): Promise<void> {
  const former = await memory.find(applicationId);
  if (serverId === undefined && former !== undefined) await clear(rest, applicationId, former);
  if (serverId !== undefined && former === undefined) await clear(rest, applicationId, undefined);
  if (serverId !== undefined && former !== undefined && former !== serverId) await clear(rest, applicationId, former);
}

async function clear(rest: REST, applicationId: string, serverId: string | undefined): Promise<void> {
  try {
    await rest.put(commandsRoute(applicationId, serverId), { body: [] });
  } catch (error) {
    // The bot is no longer in that server: its copies went with it.
    if (serverId === undefined || !isGone(error)) throw error;
  }
}

/** A server's own commands have no contexts: Discord keeps those for global ones. */
function forPlace(command: object, serverId: string | undefined): object {
  if (serverId === undefined) return command;
  return Object.fromEntries(Object.entries(command).filter(([key]) => !globalOnly.has(key)));
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 50001 || error.code === 10004);
}

function commandsRoute(applicationId: string, serverId: string | undefined): `/${string}` {
  return serverId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, serverId);
}

/** What Discord adds to every command that it stores. */
const addedByDiscord = new Set([
  'id',
  'application_id',
  'version',
  'guild_id',
  'name_localized',
  'description_localized',
]);
/** Kept by Discord for global commands only. */
const globalOnly = new Set(['contexts', 'integration_types', 'dm_permission', 'default_permission']);

/** A text that is equal exactly when two lists of commands mean the same, whatever order and defaults they came with. */
function fingerprint(commands: readonly unknown[], serverId: string | undefined): string {
  const ignored = serverId === undefined ? addedByDiscord : addedByDiscord.union(globalOnly);
  return JSON.stringify(commands.map((command) => withoutDefaults(command, ignored)).sort(byName));
}

function byName(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/** Removes Discord's defaults (null, false, empty lists and objects, chat-input type) and sorts the keys. */
function withoutDefaults(value: unknown, ignored: ReadonlySet<string>, depth = 0): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => withoutDefaults(item, ignored, depth + 1));
    return items.every((item) => typeof item === 'number') ? items.sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([key, part]) => !isDefault(key, part, depth) && !(depth === 0 && ignored.has(key)))
    .map(([key, part]) => [key, withoutDefaults(part, ignored, depth + 1)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept);
}

function isDefault(key: string, value: unknown, depth: number): boolean {
  if (value === null || value === undefined || value === false) return true;
  if (depth === 0 && key === 'type') return value === 1;
  if (depth === 0 && (key === 'dm_permission' || key === 'default_permission')) return value === true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
