import type { ComponentJson, EmojiJson } from './discord-json.ts';
import { type Child, element, setAttribute } from './element.ts';
import { isBusy } from './follow.ts';
import { icon } from './icons.ts';
import { isWebAddress } from './link.ts';
import { renderPlaceLink } from './place-link.ts';
import type { Scope } from './scope.ts';
import { words } from './words.ts';

/** Discord's button styles (docs: Component Reference, Button Styles). */
const styleNames: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'link',
  6: 'premium',
};

export function renderButton(component: ComponentJson, scope: Scope): HTMLElement {
  const style = styleNames[component.style ?? 2] ?? 'secondary';
  const className = `button button-${style}`;
  return style === 'link' ? linkButton(component, className, scope) : pressButton(component, className, scope);
}

function pressButton(component: ComponentJson, className: string, scope: Scope): HTMLElement {
  const { custom_id: customId, disabled } = component;
  const button = element(
    'button',
    { type: 'button', class: className, disabled: disabled || customId === undefined, 'data-custom-id': customId },
    ...faceOf(component),
  );
  button.addEventListener('click', () => {
    if (customId === undefined || isBusy(button)) return;
    void scope.follow(button, scope.context.act.press(customId, scope.messageId));
  });
  return button;
}

/** Leads to a place that the reader knows, or out of the page in a tab of its own, and only to the web: any other address makes a dead button. */
function linkButton(component: ComponentJson, className: string, { context }: Scope): HTMLElement {
  const { url, disabled } = component;
  const inside = disabled ? undefined : renderPlaceLink(url, context, className, ...faceOf(component));
  if (inside) return inside;
  const note = element('span', { class: 'visually-hidden' }, ` ${words.newTab}`);
  const link = element('a', { class: className }, ...faceOf(component), icon('outside'), note);
  if (disabled || !isWebAddress(url)) {
    setAttribute(link, 'role', 'link');
    setAttribute(link, 'aria-disabled', 'true');
    return link;
  }
  for (const [key, value] of Object.entries({ href: url, target: '_blank', rel: 'noopener noreferrer' }))
    setAttribute(link, key, value);
  return link;
}

function faceOf({ emoji, label, style }: ComponentJson): Child[] {
  const words = element('span', { class: 'button-label', dir: 'auto' }, labelOf(label, style));
  return [emojiMark(emoji, Boolean(label)), label || !emoji ? words : undefined];
}

function labelOf(label: string | null | undefined, style: number | undefined): string {
  return label ?? (style === 6 ? words.premium : '');
}

/** An emoji; beside words it is decoration. A custom one is its name. */
export function emojiMark(emoji: EmojiJson | null | undefined, decorative: boolean): Child {
  if (!emoji?.name) return undefined;
  return element(
    'span',
    { class: 'emoji', 'aria-hidden': decorative ? 'true' : undefined },
    emoji.id ? `:${emoji.name}:` : emoji.name,
  );
}
