import { element } from './element.ts';
import { icon } from './icon.ts';

export interface Drawer {
  /** Opens it; to be seen on a phone only. */
  readonly button: HTMLElement;
  readonly backdrop: HTMLElement;
  close(): void;
  attach(sidebar: HTMLElement, rest: HTMLElement): void;
}

/** The list of channels on a phone: it slides in, the rest waits, Escape or a press beside it closes it. */
export function createDrawer(): Drawer {
  let sidebar: HTMLElement | undefined;
  let rest: HTMLElement | undefined;
  const set = (isOpen: boolean) => {
    sidebar?.classList.toggle('open', isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
    backdrop.hidden = !isOpen;
    if (rest) rest.inert = isOpen;
  };
  const open = () => {
    set(true);
    sidebar?.querySelector<HTMLElement>('[aria-current], button')?.focus();
  };
  const close = () => {
    if (backdrop.hidden) return;
    set(false);
    button.focus();
  };
  const button = element('button', {
    type: 'button',
    class: 'icon-button menu',
    'aria-label': 'Channels',
    'aria-controls': 'sidebar',
    'aria-expanded': 'false',
    click: open,
  });
  button.append(icon('menu'));
  const backdrop = element('div', { class: 'backdrop', hidden: true, click: close });
  return {
    button,
    backdrop,
    close,
    attach(list, others) {
      sidebar = list;
      rest = others;
      document.addEventListener('keydown', ({ key }) => {
        if (key === 'Escape') close();
      });
    },
  };
}
