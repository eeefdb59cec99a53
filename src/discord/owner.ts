import type { z } from 'zod';
import type { Deps } from '../actions/deps.ts';
import { type CustomId, parseCustomId } from '../lib/custom-id.ts';
import type { Caller, Command } from './command.ts';
import { OutdatedError } from './outdated-error.ts';
import type { Registry } from './registry.ts';

/** Where text that a form refused waits for its author. */
export interface Drafts {
  /** Returns the id of the new draft. */
  save(caller: Caller, kind: string, content: unknown): Promise<string>;
  /** The caller's own draft of that kind, or undefined. */
  find(caller: Caller, kind: string, id: string): Promise<unknown>;
}

/** Keeps the ids of what people showed to channels, so that it can be removed again. */
export interface Published {
  remember(caller: Caller, messageId: string): Promise<void>;
  forget(messageId: string): Promise<void>;
}

/** What the router hands to whatever runs a button, a select or a form. */
export interface ControlParts {
  readonly registry: Registry;
  readonly deps: Deps;
  readonly drafts: Drafts;
  readonly published: Published;
}

/** @throws OutdatedError when the text is no custom id of ours or its command is gone. */
export function ownerOf(registry: Registry, raw: string): { readonly id: CustomId; readonly command: Command } {
  const id = parseCustomId(raw);
  const command = id && registry.get(id.command);
  if (!id || !command) throw new OutdatedError(raw);
  return { id, command };
}

/** @throws OutdatedError when the arguments do not fit: the custom id is forged or of an older version. */
export function argsOf<Args>(schema: z.ZodType<Args>, id: CustomId): Args {
  const parsed = schema.safeParse(id.args);
  if (!parsed.success) throw new OutdatedError(`${id.command}:${id.control}`);
  return parsed.data;
}
