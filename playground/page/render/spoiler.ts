import { element, setAttribute } from './element.ts';
import { words } from './words.ts';

/**
 * Hides something until it is pressed. Until then it is one button to the keyboard and to a screen reader, and nothing
 * inside can be reached (the styles make it invisible, which takes it away from both).
 */
export function renderSpoiler(tag: 'span' | 'div', ...children: readonly Node[]): HTMLElement {
  const inside: HTMLElement = element(tag, { class: 'spoiler-inside' }, ...children);
  const cover: HTMLElement = element(
    tag,
    { class: 'spoiler', role: 'button', tabindex: 0, 'aria-label': words.spoiler },
    inside,
  );
  cover.addEventListener('click', () => showSpoiler(cover));
  cover.addEventListener('keydown', (event) => {
    if (event.target !== cover || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    showSpoiler(cover);
  });
  return cover;
}

export function showSpoiler(cover: HTMLElement): void {
  if (!cover.hasAttribute('role')) return;
  cover.classList.add('spoiler-shown');
  for (const key of ['role', 'aria-label']) setAttribute(cover, key, null);
  // The focus stays where it was, but Tab does not come back to a cover that is gone.
  cover.tabIndex = -1;
}
