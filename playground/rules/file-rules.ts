import { visitMedia } from '../world/components.ts';
import type { Json, Message } from '../world/model.ts';
import { type Problem, problem } from './problem.ts';

interface AttachmentRequest {
  readonly id: string | number;
  readonly filename?: string | null;
}

/** At most 10 files; `attachment://` and `attachments[].id` must name a file that is there (docs: Uploading Files). */
export function fileProblems(body: Json, files: readonly string[], older: Message | undefined): Problem[] {
  const asked = (body.attachments as AttachmentRequest[] | null | undefined) ?? [];
  const old = older?.attachments ?? [];
  const kept =
    body.attachments === undefined ? old : old.filter(({ id }) => asked.some((one) => String(one.id) === id));
  const fresh = asked.filter((one) => !old.some(({ id }) => id === String(one.id)));
  const names = [...files, ...kept.map(({ filename }) => filename), ...fresh.flatMap(({ filename }) => filename ?? [])];
  const missing: Problem[] = [];
  for (const key of ['embeds', 'components'])
    visitMedia(body[key], ({ url }) => {
      const name = /^attachment:\/\/(.+)$/.exec(String(url))?.[1];
      if (name !== undefined && !names.includes(decodeURIComponent(name)))
        missing.push(
          problem(
            [key],
            'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
            `No file named "${name}" was sent along`,
          ),
        );
    });
  const strangers = fresh.slice(files.length).map((one) => asked.indexOf(one));
  return [
    ...missing,
    ...strangers.map((index) => problem(['attachments', index, 'id'], 'ATTACHMENT_NOT_FOUND', 'No such file was sent')),
    ...(files.length + kept.length > 10
      ? [problem(['attachments'], 'BASE_TYPE_BAD_LENGTH', 'Must be 10 or fewer in length.')]
      : []),
  ];
}
