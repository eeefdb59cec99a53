import { renderAttachments } from './attachments.ts';
import { renderAvatar } from './avatar.ts';
import { renderComponents } from './components.ts';
import type { RenderContext, UserLook } from './context.ts';
import { type MessageJson, messageFlags, type UserJson } from './discord-json.ts';
import { element } from './element.ts';
import { renderEmbed } from './embed.ts';
import { followAction } from './follow.ts';
import { renderMarkdown } from './markdown-element.ts';
import { renderPrivacyNote, renderThinking, renderThread } from './message-notes.ts';
import { renderOrigin } from './message-origin.ts';
import { dateText, sentText } from './moment-text.ts';
import type { Scope } from './scope.ts';
import { words } from './words.ts';

/** A message as its reader sees it, from the JSON of Discord's API. */
export function renderMessage(message: MessageJson, context: RenderContext): HTMLElement {
  const author = lookOf(message.author, context);
  const sent = Date.parse(message.timestamp);
  const isPrivate = hasFlag(message, 'ephemeral');
  const failure = element('div', { class: 'message-failure', role: 'alert' });
  const scope: Scope = {
    context,
    messageId: message.id,
    attachments: message.attachments ?? [],
    follow: (control, action) => followAction(control, action, failure),
  };
  return element(
    'article',
    {
      class: ['message', isPrivate && 'message-private', mentionsReader(message, context) && 'message-for-reader']
        .filter(Boolean)
        .join(' '),
      'aria-label': `${author.name}, ${sentText(sent, context)}`,
      'data-message-id': message.id,
    },
    renderOrigin(message, context),
    renderAvatar(author),
    element(
      'div',
      { class: 'message-body' },
      headerOf(author, sent, context),
      ...(hasFlag(message, 'loading') ? [renderThinking(author.name)] : partsOf(message, scope)),
      message.thread ? renderThread(message.thread, context) : null,
      isPrivate ? renderPrivacyNote(message.id, context) : null,
      failure,
    ),
  );
}

/** How somebody looks here: as the page knows them, or else as the message says. */
export function lookOf(user: UserJson | null | undefined, { users }: RenderContext): UserLook {
  const known = users.get(user?.id ?? '');
  const bot = known?.bot ?? user?.bot ?? false;
  return { ...known, name: known?.name ?? user?.global_name ?? user?.username ?? words.someone, bot };
}

function hasFlag({ flags = 0 }: MessageJson, name: keyof typeof messageFlags): boolean {
  return (flags & messageFlags[name]) !== 0;
}

function mentionsReader(
  { mentions = [], mention_everyone: everyone }: MessageJson,
  { readerId }: RenderContext,
): boolean {
  return everyone === true || mentions.some(({ id }) => id === readerId);
}

function headerOf(author: UserLook, sent: number, context: RenderContext): HTMLElement {
  return element(
    'div',
    { class: 'message-header' },
    element('span', { class: 'message-author', dir: 'auto' }, author.name),
    author.bot ? element('span', { class: 'message-tag' }, words.bot) : null,
    element(
      'time',
      { class: 'message-time', datetime: new Date(sent).toISOString(), title: dateText(sent, 'F', context) },
      sentText(sent, context),
    ),
  );
}

function partsOf(message: MessageJson, scope: Scope): (Node | null | undefined)[] {
  const { content = '', embeds = [], components = [] } = message;
  const embedded = hasFlag(message, 'suppressEmbeds') ? [] : embeds;
  const edited = message.edited_timestamp ? editedNote(Date.parse(message.edited_timestamp), scope.context) : null;
  return [
    content === '' ? null : contentOf(content, edited, scope.context),
    ...embedded.map((embed) => renderEmbed(embed, scope)),
    hasFlag(message, 'componentsV2') ? null : renderAttachments(scope),
    ...renderComponents(components, scope),
    content === '' ? edited : null,
  ];
}

/** The text, with the note of its edit on its last line where that is a line of text. */
function contentOf(content: string, edited: HTMLElement | null, context: RenderContext): HTMLElement {
  const block = element('div', { class: 'message-content' }, renderMarkdown(content, context));
  const last = block.lastElementChild;
  if (edited) (last?.classList.contains('md-text') ? last : block).append(edited);
  return block;
}

function editedNote(at: number, context: RenderContext): HTMLElement {
  return element('span', { class: 'message-edited', title: dateText(at, 'F', context) }, words.edited);
}
