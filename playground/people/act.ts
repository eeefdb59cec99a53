import { interactionJson } from '../payloads/interaction.ts';
import { messageJson } from '../payloads/message.ts';
import { createInteraction, type NewInteraction } from '../world/interactions.ts';
import { type Interaction, interactionTypes, type Json } from '../world/model.ts';
import { type Exchange, keptExchanges } from './exchange.ts';
import type { Stage } from './stage.ts';
import { firstAnswer, settle } from './wait.ts';

const kinds = { 2: 'command', 3: 'component', 4: 'autocomplete', 5: 'form' } as const;

/** Does what a person did: sends the interaction, waits for the answer, records the exchange. */
export async function act(stage: Stage, personName: string, given: NewInteraction): Promise<[Interaction, Exchange]> {
  const started = performance.now();
  const interaction = createInteraction(stage.world, given);
  const exchange: Exchange = {
    interactionId: interaction.id,
    person: personName,
    kind: kinds[given.type],
    name: String(given.data.name ?? given.data.custom_id),
    at: Date.now(),
    request: interactionJson(stage.world, interaction),
    answers: [],
    ms: undefined,
    error: undefined,
  };
  keep(stage, exchange);
  try {
    await firstAnswer(stage, interaction);
    exchange.ms = performance.now() - started;
    if (interaction.answer) exchange.answers.push(interaction.answer as unknown as Json);
    if (given.type !== interactionTypes.autocomplete) recordLaterAnswers(stage, interaction, exchange);
    await settle(stage, interaction);
  } catch (error) {
    exchange.error = error instanceof Error ? error.message : String(error);
    throw error;
  }
  return [interaction, exchange];
}

function keep({ exchanges }: Stage, exchange: Exchange): void {
  exchanges.push(exchange);
  if (exchanges.length > keptExchanges) exchanges.splice(0, exchanges.length - keptExchanges);
}

/** For as long as a person may look at it; a listener for ever would slow long measurements. */
const recordedMs = 30_000;

function recordLaterAnswers(stage: Stage, interaction: Interaction, exchange: Exchange): void {
  const stop = stage.world.events.on('interaction-changed', ({ id }) => {
    if (id !== interaction.id) return;
    const newest = stage.world.messages.get(interaction.followUpIds.at(-1) ?? interaction.originalId ?? '');
    if (newest) exchange.answers.push(messageJson(stage.world, newest));
  });
  // Most answers are final at once.
  setTimeout(stop, interaction.pending ? recordedMs : 1_000).unref();
}
