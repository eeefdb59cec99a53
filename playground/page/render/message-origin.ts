import type { RenderContext } from './context.ts';
import type { MessageJson } from './discord-json.ts';
import { element } from './element.ts';
import { icon } from './icons.ts';
import { parseMarkdown } from './markdown/blocks.ts';
import { textOf } from './markdown/text-of.ts';
import { words } from './words.ts';

/** Discord's number of an interaction that began with a slash command. */
const COMMAND = 2;
/** Discord's type of a message that replies to another. */
const REPLY = 19;
const LONGEST = 100;

/** The line above a message: the command that it answers, or the message that it replies to. */
export function renderOrigin(message: MessageJson, context: RenderContext): HTMLElement | null {
  const { interaction_metadata: metadata, type } = message;
  if (metadata?.type === COMMAND && metadata.name) {
    const name = context.users.get(metadata.user?.id ?? '')?.name ?? metadata.user?.global_name ?? words.someone;
    return originLine(`${words.used(name)} `, element('span', { class: 'message-command' }, `/${metadata.name}`));
  }
  if (type !== REPLY) return null;
  const replied = message.referenced_message;
  if (!replied) return originLine(`${words.replyTo} ${words.earlierMessage}`);
  const author = context.users.get(replied.author?.id ?? '')?.name ?? replied.author?.username ?? words.someone;
  return originLine(element('strong', { dir: 'auto' }, author), ` ${summaryOf(replied)}`);
}

function originLine(...children: (Node | string)[]): HTMLElement {
  return element('div', { class: 'message-origin' }, icon('reply'), element('span', { dir: 'auto' }, ...children));
}

function summaryOf({ content = '' }: MessageJson): string {
  const text = textOf(parseMarkdown(content.slice(0, LONGEST * 2))).replaceAll(/\s+/g, ' ');
  if (text === '') return words.earlierMessage;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
