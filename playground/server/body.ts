import type { IncomingMessage } from 'node:http';
import { ApiError } from '../world/api-error.ts';
import type { SentFile } from '../world/attachments.ts';

export interface Body {
  readonly json: unknown;
  readonly files: readonly SentFile[];
}

const nothing: Body = { json: undefined, files: [] };

/** Reads a JSON or multipart body (docs: Uploading Files). Throws ApiError 50109 for JSON that cannot be read. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return nothing;
  const type = request.headers['content-type'] ?? '';
  return type.startsWith('multipart/form-data') ? readForm(bytes, type) : { json: parse(bytes.toString()), files: [] };
}

async function readForm(bytes: Buffer<ArrayBuffer>, type: string): Promise<Body> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files: SentFile[] = [];
  let json: unknown;
  for (const [name, value] of form) {
    const key = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (name === 'payload_json') json = parse(typeof value === 'string' ? value : await value.text());
    else if (key !== undefined && typeof value !== 'string')
      files.push({
        key,
        name: value.name,
        contentType: value.type || 'application/octet-stream',
        bytes: new Uint8Array(await value.arrayBuffer()),
      });
  }
  return { json, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError('invalidJson');
  }
}
