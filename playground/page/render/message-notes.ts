import type { RenderContext } from './context.ts';
import type { MessageJson } from './discord-json.ts';
import { element, plainButton } from './element.ts';
import { icon } from './icons.ts';
import { words } from './words.ts';

/** What a deferred answer shows until it is filled in. */
export function renderThinking(name: string): HTMLElement {
  const dots = element('span', { class: 'dots', 'aria-hidden': 'true' }, ...[1, 2, 3].map(() => element('span')));
  return element('div', { class: 'message-thinking' }, dots, words.thinking(name));
}

export function renderPrivacyNote(messageId: string, { act }: RenderContext): HTMLElement {
  return element(
    'div',
    { class: 'message-privacy' },
    icon('eye'),
    element('span', {}, words.onlyYou),
    element('span', { 'aria-hidden': 'true' }, '·'),
    plainButton('text-button', () => act.dismiss(messageId), words.dismiss),
  );
}

export function renderThread(thread: NonNullable<MessageJson['thread']>, { act }: RenderContext): HTMLElement {
  const { id, name, message_count: count } = thread;
  return element(
    'div',
    { class: 'thread-card' },
    icon('thread'),
    element(
      'div',
      { class: 'thread-text' },
      element('span', { class: 'thread-name', dir: 'auto' }, name),
      count === undefined ? null : element('span', { class: 'thread-count' }, words.threadMessages(count)),
    ),
    plainButton('text-button', () => act.openThread(id), words.openThread),
  );
}
