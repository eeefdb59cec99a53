import { createHash } from 'node:crypto';
import type { RawFile, RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { PostView } from '../views/post.ts';
import { drawPicture } from './picture.ts';

/** Discord's limit on a nonce, in characters. */
const NONCE_LENGTH = 25;

/** The same for the same post in any process: Discord then makes it once, for a few minutes. */
export function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, NONCE_LENGTH);
}

/** A post as Discord takes it, without its files. It pings whom it says, and nobody else. */
export function messageBody({
  content,
  embed,
  picture,
  rows,
  pingRoleId,
  pingUserIds,
}: PostView): RESTPostAPIChannelMessageJSONBody {
  return {
    content,
    ...(embed ? { embeds: [embed] } : {}),
    ...(rows.length > 0 ? { components: [...rows] } : {}),
    ...(picture ? { attachments: [{ id: 0, filename: picture.name, description: picture.alt }] } : {}),
    allowed_mentions: {
      parse: [],
      ...(pingRoleId === undefined ? {} : { roles: [pingRoleId] }),
      ...(pingUserIds === undefined ? {} : { users: [...pingUserIds] }),
    },
  };
}

export async function postFiles({ picture }: PostView): Promise<RawFile[]> {
  if (!picture) return [];
  return [{ name: picture.name, data: await drawnOnce(picture.svg), contentType: 'image/png' }];
}

/** How many drawn pictures are kept. Groups that stand at the same place have the same one. */
const KEPT = 32;

const drawn = new Map<string, Promise<Buffer>>();

/** Thousands of groups post the same picture in the same minute: it is drawn for the first of them. */
function drawnOnce(svg: string): Promise<Buffer> {
  const key = createHash('sha256').update(svg).digest('base64url');
  const known = drawn.get(key);
  if (known) return known;
  const drawing = drawPicture(svg);
  drawn.set(key, drawing);
  drawing.catch(() => drawn.delete(key));
  for (const oldest of drawn.keys()) {
    if (drawn.size <= KEPT) break;
    drawn.delete(oldest);
  }
  return drawing;
}
