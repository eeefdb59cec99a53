import { element } from './element.ts';
import { icon } from './icon.ts';

const key = 'theme';
type Theme = 'light' | 'dark';

function currentTheme(): Theme {
  const kept = sessionStorage.getItem(key);
  if (kept === 'light' || kept === 'dark') return kept;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** A switch between light and dark. The choice stays over a reload. */
export function themeSwitch(): HTMLElement {
  const show = (theme: Theme) => {
    document.documentElement.dataset.theme = theme;
    button.setAttribute('aria-pressed', String(theme === 'dark'));
    button.replaceChildren(icon(theme === 'dark' ? 'moon' : 'sun'));
  };
  const flip = () => {
    const theme = currentTheme() === 'dark' ? 'light' : 'dark';
    sessionStorage.setItem(key, theme);
    show(theme);
  };
  const button = element('button', {
    type: 'button',
    class: 'icon-button',
    'aria-label': 'Dark',
    title: 'Light or dark',
    click: flip,
  });
  show(currentTheme());
  return button;
}
