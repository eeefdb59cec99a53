import type { WebSocket } from 'ws';
import type { World } from '../world/world.ts';
import type { Session } from './gateway-session.ts';

export interface GatewayParts {
  readonly world: World;
  readonly token: string;
  readonly heartbeatMs: number;
  /** Privileged intents that are switched on for the application. */
  readonly allowedIntents: number;
}

export interface Gateway {
  readonly sessions: Map<string, Session>;
  /** While true, connections are refused. */
  offline: boolean;
  /** True when a bot is connected and was told of its servers. */
  isConnected(): boolean;
  close(): void;
}

export interface Connection {
  readonly socket: WebSocket;
  session: Session | undefined;
}
