import { type AdmissionParts, admit } from '../../src/discord/admission.ts';
import type { Answer, Caller, Choice, Deps, GivenFields, Handler } from '../../src/discord/command.ts';
import type { Pressed } from '../../src/discord/pressed.ts';
import { loadCommands, type Registry } from '../../src/discord/registry.ts';
import { targetOf } from '../../src/discord/target.ts';
import type { FormView, MessageView } from '../../src/views/message.ts';
import { wireAdmission, wireDrafts } from '../../src/wire-admission.ts';
import { instant } from './builders.ts';
import { type Control, controlLabelled } from './view-text.ts';

/** Ada, an ordinary member, in #study, who reads English on a server that does. */
export function aCaller(overrides: Partial<Caller> = {}): Caller {
  return {
    userId: 'ada',
    serverId: 'study-hall',
    channelId: 'study',
    messageId: undefined,
    managesServer: false,
    roleIds: [],
    timedOutUntil: undefined,
    locale: 'en-GB',
    language: 'en',
    serverLanguage: 'en',
    now: instant('2026-03-02T18:00Z'),
    ...overrides,
  };
}

/** The same in the bot's private chat. */
export function aPrivateCaller(overrides: Partial<Caller> = {}): Caller {
  return aCaller({ serverId: undefined, channelId: 'private', ...overrides });
}

let commands: Promise<Registry> | undefined;

/** The bot's own commands, loaded once for each test file. */
export function ownCommands(): Promise<Registry> {
  commands ??= loadCommands(new URL('../../commands/', import.meta.url));
  return commands;
}

/** Somebody who uses the commands, called directly: no Discord between them. */
export interface Reader {
  /** What they look at. @throws Error when they were shown no message yet. */
  readonly view: MessageView;
  slash(command: string, options?: Readonly<Record<string, unknown>>): Promise<MessageView>;
  /** Whether everybody would see the answer. */
  isPublic(command: string, options?: Readonly<Record<string, unknown>>): Promise<boolean>;
  suggestions(command: string, option: string, typed: string): Promise<readonly Choice[]>;
  /** By its words, on the screen they look at. */
  press(label: string): Promise<MessageView>;
  /** An option by its words or value; in a select whose list Discord makes the id of a role, channel or person. */
  choose(label: string, option: string): Promise<MessageView>;
  openForm(label: string, option?: string): Promise<FormView>;
  fill(form: FormView, fields: GivenFields): Promise<Answer>;
  /** Sends a custom id, which need not be on any screen. @throws OutdatedError as the router does. */
  use(id: string, values?: readonly string[]): Promise<Answer>;
}

export async function aReader(deps: Deps, caller: Caller = aCaller()): Promise<Reader> {
  const registry = await ownCommands();
  const perform = performer(registry, deps, caller);
  let view: MessageView | undefined;
  const look = (answer: Answer): MessageView => {
    if (answer.kind !== 'show') throw new Error(`The answer was no message but: ${answer.kind}`);
    view = answer.view;
    return view;
  };
  const current = () => {
    if (!view) throw new Error('There is no screen yet');
    return view;
  };
  const use = async (id: string, values?: readonly string[]) => perform(pressedControl(id, values));
  return {
    get view() {
      return current();
    },
    use,
    async slash(name, options = {}) {
      const [command = '', subcommand = null] = name.split(' ');
      return look(await perform({ kind: 'command', name: command, subcommand, options }));
    },
    async isPublic(name, options = {}) {
      const { visibility, options: schema } = handlerOf(registry, name);
      return (typeof visibility === 'function' ? visibility(schema.parse(options)) : visibility) === 'public';
    },
    async suggestions(name, option, typed) {
      const suggest = handlerOf(registry, name).suggest?.[option];
      if (!suggest) throw new Error(`/${name} suggests nothing for "${option}"`);
      return suggest(typed, caller, deps, {});
    },
    press: async (label) => look(await use(idOf(enabled(current(), label)))),
    async choose(label, option) {
      const control = enabled(current(), label);
      const chosen = control.options.find((offered) => offered.label === option || offered.value === option);
      if (!chosen && !control.lists) throw new Error(`"${label}" offers no "${option}"`);
      return look(await perform(pressedControl(idOf(control), [chosen?.value ?? option], control)));
    },
    async openForm(label, option) {
      const answer = await use(idOf(enabled(current(), label)), option === undefined ? undefined : [option]);
      if (answer.kind !== 'form') throw new Error(`"${label}" opens no form but: ${answer.kind}`);
      return answer.form;
    },
    async fill(form, fields) {
      const answer = await perform({ kind: 'form', customId: form.custom_id, fields });
      if (answer.kind === 'show') look(answer);
      return answer;
    },
  };
}

/** Does what somebody did as the router does it: admitted first, then handled. @throws OutdatedError as it does. */
export function performer(registry: Registry, deps: Deps, caller: Caller): (pressed: Pressed) => Promise<Answer> {
  const parts: AdmissionParts = { registry, deps, drafts: wireDrafts(deps), admission: wireAdmission(deps) };
  return (pressed) => admit(parts, caller, targetOf(registry, pressed), pressed);
}

/** A press of a button, or with values a choice; what was chosen already is read from the control where it is given. */
export function pressedControl(customId: string, values?: readonly string[], control?: Control): Pressed {
  if (!values) return { kind: 'button', customId };
  return { kind: 'select', customId, values, before: control?.chosen ?? [] };
}

/** "setup new" is the command `setup` with its subcommand `new`. */
function handlerOf(registry: Registry, name: string): Handler {
  const [command = '', subcommand] = name.split(' ');
  const found = registry.get(command);
  const handler = subcommand === undefined ? found?.handler : found?.subcommands?.[subcommand];
  if (!handler) throw new Error(`There is no /${name}`);
  return handler;
}

function enabled(view: MessageView, label: string): Control {
  const control = controlLabelled(view, label);
  if (control.disabled) throw new Error(`"${label}" is switched off`);
  return control;
}

function idOf({ id, label }: Control): string {
  if (id === undefined) throw new Error(`"${label}" is a link`);
  return id;
}
