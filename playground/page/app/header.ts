import { element } from './element.ts';
import { icon } from './icon.ts';
import { iconOf } from './places.ts';
import type { Part, Shell } from './shell.ts';

/** Where one is, with what can be opened from everywhere. */
export function createHeader(shell: Shell, menu: HTMLElement, ...tools: readonly HTMLElement[]): Part {
  const place = element('div', { class: 'place' });
  return {
    element: element('header', { class: 'top' }, menu, place, ...tools),
    update() {
      const { name, topic } = shell.channel;
      place.replaceChildren(icon(iconOf(shell.channel)), element('h1', {}, name));
      if (topic !== null) place.append(element('span', { class: 'topic' }, topic));
    },
  };
}
