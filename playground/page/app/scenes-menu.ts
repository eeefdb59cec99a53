import { post } from './api.ts';
import { openDialog } from './dialog.ts';
import { element, freshId } from './element.ts';
import { icon } from './icon.ts';
import type { Shell } from './shell.ts';

/** "Start over". It is made once, so that who pressed it is back on it afterwards. */
export function scenesButton(shell: Shell): HTMLElement {
  const open = () => {
    const { scenes } = shell.overview;
    if (scenes) openScenes(shell, scenes);
  };
  return element('button', { type: 'button', class: 'start-over', click: open }, icon('restart'), 'Start over…');
}

function openScenes(shell: Shell, { list, current }: NonNullable<Shell['overview']['scenes']>): void {
  const status = element('p', { class: 'sheet-status', role: 'status' });
  const buttons = list.map(({ id, name, description }) => {
    const detail = freshId('scene');
    const begin = async () => {
      for (const button of buttons) button.disabled = true;
      status.textContent = `Preparing “${name}”…`;
      try {
        await post('/api/scene', { scene: id });
        dialog.close();
        await shell.refresh();
      } catch (error) {
        status.textContent = (error as Error).message;
        for (const button of buttons) button.disabled = false;
      }
    };
    return element(
      'button',
      { type: 'button', class: 'choice', 'aria-describedby': detail, click: () => void begin() },
      element('strong', {}, id === current ? `${name} (again)` : name),
      element('span', { id: detail }, description),
    );
  });
  const warning = element('p', {}, 'Everything that was said and done here is thrown away.');
  const dialog = openDialog('Start over', warning, ...buttons, status);
}
