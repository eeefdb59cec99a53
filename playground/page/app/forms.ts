import type { Json } from '../protocol.ts';
import type { FormJson } from '../render/discord-json.ts';
import { renderForm } from '../render/form.ts';
import type { FormValue, FormValues } from '../render/form-contract.ts';
import type { Shell } from './shell.ts';

/** Opens a form that the bot answered with. */
export function openForm(shell: Shell, json: Json): void {
  const form = json as unknown as FormJson;
  const submit = async (values: FormValues) =>
    shell.act('/api/form', { customId: form.custom_id, values: await sendable(values) });
  renderForm(form, shell.context, { submit, cancel: () => undefined }).open();
}

async function sendable(values: FormValues): Promise<Record<string, unknown>> {
  const entries = Object.entries(values).map(async ([name, value]) => [name, await sendableValue(value)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Files become JSON, too. */
async function sendableValue(value: FormValue): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  return Promise.all([...value].map((one) => (typeof one === 'string' ? one : sentFile(one))));
}

async function sentFile(file: File): Promise<object> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // In parts: a call takes only so many arguments.
  let binary = '';
  for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return { name: file.name, contentType: file.type || 'application/octet-stream', base64: btoa(binary) };
}
