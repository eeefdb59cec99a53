import { renderGallery } from './attachments.ts';
import { renderButton } from './button.ts';
import { type AttachmentJson, type ComponentJson, componentTypes, type MediaJson } from './discord-json.ts';
import { type Child, colorOf, element, setVariable } from './element.ts';
import { renderFileCard } from './file-card.ts';
import { renderMarkdown } from './markdown-element.ts';
import { renderPicture } from './picture.ts';
import { attachmentFor, type Scope, safeDecode } from './scope.ts';
import { isSelect, renderSelect } from './select.ts';
import { renderSpoiler } from './spoiler.ts';

/** The parts of a message, top to bottom. A part of a kind that is not known yet is left out. */
export function renderComponents(components: readonly ComponentJson[], scope: Scope): HTMLElement[] {
  return components.flatMap((component) => renderComponent(component, scope) ?? []);
}

function renderComponent(component: ComponentJson, scope: Scope): HTMLElement | undefined {
  if (isSelect(component)) return renderSelect(component, scope);
  switch (component.type) {
    case componentTypes.row:
      return element('div', { class: 'row' }, ...renderComponents(component.components ?? [], scope));
    case componentTypes.button:
      return renderButton(component, scope);
    case componentTypes.section:
      return renderSection(component, scope);
    case componentTypes.text:
      return element('div', { class: 'text' }, renderMarkdown(component.content ?? '', scope.context));
    case componentTypes.separator:
      return renderSeparator(component);
    case componentTypes.container:
      return renderContainer(component, scope);
    default:
      return renderMedia(component, scope);
  }
}

function renderMedia(component: ComponentJson, scope: Scope): HTMLElement | undefined {
  const { type, media, description, spoiler, file, items = [] } = component;
  if (type === componentTypes.thumbnail && media)
    return renderPicture(media, scope, { className: 'thumbnail', description, spoiler });
  if (type === componentTypes.gallery)
    return renderGallery(
      items.map(({ media: one, ...options }) => renderPicture(one, scope, { className: '', ...options })),
    );
  if (type === componentTypes.file && file) return renderFileCard(fileBehind(file, scope), scope, spoiler);
  return undefined;
}

function renderSection({ components = [], accessory }: ComponentJson, scope: Scope): HTMLElement {
  return element(
    'div',
    { class: 'section' },
    element('div', { class: 'section-text' }, ...renderComponents(components, scope)),
    accessory ? element('div', { class: 'section-accessory' }, ...renderComponents([accessory], scope)) : null,
  );
}

function renderSeparator({ divider, spacing }: ComponentJson): HTMLElement {
  const size = spacing === 2 ? 'separator separator-large' : 'separator';
  return divider === false ? element('div', { class: size }) : element('hr', { class: `${size} separator-line` });
}

function renderContainer({ components = [], accent_color: accent, spoiler }: ComponentJson, scope: Scope): HTMLElement {
  const children: Child[] = renderComponents(components, scope);
  const container = element('div', { class: 'container' }, ...children);
  if (accent !== undefined && accent !== null) {
    container.classList.add('container-accented');
    setVariable(container, '--accent', colorOf(accent));
  }
  return spoiler ? renderSpoiler('div', container) : container;
}

/** A File part names its file by address only, once Discord has taken the attachment off the message's list. */
function fileBehind(media: MediaJson, { attachments }: Scope): AttachmentJson {
  const filename = safeDecode(media.url.split('/').at(-1) ?? '').replace(/[?#].*$/, '');
  return attachmentFor(media, attachments) ?? { id: media.attachment_id ?? media.url, filename, url: media.url };
}
