import { Client, Events, GatewayIntentBits, type Interaction, REST } from 'discord.js';
import { onTestFinished } from 'vitest';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../../playground/start.ts';

/** A playground that ends with the test. */
export async function aPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const playground = await startPlayground(options);
  onTestFinished(() => playground.close());
  return playground;
}

export interface BotOptions {
  readonly commands?: readonly object[];
  readonly intents?: readonly GatewayIntentBits[];
  /** Called for each interaction; what it throws is thrown away, as a bot's log would be. */
  readonly on?: (interaction: Interaction) => Promise<unknown>;
  readonly retries?: number;
}

/** A real discord.js client in this process, ready. */
export async function aBot(playground: Playground, options: BotOptions = {}): Promise<Client<true>> {
  const { intents = [GatewayIntentBits.Guilds], commands = [], retries = 0 } = options;
  const client = new Client({ intents: [...intents], rest: { api: playground.url, retries } });
  client.on(Events.Error, () => undefined);
  client.on(Events.InteractionCreate, (interaction) => void options.on?.(interaction).catch(() => undefined));
  onTestFinished(() => client.destroy());
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(playground.token);
  await ready;
  if (commands.length > 0) await client.application?.commands.set(commands as never);
  return client as Client<true>;
}

/** The REST client alone, for routes that need no gateway. */
export function rest(playground: Playground, retries = 0): REST {
  return new REST({ api: playground.url, retries }).setToken(playground.token);
}

export const ping = { name: 'ping', description: 'Answers' };

/** The code of Discord's error that a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<number | string | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    return (error as { code?: number | string }).code;
  }
}

/** A clock that stands still until it is moved. */
export function aClock(start = Date.UTC(2026, 10, 22)) {
  let now = start;
  return {
    now: () => now,
    advance(ms: number) {
      now += ms;
    },
  };
}

/** Waits until something is true, at most `ms` milliseconds. */
export async function eventually(done: () => boolean, ms = 5_000): Promise<void> {
  const end = Date.now() + ms;
  while (!done()) {
    if (Date.now() > end) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
