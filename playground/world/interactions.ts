import { randomBytes } from 'node:crypto';
import { demand } from './api-error.ts';
import type { Interaction, Message } from './model.ts';
import type { World } from './world.ts';

export type NewInteraction = Pick<
  Interaction,
  'type' | 'userId' | 'channelId' | 'serverId' | 'data' | 'sourceMessageId'
>;

/** So many are remembered. Old ones leave first; their tokens are long past use. */
const remembered = 20_000;

/** A person did something: the bot hears of it through the gateway and has `limits.answerMs` to answer. */
export function createInteraction(world: World, given: NewInteraction): Interaction {
  const id = world.nextId();
  const interaction: Interaction = {
    ...given,
    id,
    token: Buffer.from(`interaction:${id}:${randomBytes(48).toString('base64url')}`).toString('base64url'),
    createdAt: world.clock.now(),
    state: 'waiting',
    answer: null,
    originalId: null,
    pending: false,
    followUpIds: [],
  };
  world.interactions.set(id, interaction);
  world.interactionsByToken.set(interaction.token, interaction);
  forgetOldest(world);
  world.events.emit('interaction-created', interaction);
  return interaction;
}

function forgetOldest(world: World): void {
  if (world.interactions.size <= remembered) return;
  const [oldest] = world.interactions.values();
  if (!oldest) return;
  world.interactions.delete(oldest.id);
  world.interactionsByToken.delete(oldest.token);
}

/** The time for a first answer is over: later answers get 10062. */
export function failInteraction(world: World, interaction: Interaction): void {
  if (interaction.state !== 'waiting') return;
  interaction.state = 'failed';
  world.events.emit('interaction-failed', interaction);
}

/**
 * The interaction that a callback wants to answer.
 * @throws ApiError 10062 when there is none, its token is wrong or the time is over; 40060 when it was answered before
 */
export function claimInteraction(world: World, id: string, token: string): Interaction {
  const interaction = world.interactions.get(id);
  demand(interaction && interaction.token === token, 'unknownInteraction');
  demand(interaction.state !== 'answered', 'alreadyAcknowledged');
  if (world.clock.now() - interaction.createdAt > world.limits.answerMs) failInteraction(world, interaction);
  demand(interaction.state === 'waiting', 'unknownInteraction');
  return interaction;
}

/**
 * The interaction behind a webhook's token.
 * @throws ApiError 10015 for a token that nobody knows or one without a first answer, 50027 after `limits.tokenMs`
 */
export function interactionOfToken(world: World, token: string): Interaction {
  const interaction = world.interactionsByToken.get(token);
  demand(interaction, 'unknownWebhook');
  demand(world.clock.now() - interaction.createdAt <= world.limits.tokenMs, 'invalidWebhookToken');
  demand(interaction.state === 'answered', 'unknownWebhook');
  return interaction;
}

/**
 * A message that this interaction's token reaches: `@original`, or one of its follow-ups.
 * @throws ApiError 10008
 */
export function messageOfInteraction(world: World, interaction: Interaction, id: string): Message {
  const known = id === '@original' || id === interaction.originalId || interaction.followUpIds.includes(id);
  const message = world.messages.get(id === '@original' ? (interaction.originalId ?? '') : id);
  demand(known && message, 'unknownMessage');
  return message;
}
