import type { z } from 'zod';
import type { Deps } from '../actions/deps.ts';
import { type CustomId, parseCustomId } from '../lib/custom-id.ts';
import type { Answer, Caller, Command, Form, Handler, Landing, Visibility } from './command.ts';
import { OutdatedError } from './outdated-error.ts';
import type { Pressed } from './pressed.ts';
import type { Registry } from './registry.ts';

/** The handler of what somebody did, with its arguments checked: ready to run. */
export interface Target {
  /** Only members may: whoever has not joined gets the join card first. */
  readonly isForMembers: boolean;
  /** Where its answer goes: of a command its visibility, of a control its landing. */
  readonly destination: { readonly visibility: Visibility } | { readonly landing: Landing };
  readonly mayDefer: boolean;
  /** Given where it is a form, for what it refuses. */
  readonly form?: { readonly id: CustomId };
  run(caller: Caller, deps: Deps): Answer | Promise<Answer>;
}

/** @throws OutdatedError when nothing of ours is meant, or its arguments do not fit: forged, or of an older version. */
export function targetOf(registry: Registry, pressed: Pressed): Target {
  if (pressed.kind === 'command') return commandTarget(registry, pressed);
  const { id, command } = ownerOf(registry, pressed.customId);
  switch (pressed.kind) {
    case 'button': {
      const button = command.buttons?.[id.control];
      if (!button) throw new OutdatedError(pressed.customId);
      const args = argsOf(button.args, id);
      return controlTarget(button, (caller, deps) => button.press(caller, args, deps));
    }
    case 'select': {
      const select = command.selects?.[id.control];
      if (!select) throw new OutdatedError(pressed.customId);
      const args = argsOf(select.args, id);
      return controlTarget(select, (caller, deps) => select.choose(caller, args, pressed.values, deps, pressed.before));
    }
    case 'form': {
      const form = formOf(command, id.control);
      const args = argsOf(form.args, id);
      const fields = form.fields.safeParse(pressed.fields);
      if (!fields.success) throw new OutdatedError(pressed.customId);
      return { ...controlTarget(form, (caller, deps) => form.submit(caller, args, fields.data, deps)), form: { id } };
    }
  }
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

/** @throws OutdatedError for a form that is gone. */
export function formOf(command: Command, name: string): Form {
  const form = command.forms?.[name];
  if (!form) throw new OutdatedError(`${command.data.name}:${name}`);
  return form;
}

/** The handler of a command or of one of its subcommands. */
export function handlerOf(command: Command | undefined, subcommand: string | null): Handler | undefined {
  return subcommand === null ? command?.handler : command?.subcommands?.[subcommand];
}

function commandTarget(registry: Registry, pressed: Extract<Pressed, { kind: 'command' }>): Target {
  const handler = handlerOf(registry.get(pressed.name), pressed.subcommand);
  const options = handler?.options.safeParse(pressed.options);
  if (!handler || !options?.success) throw new OutdatedError(`/${pressed.name} ${pressed.subcommand ?? ''}`);
  const { visibility } = handler;
  return {
    isForMembers: handler.isForMembers ?? false,
    destination: { visibility: typeof visibility === 'function' ? visibility(options.data) : visibility },
    mayDefer: !handler.mayOpenForm,
    run: (caller, deps) => handler.run(caller, options.data, deps),
  };
}

interface AnyControl {
  readonly landing?: Landing;
  readonly isForMembers?: boolean;
}

function controlTarget({ landing = 'in-place', isForMembers = false }: AnyControl, run: Target['run']): Target {
  return { isForMembers, destination: { landing }, mayDefer: landing !== 'form' && landing !== 'remove', run };
}
