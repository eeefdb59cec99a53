import type { UserLook } from './context.ts';
import { element, setVariable } from './element.ts';

/** Dark enough for white letters (4.5:1). */
const colors = ['#4f5bd5', '#0f766e', '#a8326e', '#9a4a12', '#4d6b1f', '#7c3aad', '#1f6490', '#b0352b'] as const;

/** A round picture or initial. Decorative: the name always stands beside it. */
export function renderAvatar({ name, picture, color }: UserLook): HTMLElement {
  const inside = picture === undefined ? initialOf(name) : element('img', { src: picture, alt: '' });
  const avatar = element('span', { class: 'avatar', 'aria-hidden': 'true' }, inside);
  setVariable(avatar, '--avatar', color ?? colorFor(name));
  return avatar;
}

function initialOf(name: string): string {
  const letter = /[\p{L}\p{N}]/u.exec(name.normalize())?.[0] ?? '?';
  return letter.toUpperCase();
}

/** The same colour for the same name each time. */
function colorFor(name: string): string {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9_973;
  return colors[sum % colors.length] ?? colors[0];
}
