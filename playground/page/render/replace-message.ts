import { showSpoiler } from './spoiler.ts';

/**
 * Puts a newly drawn message in the place of its older self. Whoever stood on one of its controls still does, and
 * spoilers that were shown stay so as long as the message has as many as before.
 */
export function replaceMessage(old: HTMLElement, fresh: HTMLElement): void {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  keepSpoilers(old, fresh);
  old.replaceWith(fresh);
  if (focused instanceof HTMLElement) placeFocus(old, fresh, focused);
}

function keepSpoilers(old: HTMLElement, fresh: HTMLElement): void {
  const before = [...old.querySelectorAll('.spoiler')];
  const after = [...fresh.querySelectorAll<HTMLElement>('.spoiler')];
  if (before.length !== after.length) return;
  for (const [index, cover] of after.entries())
    if (before[index]?.classList.contains('spoiler-shown')) showSpoiler(cover);
}

/** On the same control, on the one that stands in its place now, or on the message. */
function placeFocus(old: HTMLElement, fresh: HTMLElement, focused: HTMLElement): void {
  const controls = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('button:not(:disabled), a[href]')];
  const customId = focused.dataset.customId;
  const fitting = controls(fresh);
  const same = fitting.find((control) => customId !== undefined && control.dataset.customId === customId);
  const target = same ?? fitting[controls(old).indexOf(focused)];
  if (!target) fresh.tabIndex = -1;
  (target ?? fresh).focus({ preventScroll: true });
}
