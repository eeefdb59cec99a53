import type { RenderContext } from './context.ts';
import { element, plainButton, setVariable } from './element.ts';
import { words } from './words.ts';

export function renderUserMention(id: string, { users, readerId }: RenderContext): HTMLElement {
  const look = users.get(id);
  return element(
    'span',
    { class: id === readerId ? 'mention mention-reader' : 'mention' },
    look ? `@${look.name}` : words.unknownUser,
  );
}

export function renderRoleMention(id: string, { roles }: RenderContext): HTMLElement {
  const look = roles.get(id);
  const mention = element('span', { class: 'mention mention-role' }, look ? atName(look.name) : words.unknownRole);
  setVariable(mention, '--role', look?.color);
  return mention;
}

export function renderChannelMention(id: string, { channels, act }: RenderContext): HTMLElement {
  const look = channels.get(id);
  if (!look) return element('span', { class: 'mention' }, words.unknownChannel);
  return plainButton('mention', () => act.openChannel(id), `#${look.name}`);
}

export function renderCommandMention(name: string, { act }: RenderContext): HTMLElement {
  return plainButton('mention', () => act.useCommand(name), `/${name}`);
}

export function renderEveryone(text: string): HTMLElement {
  return element('span', { class: 'mention mention-reader' }, text);
}

/** The role of everybody is named with its sign already. */
function atName(name: string): string {
  return name.startsWith('@') ? name : `@${name}`;
}
