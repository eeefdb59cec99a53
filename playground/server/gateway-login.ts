import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { guildCreateJson } from '../payloads/guild.ts';
import { userJson } from '../payloads/people.ts';
import type { World } from '../world/world.ts';
import type { Connection, Gateway, GatewayParts } from './gateway-parts.ts';
import { createSession, isOnShard, opcodes, replay, type Session, send, sendEvent } from './gateway-session.ts';
import { intents as intentBits, knownIntents, privilegedIntents } from './intents.ts';

/** Closes a connection with one of Discord's codes (docs: Opcodes and Status Codes, Gateway Close Event Codes). */
export function refuse(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
}

export interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly shard?: readonly [number, number];
}

export function identify(parts: GatewayParts, gateway: Gateway, connection: Connection, given: Identify): void {
  const { socket } = connection;
  const refusal = whyRefused(parts, connection, given);
  if (refusal) {
    refuse(socket, ...refusal);
    return;
  }
  const session = createSession(socket, given.intents, given.shard ?? [0, 1]);
  // A bot that starts anew does not come back to its lost sessions.
  for (const [id, old] of gateway.sessions) if (!old.socket) gateway.sessions.delete(id);
  connection.session = session;
  gateway.sessions.set(session.id, session);
  greet(parts.world, session).catch(() => socket.terminate());
}

function whyRefused(parts: GatewayParts, { session }: Connection, given: Identify): [number, string] | undefined {
  if (session) return [4005, 'Already authenticated.'];
  if (!isToken(parts, given.token)) return [4004, 'Authentication failed.'];
  if (!Number.isInteger(given.intents) || given.intents & ~knownIntents) return [4013, 'Invalid intent(s).'];
  if (given.intents & privilegedIntents & ~parts.allowedIntents) return [4014, 'Disallowed intent(s).'];
  return undefined;
}

function isToken({ token }: GatewayParts, given: unknown): boolean {
  return typeof given === 'string' && given.replace(/^Bot /, '') === token;
}

/** READY, then each server, a few at a time so that thousands do not block the playground. */
async function greet(world: World, session: Session): Promise<void> {
  const bot = world.users.get(world.application.botId);
  const servers = [...world.servers.values()].filter(
    (server) => server.members.has(world.application.botId) && isOnShard(session, server.id),
  );
  const ready = {
    v: 10,
    user: bot ? { ...userJson(bot), email: null, flags: 0, mfa_enabled: false, verified: true } : null,
    guilds: servers.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: world.fileUrl.replace(/^http/, 'ws'),
    shard: session.shard,
    private_channels: [],
    relationships: [],
    presences: [],
    application: { id: world.application.id, flags: 0 },
    _trace: [],
  };
  sendEvent(session, 'READY', JSON.stringify(ready));
  if (!(session.intents & intentBits.guilds)) return;
  for (const [index, server] of servers.entries()) {
    if (!server.unavailable) sendEvent(session, 'GUILD_CREATE', JSON.stringify(guildCreateJson(world, server)));
    if (index % 50 === 49) await nextTurn();
  }
}

export interface Resume {
  readonly token: string;
  readonly session_id: string;
  readonly seq: number;
}

export function resume(parts: GatewayParts, gateway: Gateway, connection: Connection, given: Resume): void {
  const { socket } = connection;
  if (!isToken(parts, given.token)) {
    refuse(socket, 4004, 'Authentication failed.');
    return;
  }
  const session = gateway.sessions.get(given.session_id);
  if (!session || !replay(session, socket, given.seq)) {
    send(socket, opcodes.invalidSession, false);
    return;
  }
  connection.session = session;
  sendEvent(session, 'RESUMED', JSON.stringify({ _trace: [] }));
}
