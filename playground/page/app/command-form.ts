import { post } from './api.ts';
import type { OptionSpec, Sendable } from './commands.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';
import { createOptionField, type OptionField, type OptionSources } from './option-field.ts';
import type { Nameable, Suggestion } from './option-values.ts';
import type { Shell } from './shell.ts';

export interface CommandForm {
  readonly element: HTMLFormElement;
  /** On the first field when it must be filled in or `isTyping`, else on the button that sends. */
  focus(isTyping: boolean): void;
}

export interface CommandHandlers {
  send(words: string, options: Record<string, string | number | boolean>): void;
  /** Back to the message box. */
  cancel(): void;
}

/** A command that was picked, with a field for each option. Nothing wrong is sent. */
export function createCommandForm(
  shell: Shell,
  command: Sendable,
  firstText: string,
  on: CommandHandlers,
): CommandForm {
  const sources: OptionSources = {
    nameable: () => nameableHere(shell),
    ask: (spec, text) => askBot(shell, command, fields, spec, text),
  };
  const fields: OptionField[] = command.options.map((spec) => createOptionField(spec, sources));
  const first = fields[0];
  if (first) first.input.value = firstText;
  const send = element('button', { type: 'submit', class: 'icon-button send', 'aria-label': `Send /${command.words}` });
  send.append(icon('send'));
  const submit = (event: Event) => {
    event.preventDefault();
    const readings = fields.map((field) => ({ field, reading: field.read(true) }));
    const wrong = readings.find(({ reading }) => 'problem' in reading);
    if (wrong) return wrong.field.input.focus();
    on.send(command.words, valuesOf(fields));
  };
  const cancelButton = element('button', {
    type: 'button',
    class: 'icon-button',
    'aria-label': 'Cancel this command',
    click: on.cancel,
  });
  cancelButton.append(icon('close'));
  const keydown = (event: Event) => {
    const { key, target } = event as KeyboardEvent;
    const isAtStart = target === first?.input && first.input.value === '';
    if (key === 'Escape' || (key === 'Backspace' && isAtStart)) {
      event.preventDefault();
      on.cancel();
    }
  };
  const form = element(
    'form',
    { class: 'command-form', 'aria-label': `/${command.words}`, novalidate: true, submit, keydown },
    element(
      'div',
      { class: 'command-head' },
      element('strong', {}, `/${command.words}`),
      element('span', { class: 'detail' }, command.description),
      cancelButton,
    ),
    element('div', { class: 'command-options' }, ...fields.map((field) => field.element), send),
  );
  return {
    element: form,
    focus: (isTyping) => (isTyping || first?.spec.required ? first?.input : send)?.focus(),
  };
}

function valuesOf(fields: readonly OptionField[]): Record<string, string | number | boolean> {
  const values: Record<string, string | number | boolean> = {};
  for (const field of fields) {
    const reading = field.read(false);
    if ('value' in reading && reading.value !== undefined) values[field.spec.name] = reading.value;
  }
  return values;
}

async function askBot(
  shell: Shell,
  command: Sendable,
  fields: readonly OptionField[],
  spec: OptionSpec,
  text: string,
): Promise<readonly Suggestion[]> {
  const others = valuesOf(fields.filter((field) => field.spec !== spec));
  const place = { person: shell.overview.me.id, channel: shell.channel.id };
  const question = { ...place, command: command.words, options: { ...others, [spec.name]: text }, focused: spec.name };
  return post<readonly Suggestion[]>('/api/suggestions', question).catch(() => []);
}

function nameableHere({ overview: { servers }, channel }: Shell): Nameable {
  const here = servers.find(({ channels }) => channels.some(({ id }) => id === channel.id));
  return { users: here?.members ?? [], roles: here?.roles ?? [], channels: here?.channels ?? [] };
}
