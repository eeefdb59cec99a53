import type { APIMessageTopLevelComponent, APIModalInteractionResponseCallbackData } from 'discord.js';

/**
 * A finished answer: plain JSON, no Client, no builders. Whoever sends it adds the Components V2 flag, the
 * visibility, and `allowed_mentions` with nothing in it.
 */
export interface MessageView {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Files that it carries. Each is shown by a component that refers to `attachment://<name>`. */
  readonly files?: readonly FileView[];
  /** Pictures that it shows. They are drawn when it is sent. */
  readonly pictures?: readonly PictureView[];
}

/** A picture as text, shown by a component that refers to `attachment://<name>`. */
export interface PictureView {
  /** Ends in `.png`. */
  readonly name: string;
  readonly svg: string;
  /** The same in words, at most 1,024 characters. */
  readonly alt: string;
}

/** A file as text, such as an export. */
export interface FileView {
  readonly name: string;
  readonly data: string;
  /** Read out by a screen reader, at most 1,024 characters. */
  readonly description: string;
}

/** A finished form (Discord calls it a modal): 1 to 5 parts. */
export type FormView = APIModalInteractionResponseCallbackData;
