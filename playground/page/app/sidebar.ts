import type { ChannelEntry } from '../protocol.ts';
import { element } from './element.ts';
import { enterButton } from './enter-button.ts';
import { icon } from './icon.ts';
import { iconOf } from './places.ts';
import { scenesButton } from './scenes-menu.ts';
import type { Part, Shell } from './shell.ts';

export interface Sidebar extends Part {
  /** Marks a channel in which something was said, until it is opened. */
  markUnread(channelId: string): void;
}

/** Servers with their channels and threads, and the private chat. `leave` closes the drawer on a phone. */
export function createSidebar(shell: Shell, leave: () => void): Sidebar {
  const unread = new Set<string>();
  const places = element('div', { class: 'places' });
  const scenes = scenesButton(shell);
  const nav = element('nav', { class: 'sidebar', id: 'sidebar', 'aria-label': 'Servers and channels' });
  nav.append(places, scenes);
  const link = (channel: ChannelEntry) => channelLink(shell, channel, unread.has(channel.id), leave);
  const update = () => {
    const { servers, privateChat, me } = shell.overview;
    unread.delete(shell.channel.id);
    const focused = (document.activeElement as HTMLElement | null)?.dataset.channelId;
    const lists = servers.map(({ name, channels }) => [
      element('h2', {}, name),
      element('ul', {}, ...channels.filter((one) => isListed(shell, one)).map(link)),
    ]);
    places.replaceChildren(
      ...lists.flat(),
      ...(me.isInServer ? [] : [outsideNote(shell)]),
      element('h2', {}, 'Private'),
      element('ul', {}, link(privateChat)),
    );
    scenes.hidden = shell.overview.scenes === null;
    if (focused) places.querySelector<HTMLElement>(`[data-channel-id="${focused}"]`)?.focus();
  };
  return {
    element: nav,
    update,
    markUnread(channelId) {
      if (channelId === shell.channel.id || unread.has(channelId)) return;
      unread.add(channelId);
      update();
    },
  };
}

/** An archived thread is found on the message that it hangs on, or in its forum. */
function isListed({ channel }: Shell, { id, isArchived }: ChannelEntry): boolean {
  return !isArchived || id === channel.id;
}

function channelLink(shell: Shell, channel: ChannelEntry, isUnread: boolean, leave: () => void): HTMLElement {
  const isHere = channel.id === shell.channel.id;
  const open = () => {
    leave();
    void shell.openChannel(channel.id);
  };
  const button = element(
    'button',
    {
      type: 'button',
      class: `channel-link ${channel.kind}${isUnread ? ' unread' : ''}`,
      'aria-current': isHere && 'page',
      'data-channel-id': channel.id,
      click: open,
    },
    icon(iconOf(channel)),
    element('span', { class: 'channel-name' }, channel.name),
    isUnread && element('span', { class: 'dot' }, element('span', { class: 'visually-hidden' }, 'unread')),
  );
  return element('li', {}, button);
}

function outsideNote(shell: Shell): HTMLElement {
  const { me } = shell.overview;
  return element('div', { class: 'outside' }, element('p', {}, `${me.name} is in no server yet.`), enterButton(shell));
}
