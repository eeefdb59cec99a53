const MARGIN = 8;
const TALLEST = 340;
const NARROWEST = 240;

/** Puts an open popup under its button, or above it where there is more room. In CSS pixels of the window. */
export function placePopup(popup: HTMLElement, button: HTMLElement): void {
  const rect = button.getBoundingClientRect();
  const below = window.innerHeight - rect.bottom - MARGIN;
  const above = rect.top - MARGIN;
  const width = Math.min(Math.max(rect.width, NARROWEST), window.innerWidth - 2 * MARGIN);
  const opensUp = below < Math.min(TALLEST, popup.scrollHeight) && above > below;
  const { style } = popup;
  style.width = `${width}px`;
  style.left = `${Math.max(MARGIN, Math.min(rect.left, window.innerWidth - width - MARGIN))}px`;
  style.maxHeight = `${Math.max(120, Math.min(TALLEST, opensUp ? above : below))}px`;
  style.top = opensUp ? 'auto' : `${rect.bottom + 4}px`;
  style.bottom = opensUp ? `${window.innerHeight - rect.top + 4}px` : 'auto';
}
