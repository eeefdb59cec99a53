import { type Client, Events } from 'discord.js';
import { onTestFinished } from 'vitest';
import type { Playground, PlaygroundOptions } from '../../playground/start.ts';
import type { Deps } from '../../src/actions/deps.ts';
import { createClient, loginAndWait } from '../../src/discord/client.ts';
import type { Caller, Command } from '../../src/discord/command.ts';
import { registerCommands } from '../../src/discord/registration.ts';
import type { Registry } from '../../src/discord/registry.ts';
import { createRouter, type Router } from '../../src/discord/router.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { type ActionRow, card } from '../../src/views/kit.ts';
import type { MessageView } from '../../src/views/message.ts';
import { wireAdmission, wireDrafts } from '../../src/wire-admission.ts';
import { freshDeps } from './database.ts';
import { aPlayground } from './playground.ts';

/** What the router told whoever hosts the bot. */
export interface Report {
  readonly error: unknown;
  readonly reference: string;
}

export interface ProbeBot {
  readonly playground: Playground;
  readonly client: Client<true>;
  readonly router: Router;
  readonly deps: Deps;
  readonly errors: readonly Report[];
  readonly lost: readonly Report[];
  /** Ids of the messages that everybody sees, with whoever showed them. */
  readonly published: readonly { readonly messageId: string; readonly caller: Caller }[];
  /** Ids of the messages that were taken away. */
  readonly removed: readonly string[];
}

/** The real client, router and registration, in this process, with commands of the test's own. */
export async function aProbeBot(commands: readonly Command[], options: PlaygroundOptions = {}): Promise<ProbeBot> {
  const playground = await aPlayground(options);
  const deps = await freshDeps();
  const errors: Report[] = [];
  const lost: Report[] = [];
  const published: { messageId: string; caller: Caller }[] = [];
  const removed: string[] = [];
  const registry = registryOf(...commands);
  const router = createRouter({
    registry,
    deps,
    clock: { now: () => Temporal.Now.instant(), tick: () => () => undefined, wait: () => Promise.resolve() },
    drafts: wireDrafts(deps),
    admission: wireAdmission(deps),
    published: {
      remember: async (caller, messageId) => void published.push({ messageId, caller }),
      forget: async (messageId) => void removed.push(messageId),
    },
    reportError: (error, reference) => void errors.push({ error, reference }),
    reportLost: (error, reference) => void lost.push({ error, reference }),
  });
  const client = createClient(playground.url);
  client.on(Events.InteractionCreate, (interaction) => void router.route(interaction));
  onTestFinished(() => client.destroy());
  const ready = await loginAndWait(client, playground.token);
  const memory = { find: async () => undefined, save: async () => undefined };
  await registerCommands({
    rest: ready.rest,
    applicationId: playground.applicationId,
    serverId: undefined,
    registry,
    memory,
  });
  return { removed, playground, client: ready, router, deps, errors, lost, published };
}

export function registryOf(...commands: readonly Command[]): Registry {
  return new Map(commands.map((command) => [command.data.name, command]));
}

/** A message that says `words` and has these controls. */
export function saying(words: string, ...rows: readonly ActionRow[]): MessageView {
  return card({ accent: 0, blocks: [words], rows });
}

/** Longer than the router waits before it defers, in milliseconds. */
export const SLOW = 1600;

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
