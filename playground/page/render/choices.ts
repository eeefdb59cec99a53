import { renderAvatar } from './avatar.ts';
import { emojiMark } from './button.ts';
import type { RenderContext } from './context.ts';
import { type ComponentJson, componentTypes } from './discord-json.ts';
import { type Child, element, setVariable } from './element.ts';

/** One line of a select. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string | null | undefined;
  /** Drawn before the label; says nothing that the label does not. */
  readonly mark?: Child;
}

/** What a select offers: its own options, or who and what the reader's context knows. */
export function choicesOf(component: ComponentJson, context: RenderContext): Choice[] {
  switch (component.type) {
    case componentTypes.userSelect:
      return userChoices(context);
    case componentTypes.roleSelect:
      return roleChoices(context);
    case componentTypes.mentionableSelect:
      return [...userChoices(context), ...roleChoices(context)];
    case componentTypes.channelSelect:
      return channelChoices(component.channel_types ?? [], context);
    default:
      return (component.options ?? []).map(({ emoji, ...option }) => ({ ...option, mark: emojiMark(emoji, true) }));
  }
}

/** What is chosen before anybody touches the select. */
export function chosenAtFirst({ options = [], default_values: values = [] }: ComponentJson): string[] {
  return [...options.filter((option) => option.default).map(({ value }) => value), ...values.map(({ id }) => id)];
}

function userChoices({ users }: RenderContext): Choice[] {
  return [...users]
    .filter(([, { isOutside }]) => !isOutside)
    .map(([id, look]) => ({ value: id, label: look.name, mark: renderAvatar(look) }));
}

function roleChoices({ roles }: RenderContext): Choice[] {
  return [...roles].map(([id, { name, color }]) => {
    const mark = element('span', { class: 'role-dot', 'aria-hidden': 'true' });
    setVariable(mark, '--role', color);
    return { value: id, label: name, mark };
  });
}

function channelChoices(types: readonly number[], { channels }: RenderContext): Choice[] {
  return [...channels]
    .filter(([, { type }]) => types.length === 0 || types.includes(type))
    .map(([id, { name }]) => ({
      value: id,
      label: name,
      mark: element('span', { class: 'channel-mark', 'aria-hidden': 'true' }, '#'),
    }));
}
