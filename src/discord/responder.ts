import {
  type AnySelectMenuInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { FormView, MessageView } from '../views/message.ts';
import { isPrivateChat } from './caller.ts';
import type { Answer, Landing, Visibility } from './command.ts';
import { drawPicture } from './picture.ts';

/** Every interaction that can be answered with a message. */
export type Answerable =
  | ChatInputCommandInteraction
  | ButtonInteraction
  | AnySelectMenuInteraction
  | ModalSubmitInteraction;

/** Where an answer lands: a new message, or in place of the one that was used. Known before the handler runs. */
export type Place = { readonly kind: 'new'; readonly visibility: Visibility } | { readonly kind: 'replace' };

export function placeOfCommand(visibility: Visibility): Place {
  return { kind: 'new', visibility };
}

/** A public message never changes for others because one person used it. */
export function placeOfControl(interaction: Answerable, landing: Landing): Place {
  if (landing === 'in-channel') return { kind: 'new', visibility: 'public' };
  if (landing === 'beside' || landing === 'remove' || !isOnPrivateMessage(interaction))
    return { kind: 'new', visibility: 'private' };
  return { kind: 'replace' };
}

function isOnPrivateMessage(interaction: Answerable): boolean {
  if (interaction.isChatInputCommand() || !interaction.message) return false;
  const { flags } = interaction.message;
  if (!flags.has(MessageFlags.IsComponentsV2)) return false; // A post in the private chat stays: the answer is beside it.
  return isPrivateChat(interaction) || flags.has(MessageFlags.Ephemeral);
}

/** How long a handler may take before its answer is deferred, in milliseconds. Discord waits 3,000. */
export const DEFER_AFTER = 1500;

export interface Response {
  readonly interaction: Answerable;
  readonly place: Place;
  readonly mayDefer: boolean;
  readonly handle: () => Answer | Promise<Answer>;
  /** Told the id of a message that everybody sees. */
  readonly onPublished: (messageId: string) => Promise<void>;
  /** Told the id of a message that was taken away. */
  readonly onRemoved: (messageId: string) => Promise<void>;
}

/** Runs a handler and sends its answer: in the callback itself when it is quick, else deferred first. */
export async function respond(response: Response): Promise<void> {
  const { interaction, place, mayDefer, handle } = response;
  let deferring: Promise<unknown> = Promise.resolve();
  const startDeferring = () => {
    deferring = defer(interaction, place);
    deferring.catch(() => undefined); // Looked at below, when the handler is done.
  };
  const timer = mayDefer ? setTimeout(startDeferring, DEFER_AFTER) : undefined;
  let answer: Answer;
  let pictures: readonly SentFile[];
  try {
    answer = await handle();
    pictures = answer.kind === 'show' ? await drawAll(answer.view) : [];
  } finally {
    clearTimeout(timer);
    await deferring.catch(() => undefined); // An error of the handler's says more than one of the deferral's.
  }
  await deferring;
  await send(response, answer, pictures);
}

function defer(interaction: Answerable, place: Place): Promise<unknown> {
  if (place.kind === 'replace' && !interaction.isChatInputCommand()) return interaction.deferUpdate();
  return interaction.deferReply(mustHide(interaction, place) ? { flags: MessageFlags.Ephemeral } : {});
}

async function send(
  { interaction, place, onPublished, onRemoved }: Response,
  answer: Answer,
  pictures: readonly SentFile[],
): Promise<void> {
  switch (answer.kind) {
    case 'show': {
      if (answer.isPrivate && isForAll(place)) return sendAside(interaction, answer.view);
      const messageId = await sendView(interaction, place, answer.view, pictures);
      if (messageId !== undefined) await onPublished(messageId);
      return;
    }
    case 'form':
      return sendForm(interaction, answer.form);
    case 'remove':
      return onRemoved(await removeUsedMessage(interaction));
    case 'nothing':
      if (interaction.isChatInputCommand()) throw new Error('A slash command must be answered with something.');
      if (!interaction.deferred) await interaction.deferUpdate();
      return;
    case 'resume':
      throw new Error('Nothing was left to resume.');
    case 'refused':
      throw new Error('Only a form may refuse.');
  }
}

function isForAll(place: Place): boolean {
  return place.kind === 'new' && place.visibility === 'public';
}

/** Answers with a view, deferred or not. Returns the id of the message when everybody sees it. */
async function sendView(
  interaction: Answerable,
  place: Place,
  view: MessageView,
  pictures: readonly SentFile[],
): Promise<string | undefined> {
  const message = messageOf(view, pictures);
  const isPublic = isForAll(place);
  if (interaction.deferred) {
    const { id } = await interaction.editReply({ ...message, ...inPlace() });
    return isPublic ? id : undefined;
  }
  if (place.kind === 'replace' && canUpdate(interaction)) {
    await interaction.update({ ...message, ...inPlace() });
    return undefined;
  }
  if (isPublic) {
    const flags = MessageFlags.IsComponentsV2;
    const { resource } = await interaction.reply({ ...message, flags, withResponse: true });
    return resource?.message?.id;
  }
  const hidden = mustHide(interaction, place) ? ([MessageFlags.Ephemeral] as const) : [];
  await interaction.reply({ ...message, flags: [MessageFlags.IsComponentsV2, ...hidden] });
  return undefined;
}

interface SentFile {
  readonly attachment: Buffer;
  readonly name: string;
  readonly description: string;
}

/** The pictures of a view as files. Drawing counts as time that the handler takes. */
async function drawAll({ pictures = [] }: MessageView): Promise<SentFile[]> {
  return Promise.all(
    pictures.map(async ({ name, svg, alt }) => ({ attachment: await drawPicture(svg), name, description: alt })),
  );
}

/**
 * What is sent of a view, whatever becomes of it. Its components are as Discord wants them: told so, discord.js does
 * not look for keys to rename in each of them, which takes longer than most handlers.
 */
function messageOf({ components, files = [] }: MessageView, pictures: readonly SentFile[] = []) {
  const texts = files.map(({ name, data, description }) => ({ attachment: Buffer.from(data), name, description }));
  const sent = [...texts, ...pictures];
  const finished = components.map((component) => ({ toJSON: () => component }));
  return { components: finished, allowedMentions: { parse: [] }, ...(sent.length > 0 ? { files: sent } : {}) };
}

/** For an edit: without naming the attachments that stay, those of the screen before would. */
function inPlace() {
  return { flags: MessageFlags.IsComponentsV2 as const, attachments: [] };
}

/** The message whose button was pressed goes, for everybody. Needs no permission: it is the bot's own. Returns its id. */
async function removeUsedMessage(interaction: Answerable): Promise<string> {
  if (!canUpdate(interaction)) throw new Error('Only a message whose control was used can be removed.');
  await interaction.deferUpdate();
  await interaction.deleteReply().catch(ignoreUnknownMessage);
  return interaction.message.id;
}

/** Tells the caller something privately, without touching the message they used. */
export async function sendAside(interaction: Answerable, view: MessageView): Promise<void> {
  const message = messageOf(view);
  const flags = [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const;
  if (!interaction.deferred && !interaction.replied) {
    await interaction.reply({ ...message, flags });
  } else if (interaction.deferred && interaction.ephemeral) {
    await interaction.editReply({ ...message, flags: MessageFlags.IsComponentsV2 }); // The private answer promised.
  } else {
    const isPromisedToAll = interaction.deferred && interaction.ephemeral === false;
    if (isPromisedToAll) await interaction.deleteReply(); // "Thinking…", which everybody sees.
    await interaction.followUp({ ...message, flags });
  }
}

/** Somebody else was quicker: the message is gone, as it should be. */
function ignoreUnknownMessage(error: unknown): void {
  if (!(error instanceof DiscordAPIError) || error.code !== RESTJSONErrorCodes.UnknownMessage) throw error;
}

async function sendForm(interaction: Answerable, form: FormView): Promise<void> {
  if (interaction.isModalSubmit()) throw new Error('A form cannot answer a form.');
  await interaction.showModal(form);
}

type OnMessage = ButtonInteraction | AnySelectMenuInteraction | ModalMessageModalSubmitInteraction;

function canUpdate(interaction: Answerable): interaction is OnMessage {
  return !interaction.isChatInputCommand() && (!interaction.isModalSubmit() || interaction.isFromMessage());
}

function mustHide(interaction: Answerable, place: Place): boolean {
  return place.kind === 'new' && place.visibility === 'private' && !isPrivateChat(interaction);
}
