export interface Scrolling {
  toBottom(): void;
  /**
   * Brings a new entry into view, if the reader is at the bottom, or where the last entry was brought into view, or waits
   * for it. A tall one shows its beginning.
   */
  reveal(entry: HTMLElement, isAwaited: boolean): void;
  /** An entry changed in place: its beginning comes into view when the reader has just used it. */
  changed(entry: HTMLElement): void;
  /** Adds something above without moving what the reader looks at. */
  keepPlace(add: () => void): void;
}

/** Pixels from the bottom that still count as being there. */
const nearBottom = 60;
const gap = 12;

/** Keeps a list at its bottom as it grows, unless the reader has scrolled up; then the button leads back. */
export function keepAtBottom(list: HTMLElement, button: HTMLElement): Scrolling {
  let isStuck = true;
  /** Where the list was put last. Whoever scrolls is elsewhere, and reads. */
  let placedAt: number | undefined;
  const toBottom = () => {
    list.scrollTop = list.scrollHeight;
    isStuck = true;
    button.hidden = true;
  };
  list.addEventListener('scroll', () => {
    isStuck = list.scrollHeight - list.scrollTop - list.clientHeight < nearBottom;
    if (isStuck) button.hidden = true;
    if (placedAt !== undefined && Math.abs(list.scrollTop - placedAt) > 2) placedAt = undefined;
  });
  let used: Element | null = null;
  list.addEventListener('click', ({ target }) => {
    used = (target as Element).closest('.entry');
  });
  button.addEventListener('click', () => {
    toBottom();
    list.focus();
  });
  // Pictures that arrive, and a keyboard that opens on a phone.
  const observer = new ResizeObserver(() => {
    if (isStuck) list.scrollTop = list.scrollHeight;
  });
  observer.observe(list);
  return {
    toBottom,
    reveal(entry, isAwaited) {
      observer.observe(entry);
      if (!isStuck && !isAwaited && placedAt === undefined) {
        button.hidden = false;
        return;
      }
      const bottom = list.scrollHeight - list.clientHeight;
      const top = entry.offsetTop - gap;
      isStuck = bottom <= top;
      list.scrollTop = Math.min(bottom, top);
      placedAt = list.scrollTop;
    },
    changed(entry) {
      if (entry !== used || entry.offsetTop >= list.scrollTop) return;
      isStuck = false;
      list.scrollTop = entry.offsetTop - gap;
    },
    keepPlace(add) {
      const before = list.scrollHeight - list.scrollTop;
      add();
      list.scrollTop = list.scrollHeight - before;
    },
  };
}
