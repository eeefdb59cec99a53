import type { WebSocket } from 'ws';
import type { Gateway } from '../server/gateway-parts.ts';
import { opcodes, send } from '../server/gateway-session.ts';
import type { RestParts } from '../server/rest.ts';

export interface ConnectionControls {
  /** Breaks the bot's gateway connection; it may resume. With `forget`, the session is gone and a resume fails. */
  disconnect(options?: { readonly code?: number; readonly forget?: boolean }): void;
  /** Asks the bot to connect anew (opcode 7). */
  requestReconnect(): void;
  /** Declares the session invalid (opcode 9). */
  invalidateSession(resumable?: boolean): void;
  /** Asks for a heartbeat now (opcode 1). */
  requestHeartbeat(): void;
  /** While true, Discord is down: every request and connection is cut off. */
  setOffline(offline: boolean): void;
  /** Is a bot connected to the gateway? */
  isConnected(): boolean;
}

export function connectionControls(rest: RestParts, gateway: Gateway): ConnectionControls {
  const sockets = () => [...gateway.sessions.values()].flatMap(({ socket }) => socket ?? []);
  const cut = (socket: WebSocket, code: number | undefined) =>
    code === undefined ? socket.terminate() : socket.close(code);
  const disconnect: ConnectionControls['disconnect'] = ({ code, forget = false } = {}) => {
    for (const socket of sockets()) cut(socket, code);
    for (const session of gateway.sessions.values()) session.socket = undefined;
    if (forget) gateway.sessions.clear();
  };
  return {
    disconnect,
    requestReconnect() {
      for (const socket of sockets()) send(socket, opcodes.reconnect, null);
    },
    invalidateSession(resumable = false) {
      for (const socket of sockets()) send(socket, opcodes.invalidSession, resumable);
      if (!resumable) gateway.sessions.clear();
    },
    requestHeartbeat() {
      for (const socket of sockets()) send(socket, opcodes.heartbeat, null);
    },
    setOffline(offline) {
      rest.offline = offline;
      gateway.offline = offline;
      if (offline) disconnect();
    },
    isConnected: () => gateway.isConnected(),
  };
}
