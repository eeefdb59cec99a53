import type { Circumstances, Rulebook } from '../rules/rulebook.ts';
import type { BodyKind } from '../rules/schemas.ts';
import { demand } from '../world/api-error.ts';
import type { SentFile } from '../world/attachments.ts';
import type { Channel, Interaction, Json, Server } from '../world/model.ts';
import { archiveIfIdle } from '../world/threads.ts';
import type { World } from '../world/world.ts';

/** One request of the bot on its way through a route. */
export interface Call {
  readonly world: World;
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly SentFile[];
  readonly rulebook: Rulebook;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Only for files: sent as they are. */
  readonly bytes?: { readonly contentType: string; readonly data: Uint8Array };
}

export interface Route {
  readonly method: string;
  /** Segments that start with a colon are parameters. Without `/api/v10`. */
  readonly path: string;
  /** True where Discord asks for no bot token, because the path carries one. */
  readonly open?: boolean;
  handle(call: Call): Answer | Promise<Answer>;
}

export const ok = (body: unknown, status = 200): Answer => ({ status, body });
export const noContent: Answer = { status: 204 };

/** Throws ApiError 50035 (and records violations) when the body breaks a rule. Gives the body as JSON. */
export async function checked(
  call: Call,
  kind: BodyKind,
  circumstances: Circumstances = {},
  interaction?: Interaction,
): Promise<Json> {
  await call.rulebook.check(kind, call.body, {
    route: call.route,
    circumstances: { files: call.files.map((file) => file.name), ...circumstances },
    interactionId: interaction?.id ?? null,
  });
  return (call.body ?? {}) as Json;
}

/** A parameter that the route's own path names. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`The route ${call.route} has no parameter ${name}`);
  return value;
}

/** The channel of the path, archived if it is an idle thread. Throws 10003 when there is none, 50001 when the bot is not in its server. */
export function channelOf(call: Call): Channel {
  const channel = call.world.channels.get(param(call, 'channel'));
  demand(channel, 'unknownChannel');
  if (channel.serverId !== null) {
    const server = call.world.servers.get(channel.serverId);
    demand(server?.members.has(call.world.application.botId), 'missingAccess');
  }
  archiveIfIdle(call.world, channel);
  return channel;
}

/** The server of the path. Throws 10004; that also covers servers the bot is not in. */
export function serverOf(call: Call): Server {
  const server = call.world.servers.get(param(call, 'server'));
  demand(server, 'unknownServer');
  demand(server.members.has(call.world.application.botId), 'unknownServer');
  return server;
}
