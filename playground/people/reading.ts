import { messageJson } from '../payloads/message.ts';
import { componentTypes } from '../world/components.ts';
import type { Component, Json, Message, Pings } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { type Control, controlsOf } from './controls-on-message.ts';

/** A message as a person sees it now. A later edit does not change it: read again. */
export interface MessageView {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  /** True for a private (ephemeral) answer. */
  readonly private: boolean;
  /** What stands there, top to bottom, without controls. Pictures as `[image: alt text]`. */
  readonly text: string;
  /** The words on the enabled controls, top to bottom. */
  readonly labels: readonly string[];
  readonly controls: readonly Control[];
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly Component[];
  readonly attachments: readonly {
    readonly filename: string;
    readonly description: string | null;
    readonly url: string;
  }[];
  /** Whom it notified when it was sent. */
  readonly pings: Pings;
  readonly flags: number;
  readonly edited: boolean;
  /** Milliseconds since 1970, by the world's clock. */
  readonly createdAt: number;
  /** The message as Discord's JSON. */
  readonly json: Json;
}

export function readMessage(world: World, message: Message): MessageView {
  const controls = controlsOf(message.components);
  return {
    id: message.id,
    channelId: message.channelId,
    authorId: message.authorId,
    private: message.readerId !== null,
    text: textOf(message),
    labels: controls.filter(({ disabled }) => !disabled).map(({ label }) => label),
    controls,
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments,
    pings: message.pings,
    flags: message.flags,
    edited: message.editedAt !== null,
    createdAt: message.createdAt,
    json: messageJson(world, message),
  };
}

function textOf({ content, embeds, components, attachments, poll }: Message): string {
  const shown = components.some(({ type }) => type === componentTypes.gallery || type >= componentTypes.section);
  const files = shown ? [] : attachments.map(({ filename, description }) => `[file: ${description ?? filename}]`);
  return [content, ...embeds.flatMap(embedTexts), ...components.flatMap(componentTexts), ...pollTexts(poll), ...files]
    .filter((line) => line !== '')
    .join('\n');
}

function pollTexts(poll: Json | null): string[] {
  const answers = (poll?.answers as { poll_media: Json }[] | undefined) ?? [];
  const texts = [poll?.question as Json | undefined, ...answers.map(({ poll_media: media }) => media)];
  return texts.map((media) => String(media?.text ?? ''));
}

function embedTexts(embed: Json): string[] {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const named = (key: string, inner: string) => text((embed[key] as Json | undefined)?.[inner]);
  const fields = ((embed.fields as Json[] | undefined) ?? []).flatMap((field) => [text(field.name), text(field.value)]);
  return [named('author', 'name'), text(embed.title), text(embed.description), ...fields, named('footer', 'text')];
}

/** The texts of one part of a message or form. */
export function componentTexts(component: Component): string[] {
  switch (component.type) {
    case componentTypes.text:
      return [String(component.content)];
    case componentTypes.thumbnail:
      return [imageText(component)];
    case componentTypes.gallery:
      return ((component.items as Json[] | undefined) ?? []).map(imageText);
    case componentTypes.file:
      return [
        `[file: ${String((component.file as Json | undefined)?.url ?? '')
          .split('/')
          .at(-1)}]`,
      ];
    default:
      return [...(component.components ?? []), ...(component.accessory ? [component.accessory] : [])].flatMap(
        componentTexts,
      );
  }
}

function imageText({ description }: Json): string {
  return typeof description === 'string' ? `[image: ${description}]` : '[image]';
}
