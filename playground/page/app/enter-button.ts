import { element } from './element.ts';
import type { Shell } from './shell.ts';

/** For somebody who is in no server. */
export function enterButton(shell: Shell): HTMLElement {
  const enter = () => void shell.act('/api/enter', {}).then(shell.refresh);
  return element('button', { type: 'button', class: 'tool', click: enter }, 'Enter the server');
}
