import { createCombobox } from './combobox.ts';
import { matchingCommands, type Sendable, typedCommand } from './commands.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';
import type { Entry } from './suggestion-list.ts';

/** What follows a pick: sending if nothing is missing, the options if they matter, or typing the first one. */
export type NextStep = 'send' | 'look' | 'type';

export interface PlainBoxParts {
  commands(isFresh: boolean): Promise<readonly Sendable[]>;
  /** A command was picked, and its first option begins with this text, if any. */
  pick(command: Sendable, then: NextStep, firstText?: string): void;
  write(text: string): void;
  refuse(words: string): void;
}

export interface PlainBox {
  readonly element: HTMLFormElement;
  readonly input: HTMLInputElement;
  set(text: string): void;
  /** What stands in the empty box; it takes nothing when `isClosed`. */
  label(words: string, isClosed: boolean): void;
}

/** One line to write in. After a slash it offers the commands that fit. */
export function createPlainBox(parts: PlainBoxParts): PlainBox {
  const input = element('input', { type: 'text', class: 'box-input', maxlength: 2_000, enterkeyhint: 'send' });
  const send = element('button', { type: 'submit', class: 'icon-button send', 'aria-label': 'Send' }, icon('send'));
  const combobox = createCombobox<Sendable>({
    input,
    label: 'Commands',
    suggest: (text) => (text.startsWith('/') ? suggest(parts, text) : []),
    pick: (command, by) => parts.pick(command, by !== 'Tab' && isComplete(command, input.value) ? 'send' : 'look'),
  });
  const submit = async (event: Event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === '') return;
    if (!text.startsWith('/')) {
      input.value = '';
      return parts.write(text);
    }
    const typed = typedCommand(await parts.commands(false), text);
    if (typed) return parts.pick(typed.command, typed.rest === '' ? 'send' : 'type', typed.rest);
    parts.refuse(`There is no command ${text.split(' ')[0]} here. Type / to see what there is.`);
  };
  const form = element('form', { class: 'plain-form', submit: (event) => void submit(event) });
  form.append(input, combobox.list, send);
  return {
    element: form,
    input,
    set(text) {
      input.value = text;
      combobox.close();
      if (text !== '') void combobox.refresh();
    },
    label(words, isClosed) {
      input.placeholder = words;
      input.setAttribute('aria-label', words);
      input.disabled = isClosed;
      send.disabled = isClosed;
    },
  };
}

/** A space after the name of a command takes it. */
async function suggest({ commands, pick }: PlainBoxParts, text: string): Promise<readonly Entry<Sendable>[]> {
  const all = await commands(text === '/');
  const typed = text.includes(' ') ? typedCommand(all, text) : undefined;
  if (!typed || typed.command.options.length === 0) return matchingCommands(all, text).map(entryOf);
  pick(typed.command, 'type', typed.rest);
  return [];
}

/** Typed in full, or with nothing to add: Enter sends it. */
function isComplete({ words, options }: Sendable, typed: string): boolean {
  return options.length === 0 || typed.trim() === `/${words}`;
}

function entryOf(command: Sendable): Entry<Sendable> {
  const required = command.options.filter(({ required: isRequired }) => isRequired).map(({ name }) => ` ${name}`);
  return { name: `/${command.words}${required.join('')}`, detail: command.description, value: command };
}
