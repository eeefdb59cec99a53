import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Playground } from '../playground/start.ts';
import { createInteraction, type NewInteraction } from '../playground/world/interactions.ts';
import type { Interaction } from '../playground/world/model.ts';

/** What a person does, without who and where. */
export type Act = Pick<NewInteraction, 'type' | 'data'> & { readonly sourceMessageId?: string };

/** Does something and resolves with its answer, or with undefined when none came in Discord's time. */
export type Ask = (act: Act) => Promise<Interaction | undefined>;

export interface Asking {
  readonly ask: Ask;
  /** Milliseconds from sending INTERACTION_CREATE until the whole callback was there; Infinity when it never was. */
  time(act: Act): Promise<number>;
}

/** Someone who asks the bot on this playground. It runs in another process: the clock here never waits for the bot. */
export function createAsking(playground: Playground): Asking {
  const { world } = playground;
  const userId = playground.person('Ada').id;
  const channelId = playground.channel('study').id;
  const serverId = world.channels.get(channelId)?.serverId ?? null;
  const waiting = new Map<string, (interaction?: Interaction) => void>();
  world.events.on('interaction-answered', (interaction) => waiting.get(interaction.id)?.(interaction));

  const send = (act: Act) => {
    const given = { sourceMessageId: null, ...act, userId, channelId, serverId };
    const { id } = createInteraction(world, given);
    const answered = new Promise<Interaction | undefined>((resolve) => {
      const timer = setTimeout(() => resolve(undefined), world.limits.answerMs);
      waiting.set(id, (interaction) => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(interaction);
      });
    });
    return { id, sent: performance.now(), answered };
  };
  return {
    ask: (act) => send(act).answered,
    async time(act) {
      const { id, sent, answered } = send(act);
      const interaction = await answered;
      forget(playground, interaction);
      const arrived = arrivals.get(id) ?? Number.POSITIVE_INFINITY;
      arrivals.delete(id);
      return arrived - sent;
    },
  };
}

/** Thousands of answers kept would have the playground collect garbage while it measures. */
function forget({ world }: Playground, interaction: Interaction | undefined): void {
  if (!interaction?.originalId || interaction.originalId === interaction.sourceMessageId) return;
  world.messages.delete(interaction.originalId);
  world.channels.get(interaction.channelId)?.messages.delete(interaction.originalId);
}

/** By interaction: when the body of its callback was there. What the playground then does with it is no work of the bot's. */
const arrivals = new Map<string, number>();

subscribe('http.server.request.start', (message) => {
  const { request } = message as { readonly request: IncomingMessage };
  const [, id] = /\/interactions\/(\d+)\//.exec(request.url ?? '') ?? [];
  if (id) request.once('end', () => arrivals.set(id, performance.now()));
});
