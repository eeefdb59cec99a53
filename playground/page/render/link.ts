import { type Child, element } from './element.ts';

/** True for an address that a link may lead to: http or https, and nothing that runs or reads. */
export function isWebAddress(url: string | null | undefined): url is string {
  if (!url) return false;
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

/** A link that opens beside the page and tells the other side nothing. For any other address its words alone. */
export function renderLink(url: string, className: string, ...children: readonly Child[]): HTMLElement {
  if (!isWebAddress(url)) return element('span', { class: className }, ...children);
  return element('a', { class: className, href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}
