import { invalidField } from './api-error.ts';
import { visitMedia } from './components.ts';
import type { Attachment, Component, Json } from './model.ts';
import type { StoredFile, World } from './world.ts';

/** A file of a multipart body: `files[3]` has the key "3", which `attachments[].id` refers to. */
export interface SentFile extends StoredFile {
  readonly key: string;
}

interface AttachmentRequest {
  readonly id: string | number;
  readonly filename?: string | null;
  readonly description?: string | null;
}

/** Keeps the files of a body and gives their attachments, plus those of the older message that the body keeps. */
export function storeAttachments(
  world: World,
  channelId: string,
  body: Json,
  files: readonly SentFile[],
  older: readonly Attachment[] = [],
): Attachment[] {
  const asked = (body.attachments as AttachmentRequest[] | null | undefined) ?? undefined;
  // Docs: Editing Messages with Attachments. Without the key, old ones stay; with it, only the ones it names.
  const kept = asked ? older.filter((one) => asked.some((request) => String(request.id) === one.id)) : older;
  return [
    ...kept,
    ...files.map((file) => {
      const request = asked?.find((one) => String(one.id) === file.key);
      return storeFile(world, channelId, { ...file, name: request?.filename ?? file.name }, request?.description);
    }),
  ];
}

/** Keeps one file; it is then served under `attachment.url`. */
export function storeFile(
  world: World,
  channelId: string,
  file: StoredFile,
  description: string | null = null,
): Attachment {
  const id = world.nextId();
  world.files.set(id, file);
  const url = `${world.fileUrl}/attachments/${channelId}/${id}/${encodeURIComponent(file.name)}`;
  const { name: filename, contentType, bytes } = file;
  return { id, filename, size: bytes.byteLength, contentType, description, url, pixels: pixelsOf(bytes) };
}

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** How large a picture is. Of PNG only, which is what bots draw; of all others Discord's own would know it, too. */
function pixelsOf(bytes: Uint8Array): Attachment['pixels'] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 24 || !file.subarray(0, 8).equals(PNG)) return null;
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/**
 * Replaces `attachment://name` in media by the address of the file.
 * @throws ApiError 50035 when no such file was sent
 */
export function resolveMedia(
  parts: readonly (Component | Json)[],
  attachments: readonly Attachment[],
  where: string,
): void {
  visitMedia(parts, (media) => {
    const name = /^attachment:\/\/(.+)$/.exec(String(media.url))?.[1];
    if (name === undefined) return;
    const found = attachments.find((attachment) => attachment.filename === decodeURIComponent(name));
    if (!found)
      throw invalidField([where], 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', `No file named ${name}`);
    media.url = found.url;
    media.proxy_url = found.url;
    Object.assign(media, found.pixels);
    if (where === 'components') Object.assign(media, { attachment_id: found.id, content_type: found.contentType });
  });
}
