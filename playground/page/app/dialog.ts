import { element, freshId } from './element.ts';
import { icon } from './icon.ts';

export interface OpenDialog {
  close(): void;
}

/** Opens a sheet above the page. Escape, the cross and a press beside it close it, and the focus goes back. */
export function openDialog(title: string, ...content: readonly Node[]): OpenDialog {
  const id = freshId('title');
  const before = document.activeElement;
  const cross = element('button', {
    type: 'button',
    class: 'icon-button',
    'aria-label': 'Close',
    click: () => dialog.close(),
  });
  cross.append(icon('close'));
  const dialog = element(
    'dialog',
    {
      class: 'sheet',
      'aria-labelledby': id,
      click: (event) => {
        if (event.target === dialog) dialog.close();
      },
      close: () => {
        dialog.remove();
        if (before instanceof HTMLElement) before.focus();
      },
    },
    element('div', { class: 'sheet-body' }, element('header', {}, element('h2', { id }, title), cross), ...content),
  );
  document.body.append(dialog);
  dialog.showModal();
  return { close: () => dialog.close() };
}
