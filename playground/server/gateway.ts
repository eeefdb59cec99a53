import type { Server as HttpServer } from 'node:http';
import { WebSocketServer } from 'ws';
import type { WorldEvents } from '../world/events.ts';
import type { World } from '../world/world.ts';
import { type Dispatch, translations } from './gateway-events.ts';
import { type Identify, identify, type Resume, refuse, resume } from './gateway-login.ts';
import type { Connection, Gateway, GatewayParts } from './gateway-parts.ts';
import { hears, opcodes, send, sendEvent } from './gateway-session.ts';

interface Frame {
  readonly op: number;
  readonly d: unknown;
}

/** Discord's gateway v10 on the HTTP server's port (docs: Gateway). JSON only, no compression. */
export function attachGateway(server: HttpServer, parts: GatewayParts): Gateway {
  const sockets = new WebSocketServer({ server });
  const gateway: Gateway = {
    sessions: new Map(),
    offline: false,
    isConnected: () => [...gateway.sessions.values()].some(({ socket }) => socket !== undefined),
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
  sockets.on('connection', (socket) => {
    if (gateway.offline) {
      socket.terminate();
      return;
    }
    const connection: Connection = { socket, session: undefined };
    socket.on('message', (raw) => receive(parts, gateway, connection, String(raw)));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (connection.session?.socket === socket) connection.session.socket = undefined;
    });
    send(socket, opcodes.hello, { heartbeat_interval: parts.heartbeatMs });
  });
  for (const name of Object.keys(translations) as (keyof WorldEvents)[]) passOn(parts.world, gateway, name);
  return gateway;
}

function passOn<Name extends keyof WorldEvents>(world: World, gateway: Gateway, name: Name): void {
  const translate = translations[name];
  if (!translate) return;
  world.events.on(name, (payload) => {
    if (gateway.sessions.size === 0) return;
    const event = translate(world, payload);
    if (event) broadcast(world, gateway, event);
  });
}

/** During an outage a server is silent, but for the news of the outage and its end. */
function broadcast(world: World, gateway: Gateway, event: Dispatch): void {
  const server = world.servers.get(event.serverId ?? '');
  if (server?.unavailable && event.name !== 'GUILD_DELETE') return;
  if (server && !server.members.has(world.application.botId) && event.name !== 'GUILD_DELETE') return;
  const text = JSON.stringify(event.data);
  for (const session of gateway.sessions.values()) if (hears(session, event)) sendEvent(session, event.name, text);
}

function receive(parts: GatewayParts, gateway: Gateway, connection: Connection, raw: string): void {
  const { socket, session } = connection;
  const frame = parse(raw);
  if (!frame) refuse(socket, 4002, 'Decode error.');
  else if (frame.op === opcodes.heartbeat) send(socket, opcodes.heartbeatAck, undefined);
  else if (frame.op === opcodes.identify) identify(parts, gateway, connection, frame.d as Identify);
  else if (frame.op === opcodes.resume) resume(parts, gateway, connection, frame.d as Resume);
  else if (!accepted.includes(frame.op)) refuse(socket, 4001, 'Unknown opcode.');
  else if (!session) refuse(socket, 4003, 'Not authenticated.');
}

/** Sendable without effect here: presence, voice state, request for members. */
const accepted: readonly number[] = [opcodes.presenceUpdate, opcodes.voiceStateUpdate, opcodes.requestMembers];

function parse(raw: string): Frame | undefined {
  try {
    return JSON.parse(raw) as Frame;
  } catch {
    return undefined;
  }
}
