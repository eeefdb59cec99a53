import type { AttachmentJson } from './discord-json.ts';
import { element } from './element.ts';
import { renderFileCard } from './file-card.ts';
import { renderPicture } from './picture.ts';
import type { Scope } from './scope.ts';

/** The files of a message without Components V2 (with them, a file is seen only where a part shows it). */
export function renderAttachments(scope: Scope): HTMLElement | undefined {
  const { attachments } = scope;
  if (attachments.length === 0) return undefined;
  const pictures = attachments.filter(isPicture);
  const files = attachments.filter((file) => !isPicture(file));
  return element(
    'div',
    { class: 'attachments' },
    pictures.length > 0 ? renderGallery(pictures.map((file) => renderPicture(file, scope, { className: '' }))) : null,
    ...files.map((file) => renderFileCard(file, scope)),
  );
}

/** Pictures side by side; `data-count` lets the styles lay out one, two, or many. */
export function renderGallery(pictures: readonly HTMLElement[]): HTMLElement {
  return element('div', { class: 'gallery', 'data-count': Math.min(pictures.length, 4) }, ...pictures);
}

function isPicture({ content_type: type, filename }: AttachmentJson): boolean {
  return type ? type.startsWith('image/') : /\.(?:png|jpe?g|gif|webp|avif)$/i.test(filename);
}
