import { element } from './element.ts';
import { firstChannel } from './places.ts';
import type { Shell } from './shell.ts';

/** For somebody who is in no server. Leads to its first channel. */
export function enterButton(shell: Shell): HTMLElement {
  const { id } = shell.overview.me;
  const isOutside = () => shell.overview.me.id === id && !shell.overview.me.isInServer;
  const enter = async () => {
    await shell.act('/api/enter', {});
    // The news of it makes the page look, too, and of two looks at once only the later one counts.
    while (isOutside()) await shell.refresh();
    if (shell.overview.me.id === id) await shell.openChannel(firstChannel(shell.overview).id);
  };
  return element('button', { type: 'button', class: 'tool', click: () => void enter() }, 'Enter the server');
}
