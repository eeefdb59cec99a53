import type { RenderContext } from './context.ts';
import { type Child, plainButton } from './element.ts';

/** An address inside Discord: of a channel or thread, or of a message there. The server comes first, `@me` is none. */
const place = /^https:\/\/(?:(?:www|ptb|canary)\.)?discord\.com\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?\/?$/;

/** What an address inside Discord leads to when the reader knows the place: there, as in Discord, not out of the page. */
export function renderPlaceLink(
  url: string | null | undefined,
  { channels, act }: RenderContext,
  className: string,
  ...children: readonly Child[]
): HTMLElement | undefined {
  const [, channelId, messageId] = place.exec(url ?? '') ?? [];
  if (channelId === undefined || !channels.has(channelId)) return undefined;
  return plainButton(className, () => act.openChannel(channelId, messageId), ...children);
}
