import { demand, invalidField } from './api-error.ts';
import type { SentFile } from './attachments.ts';
import { createMessage, deleteMessage, editMessage, messageFlags } from './messages.ts';
import { type Interaction, interactionTypes, type Json, type Message } from './model.ts';
import type { World } from './world.ts';

/** Kinds of first answers (docs: Receiving and Responding, Interaction Callback Type). */
export const callbackTypes = {
  pong: 1,
  message: 4,
  deferred: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  form: 9,
} as const;

const messageAnswers: readonly number[] = [callbackTypes.message, callbackTypes.deferred];
/** Discord’s types of an option that is a subcommand, or a group of them. */
const nestedTypes: readonly number[] = [1, 2];
const updates: readonly number[] = [callbackTypes.deferredUpdate, callbackTypes.update];

/** The answers that an interaction can take. A form cannot answer a form, choices answer autocomplete only. */
function allowedAnswers({ type, sourceMessageId }: Interaction): readonly number[] {
  switch (type) {
    case interactionTypes.autocomplete:
      return [callbackTypes.choices];
    case interactionTypes.command:
      return [...messageAnswers, callbackTypes.form];
    case interactionTypes.component:
      return [...messageAnswers, ...updates, callbackTypes.form];
    default:
      return sourceMessageId ? [...messageAnswers, ...updates] : messageAnswers;
  }
}

/** Carries out a first answer and gives the message it made or changed, if any. Throws ApiError 50035 for a kind that does not fit. */
export function answerInteraction(
  world: World,
  interaction: Interaction,
  body: { readonly type: number; readonly data: Json },
  files: readonly SentFile[],
): Message | undefined {
  if (!allowedAnswers(interaction).includes(body.type))
    throw invalidField(
      ['type'],
      'INTERACTION_CALLBACK_TYPE_INVALID',
      `An interaction of type ${interaction.type} cannot be answered with type ${body.type}`,
    );
  const message = carryOut(world, interaction, body, files);
  interaction.state = 'answered';
  interaction.answer = body;
  interaction.originalId = message?.id ?? interaction.sourceMessageId;
  interaction.pending = body.type === callbackTypes.deferred || body.type === callbackTypes.deferredUpdate;
  world.events.emit('interaction-answered', interaction);
  return message;
}

function carryOut(
  world: World,
  interaction: Interaction,
  { type, data }: { readonly type: number; readonly data: Json },
  files: readonly SentFile[],
): Message | undefined {
  if (type === callbackTypes.message) return writeAnswer(world, interaction, data, files);
  if (type === callbackTypes.deferred) {
    const flags = (Number(data.flags ?? 0) & messageFlags.ephemeral) | messageFlags.loading;
    return writeAnswer(world, interaction, { flags }, []);
  }
  if (type !== callbackTypes.update) return undefined;
  const source = world.messages.get(interaction.sourceMessageId ?? '');
  demand(source, 'unknownMessage');
  return editMessage(world, source, data, files);
}

function writeAnswer(world: World, interaction: Interaction, body: Json, files: readonly SentFile[]): Message {
  const channel = world.channels.get(interaction.channelId);
  if (!channel) throw invalidField([], 'CHANNEL_GONE', 'The channel of the interaction is gone');
  return createMessage(world, channel, {
    authorId: world.application.botId,
    body,
    files,
    type: interaction.type === interactionTypes.command ? 20 : 0,
    readerId: Number(body.flags ?? 0) & messageFlags.ephemeral ? interaction.userId : null,
    interactionId: interaction.id,
    interactionMetadata: metadataOf(interaction),
  });
}

function metadataOf(interaction: Interaction): Json {
  return {
    id: interaction.id,
    type: interaction.type === interactionTypes.autocomplete ? interactionTypes.command : interaction.type,
    userId: interaction.userId,
    name: commandName(interaction.data),
    sourceMessageId: interaction.sourceMessageId,
  };
}

/** With the names of its subcommand and group, as the line above an answer shows it (docs: Message Interaction). */
function commandName({ name, options }: Json): unknown {
  const [inner] = (options ?? []) as Json[];
  const isNested = inner !== undefined && nestedTypes.includes(Number(inner.type));
  return isNested ? `${name} ${commandName(inner)}` : name;
}

/** Edits `@original` or a follow-up, which also fills in a deferred answer. */
export function editAnswer(
  world: World,
  interaction: Interaction,
  message: Message,
  body: Json,
  files: readonly SentFile[],
): Message {
  editMessage(world, message, body, files);
  if (message.id === interaction.originalId) interaction.pending = false;
  world.events.emit('interaction-changed', interaction);
  return message;
}

/** Takes `@original` or a follow-up away. */
export function deleteAnswer(world: World, interaction: Interaction, message: Message): void {
  deleteMessage(world, message);
  if (message.id === interaction.originalId) interaction.pending = false;
  world.events.emit('interaction-changed', interaction);
}

/**
 * Sends one more message. Right after a deferral (type 5) it fills that in instead and keeps its visibility
 * (docs: Create Followup Message).
 */
export function followUp(world: World, interaction: Interaction, body: Json, files: readonly SentFile[]): Message {
  const original = world.messages.get(interaction.originalId ?? '');
  if (interaction.pending && interaction.answer?.type === callbackTypes.deferred && original)
    return editAnswer(world, interaction, original, body, files);
  const message = writeAnswer(world, interaction, body, files);
  interaction.followUpIds.push(message.id);
  world.events.emit('interaction-changed', interaction);
  return message;
}
