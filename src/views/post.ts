import type { APIEmbed } from 'discord.js';
import type { ActionRow } from './kit.ts';
import type { PictureView } from './message.ts';

/**
 * A message that the bot sends unasked. It is not of Components V2: phones show an empty notification for those.
 * Whoever sends it adds the nonce and `allowed_mentions` with at most the role that is pinged.
 */
export interface PostView {
  /** One line that says it all and holds the ping. At most 2,000 characters. */
  readonly content: string;
  readonly embed?: APIEmbed;
  /** Shown by the embed, which refers to `attachment://<name>`. Drawn when it is sent. */
  readonly picture?: PictureView;
  readonly rows: readonly ActionRow[];
  /** The one role that is pinged, where one is. */
  readonly pingRoleId?: string;
  /** The people who are pinged, where somebody is. */
  readonly pingUserIds?: readonly string[];
  /** Of the thread that it becomes in a forum. At most 100 characters. */
  readonly title: string;
}
