import type { MediaJson } from './discord-json.ts';
import { element } from './element.ts';
import { icon } from './icons.ts';
import { renderLink } from './link.ts';
import { attachmentFor, loadableAddress, type Scope } from './scope.ts';
import { renderSpoiler } from './spoiler.ts';
import { words } from './words.ts';

interface PictureOptions {
  readonly className: string;
  /** The alternative text; without one the attachment's own counts. */
  readonly description?: string | null | undefined;
  readonly spoiler?: boolean | undefined;
}

/** A picture that opens whole in a tab of its own, or its description where the page may not load it. */
export function renderPicture(media: MediaJson, scope: Scope, options: PictureOptions): HTMLElement {
  const attachment = attachmentFor(media, scope.attachments);
  const description = options.description ?? attachment?.description ?? '';
  const address = loadableAddress(media, scope);
  const picture = address
    ? loadedPicture(address, description, options.className, attachment ?? media)
    : missingPicture(media.url, description, options.className);
  const hidden = options.spoiler ?? attachment?.filename.startsWith('SPOILER_') ?? false;
  return hidden ? renderSpoiler('div', picture) : picture;
}

function loadedPicture(
  address: string,
  alt: string,
  className: string,
  { width, height }: Pick<MediaJson, 'width' | 'height'>,
): HTMLElement {
  const image = element('img', { src: address, alt, width, height, decoding: 'async' });
  const name = alt || words.noPicture;
  const link = element(
    'a',
    { class: `picture ${className}`, href: address, target: '_blank', rel: 'noopener noreferrer', 'aria-label': name },
    image,
  );
  // A picture that cannot be loaded gives its place to its description.
  image.addEventListener('error', () => link.replaceWith(missingPicture(address, alt, className)));
  return link;
}

function missingPicture(url: string, description: string, className: string): HTMLElement {
  return renderLink(
    url,
    `picture picture-missing ${className}`,
    icon('picture'),
    element('span', {}, description || words.noPicture),
  );
}
