import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Dispatch } from './gateway-events.ts';

/** Gateway opcodes (docs: Opcodes and Status Codes). */
export const opcodes = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presenceUpdate: 3,
  voiceStateUpdate: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** So many events are kept for a resume. */
const kept = 1_000;

export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  /** Undefined while the connection is lost; events are kept meanwhile. */
  socket: WebSocket | undefined;
  sequence: number;
  readonly sent: { readonly sequence: number; readonly text: string }[];
}

export function createSession(socket: WebSocket, intents: number, shard: readonly [number, number]): Session {
  return { id: randomBytes(16).toString('hex'), intents, shard, socket, sequence: 0, sent: [] };
}

/** Sends an event, or keeps it for a resume. `text` is the data as JSON. */
export function sendEvent(session: Session, name: string, text: string): void {
  session.sequence += 1;
  const whole = `{"op":0,"t":"${name}","s":${session.sequence},"d":${text}}`;
  session.sent.push({ sequence: session.sequence, text: whole });
  if (session.sent.length > kept) session.sent.shift();
  session.socket?.send(whole);
}

/** Does this session want and may it hear this event? Servers are spread over shards by their id (docs: Sharding). */
export function hears(session: Session, { intent, serverId }: Dispatch): boolean {
  if (intent !== 0 && !(session.intents & intent)) return false;
  return isOnShard(session, serverId);
}

export function isOnShard({ shard: [index, count] }: Session, serverId: string | null): boolean {
  return serverId === null ? index === 0 : Number((BigInt(serverId) >> 22n) % BigInt(count)) === index;
}

/** Sends again what came after `sequence`. False when too much was forgotten. */
export function replay(session: Session, socket: WebSocket, sequence: number): boolean {
  const first = session.sent[0]?.sequence ?? session.sequence + 1;
  if (sequence > session.sequence || sequence < first - 1) return false;
  session.socket = socket;
  for (const event of session.sent) if (event.sequence > sequence) socket.send(event.text);
  return true;
}

/** Sends a frame that is no event. */
export function send(socket: WebSocket, op: number, d: unknown): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}
