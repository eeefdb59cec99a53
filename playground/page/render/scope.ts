import type { RenderContext } from './context.ts';
import type { AttachmentJson, MediaJson } from './discord-json.ts';

/** What every part of one message shares. */
export interface Scope {
  readonly context: RenderContext;
  readonly messageId: string;
  readonly attachments: readonly AttachmentJson[];
  /** Holds a control until its action is over, and says under the message when it failed. */
  follow(control: HTMLElement, action: Promise<unknown> | undefined): Promise<boolean>;
}

/** The file behind a media object: by its id, by its address, or by the name in `attachment://name`. */
export function attachmentFor(media: MediaJson, attachments: readonly AttachmentJson[]): AttachmentJson | undefined {
  const name = /^attachment:\/\/(.+)$/.exec(media.url)?.[1];
  return attachments.find(
    ({ id, url, filename }) =>
      id === media.attachment_id ||
      url === media.url ||
      (name !== undefined && [name, safeDecode(name)].includes(filename)),
  );
}

/** The address to load, or undefined when the page may not load it. */
export function loadableAddress(media: MediaJson, { attachments, context }: Scope): string | undefined {
  const url = attachmentFor(media, attachments)?.url ?? media.url;
  return url.startsWith('attachment:') ? undefined : context.mediaAddress(url);
}

export function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
