import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Controls, createControls } from './controls/all.ts';
import { furnish } from './furnishing.ts';
import { type ChannelView, viewChannel } from './people/channel-view.ts';
import type { Exchange } from './people/exchange.ts';
import { joinPerson, type PersonOptions } from './people/joining.ts';
import type { Person } from './people/person.ts';
import { channelNamed, type Patience, type Stage, usualPatience } from './people/stage.ts';
import { findProblems } from './rules/find-problems.ts';
import { createRulebook, type Violation } from './rules/rulebook.ts';
import { loadSchemas } from './rules/schemas.ts';
import { createFaults } from './server/faults.ts';
import { attachGateway } from './server/gateway.ts';
import { createRateLimiter } from './server/rate-limits.ts';
import { createRequestLog, type LoggedRequest } from './server/request-log.ts';
import { handleRequest, type RestParts } from './server/rest.ts';
import { allRoutes } from './server/routes/all.ts';
import { createRouteTable } from './server/routing.ts';
import { type Clock, systemClock } from './world/clock.ts';
import { createWorld, discordLimits, type Limits, type World } from './world/world.ts';

export interface PlaygroundOptions {
  /** 0 or nothing: any free port. */
  readonly port?: number;
  readonly clock?: Clock;
  readonly token?: string;
  readonly botName?: string;
  /** The name of the first server. */
  readonly serverName?: string;
  /** What the bot may do in the first server. Bits; see `usualBotPermissions`. */
  readonly botPermissions?: bigint;
  /** Servers beside the first one, for measurements: 7 channels and 5 roles each. */
  readonly moreServers?: number;
  /** False switches the checks on what the bot sends off. */
  readonly checks?: boolean;
  /** Milliseconds. Discord's own unless given. */
  readonly limits?: Partial<Limits>;
  readonly patience?: Partial<Patience>;
  /** Milliseconds between the client's heartbeats. */
  readonly heartbeatMs?: number;
  /** Privileged intents that are switched on for the application. None by default. */
  readonly allowedIntents?: number;
}

export interface Playground {
  /** What DISCORD_API_URL gets, e.g. `http://127.0.0.1:4123/api`. */
  readonly url: string;
  readonly token: string;
  readonly applicationId: string;
  readonly world: World;
  /** What the bot sent that Discord would refuse. */
  readonly violations: Violation[];
  /** Calls back at each further violation. Returns the function that stops it. */
  onViolation(listener: (violation: Violation) => void): () => void;
  /** The newest acts of people with the answers. */
  readonly exchanges: readonly Exchange[];
  /** The newest requests of the bot. */
  readonly requests: readonly LoggedRequest[];
  readonly controls: Controls;
  /** A person by name, who joins the server the first time. The same name gives the same person. */
  person(name: string, options?: PersonOptions): Person;
  /** Everybody whom `person` gave, oldest first. */
  readonly people: readonly Person[];
  /** A channel or thread by name in the first (or the named) server, or by id, without private answers. */
  channel(name: string, server?: string): ChannelView;
  close(): Promise<void>;
}

/** Starts a Discord on 127.0.0.1. Rejects when the port is taken. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const world = createWorld({
    clock: options.clock ?? systemClock,
    limits: { ...discordLimits, ...options.limits },
    botName: options.botName ?? 'Cairn',
  });
  const token = options.token ?? aToken(world);
  const rest = createRest(world, token, options.checks ?? true);
  const http = createHttpServer((request, response) => void handleRequest(rest, request, response));
  // Longer than any client keeps an idle connection, so that none is closed just as it is used again.
  http.keepAliveTimeout = 120_000;
  const port = await listen(http, options.port ?? 0);
  world.fileUrl = `http://127.0.0.1:${port}`;
  furnish(world, options);
  const { heartbeatMs = 41_250, allowedIntents = 0 } = options;
  const gateway = attachGateway(http, { world, token, heartbeatMs, allowedIntents });
  const patience = { ...usualPatience, ...options.patience };
  const stage: Stage = { world, rulebook: rest.rulebook, gateway, patience, exchanges: [] };
  const controls = createControls(rest, gateway);
  const people = new Map<string, Person>();
  return {
    url: `${world.fileUrl}/api`,
    token,
    applicationId: world.application.id,
    world,
    violations: rest.rulebook.violations,
    onViolation: (listener) => rest.rulebook.events.on('violation', listener),
    exchanges: stage.exchanges,
    requests: rest.log.entries,
    controls,
    person(name, personOptions = {}) {
      const person = people.get(name) ?? joinPerson(stage, name, personOptions);
      people.set(name, person);
      return person;
    },
    get people() {
      return [...people.values()];
    },
    channel: (name, server) =>
      viewChannel(world, world.channels.get(name) ?? channelNamed(controls.server(server), name), null),
    async close() {
      gateway.close();
      await closeHttp(http);
    },
  };
}

function createRest(world: World, token: string, checks: boolean): RestParts {
  // In the background: the schemas take a while to load, and nothing is checked before the bot has connected.
  if (checks) setTimeout(() => loadSchemas().catch(() => undefined), 0);
  return {
    world,
    token,
    routes: createRouteTable(allRoutes),
    rulebook: createRulebook(checks ? findProblems : undefined),
    faults: createFaults(),
    limiter: createRateLimiter(),
    log: createRequestLog(2_000),
    offline: false,
  };
}

/** Shaped like Discord's: the application's id, a time and a signature. */
function aToken({ application }: World): string {
  return `${Buffer.from(application.id).toString('base64url')}.Playgr.this-token-opens-nothing-but-the-playground`;
}

function listen(http: HttpServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', () => resolve((http.address() as AddressInfo).port));
  });
}

function closeHttp(http: HttpServer): Promise<void> {
  http.closeAllConnections();
  return new Promise((resolve) => http.close(() => resolve()));
}
