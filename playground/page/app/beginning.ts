import type { ChannelEntry } from '../protocol.ts';
import { renderThread } from '../render/message-notes.ts';
import { element } from './element.ts';
import { titleOf } from './places.ts';
import type { Shell } from './shell.ts';

/** What stands above the first message: where one is. A forum has no messages, but posts, shown with the newest first. */
export function renderBeginning(shell: Shell): HTMLElement {
  const { channel, context } = shell;
  const posts = channel.kind === 'forum' ? threadsOf(shell).toReversed() : [];
  return element(
    'div',
    { class: 'beginning' },
    element('h2', {}, headingOf(channel, posts.length)),
    channel.topic !== null && channel.topic,
    ...posts.map(({ id, name }) => renderThread({ id, name }, context)),
  );
}

function headingOf(channel: ChannelEntry, posts: number): string {
  if (channel.kind === 'private') return `Your private chat with ${channel.name}`;
  if (channel.kind !== 'forum') return `Here begins ${titleOf(channel)}`;
  return posts === 0 ? `No posts in ${titleOf(channel)} yet` : `Posts in ${titleOf(channel)}`;
}

function threadsOf({ overview, channel }: Shell): ChannelEntry[] {
  return overview.servers.flatMap(({ channels }) => channels).filter(({ parentId }) => parentId === channel.id);
}
