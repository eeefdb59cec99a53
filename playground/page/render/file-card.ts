import type { AttachmentJson } from './discord-json.ts';
import { element } from './element.ts';
import { icon } from './icons.ts';
import type { Scope } from './scope.ts';
import { renderSpoiler } from './spoiler.ts';
import { words } from './words.ts';

/** A file to download: its name, size and description. */
export function renderFileCard(file: AttachmentJson, { context }: Scope, spoiler = false): HTMLElement {
  const address = context.mediaAddress(file.url);
  const name = address
    ? element('a', { class: 'file-name', href: address, download: file.filename }, file.filename)
    : element('span', { class: 'file-name' }, file.filename);
  const facts = [file.size === undefined ? '' : sizeText(file.size, context.locale), file.description ?? ''];
  const card = element(
    'div',
    { class: 'file-card' },
    icon('file'),
    element(
      'div',
      { class: 'file-text' },
      name,
      element('span', { class: 'file-facts' }, facts.filter((fact) => fact !== '').join(' · ')),
    ),
    address ? downloadLink(address, file.filename) : undefined,
  );
  return spoiler || file.filename.startsWith('SPOILER_') ? renderSpoiler('div', card) : card;
}

function downloadLink(address: string, name: string): HTMLElement {
  return element(
    'a',
    { class: 'file-download', href: address, download: name, 'aria-label': words.download(name) },
    icon('download'),
  );
}

const unitNames = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function sizeText(bytes: number, locale: string): string {
  const power = Math.min(unitNames.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1_024)));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: unitNames[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power < 2 ? 0 : 1,
  }).format(bytes / 1_024 ** power);
}
