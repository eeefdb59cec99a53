import { placeFocus } from './place-focus.ts';
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
