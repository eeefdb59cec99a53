import type { UserLook } from './context.ts';
import { element, setVariable } from './element.ts';

/** Dark enough for white letters (4.5:1). */
const colors = ['#4f5bd5', '#0f766e', '#a8326e', '#9a4a12', '#4d6b1f', '#7c3aad', '#1f6490', '#b0352b'] as const;

/** A round initial. Decorative: the name always stands beside it. */
export function renderAvatar(id: string, look: UserLook): HTMLElement {
  const avatar = element('span', { class: 'avatar', 'aria-hidden': 'true' }, initialOf(look.name));
  setVariable(avatar, '--avatar', look.color ?? colorFor(id));
  return avatar;
}

function initialOf(name: string): string {
  const letter = /[\p{L}\p{N}]/u.exec(name.normalize())?.[0] ?? '?';
  return letter.toUpperCase();
}

/** The same colour for the same person each time. */
function colorFor(id: string): string {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9_973;
  return colors[sum % colors.length] ?? colors[0];
}
