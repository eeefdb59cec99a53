import type { World } from '../../world/world.ts';

export interface WorldFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** Shown in the page. Everything else is for saving: a file of somebody's must not become a page of ours. */
const shownTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** A file that was sent in a message, by its address `/attachments/channel/id/name`. */
export function findWorldFile({ files }: World, path: string): WorldFile | undefined {
  const id = /^\/attachments\/\d+\/(\d+)\/[^/]+$/.exec(path)?.[1];
  const file = files.get(id ?? '');
  if (!file) return undefined;
  const isShown = shownTypes.has(file.contentType);
  return {
    bytes: file.bytes,
    headers: {
      'content-type': isShown ? file.contentType : 'application/octet-stream',
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  };
}
