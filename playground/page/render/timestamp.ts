import { element } from './element.ts';
import { dateText, type Place, relativeText, sentText } from './moment-text.ts';

const FARTHEST_MS = 8.64e15;

/** `<t:unix:style>` in the reader's zone and language, with the whole moment as its title; undefined for no moment. */
export function renderTime(unix: number, style: string, place: Place): HTMLTimeElement | undefined {
  const ms = unix * 1_000;
  if (Math.abs(ms) > FARTHEST_MS) return undefined;
  return element(
    'time',
    {
      class: 'timestamp',
      datetime: new Date(ms).toISOString(),
      title: dateText(ms, 'F', place),
      'data-relative': style === 'R' ? unix : undefined,
    },
    style === 'R' ? relativeText(unix, place) : dateText(ms, style, place),
  );
}

/** Writes the times under `root` that depend on now ("today", "in 3 days") anew, after the clock has moved. */
export function refreshTimes(root: ParentNode, place: Place): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-relative]'))
    time.textContent = relativeText(Number(time.dataset.relative), place);
  for (const time of root.querySelectorAll<HTMLTimeElement>('time.message-time')) {
    const before = time.textContent;
    time.textContent = sentText(Date.parse(time.dateTime), place);
    const message = time.closest('article');
    const label = message?.getAttribute('aria-label')?.replace(before, time.textContent);
    if (message && label) message.setAttribute('aria-label', label);
  }
}
