/** On the same control, on the one that stands in its place now, or on the message. */
export function placeFocus(old: HTMLElement, fresh: HTMLElement, focused: HTMLElement): void {
  const controls = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('button:not(:disabled), a[href]')];
  const customId = focused.dataset.customId;
  const fitting = controls(fresh);
  const same = fitting.find((control) => customId !== undefined && control.dataset.customId === customId);
  const target = same ?? fitting[controls(old).indexOf(focused)];
  if (target) target.focus({ preventScroll: true });
  else focusOn(fresh);
}

/** Whoever stood in it stands on the message beside it, or else on the list: not at the top of the page again. */
export function removeWithFocus(entry: HTMLElement, list: HTMLElement): void {
  const neighbour = entry.nextElementSibling ?? entry.previousElementSibling;
  const isLeft = entry.contains(document.activeElement);
  entry.remove();
  if (isLeft) focusOn(neighbour?.querySelector<HTMLElement>('article') ?? list);
}

/** On what is not reached with Tab, so that the next Tab goes on from there. */
export function focusOn(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Back to a control that was left for a dialog. Its message may have been drawn anew meanwhile. */
export function returnFocus(left: Element | null): void {
  if (!(left instanceof HTMLElement) || left.isConnected) return;
  const old = left.closest<HTMLElement>('[data-message-id]');
  const id = CSS.escape(old?.dataset.messageId ?? '');
  const fresh = document.querySelector<HTMLElement>(`[data-message-id="${id}"]`);
  if (old && fresh) placeFocus(old, fresh, left);
}
