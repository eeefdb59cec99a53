import { get, post } from './api.ts';
import { createCombobox, type Entry } from './combobox.ts';
import { createCommandForm } from './command-form.ts';
import { type CommandSpec, matchingCommands, type Sendable, sendableCommands, typedCommand } from './commands.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';
import { titleOf } from './places.ts';
import type { Part, Shell } from './shell.ts';

export interface MessageBox extends Part {
  /** Puts a command in and, when nothing has to be filled in and `isSent`, sends it. */
  use(words: string, isSent: boolean): Promise<void>;
  /** The commands that are offered here. */
  commands(): Promise<readonly Sendable[]>;
}

/** Where one writes. What begins with a slash becomes a command. */
export function createMessageBox(shell: Shell): MessageBox {
  const input = element('input', { type: 'text', class: 'box-input', maxlength: 2_000, enterkeyhint: 'send' });
  const send = element('button', { type: 'submit', class: 'icon-button send', 'aria-label': 'Send' });
  send.append(icon('send'));
  const problem = element('p', { class: 'problem box-problem', role: 'alert' });
  const box = element('footer', { class: 'box' });
  let known: Promise<readonly Sendable[]> | undefined;
  const commands = () => {
    known ??= readCommands(shell);
    return known;
  };
  const combobox = createCombobox<Sendable>({
    input,
    label: 'Commands',
    suggest: (text) => (text.startsWith('/') ? suggest(text) : []),
    pick: ({ value }, key) => pick(value, '', key !== 'Tab' && isComplete(value, input.value)),
  });
  const suggest = async (text: string): Promise<readonly Entry<Sendable>[]> => {
    if (text === '/') known = undefined;
    const all = await commands();
    const typed = text.includes(' ') ? typedCommand(all, text) : undefined;
    if (typed && typed.command.options.length > 0) {
      pick(typed.command, typed.rest, false);
      return [];
    }
    return matchingCommands(all, text).map(entryOf);
  };
  const plain = element(
    'form',
    { class: 'plain-form', submit: (event) => void submit(event) },
    input,
    combobox.list,
    send,
  );
  const clear = (isFocused = true) => {
    box.replaceChildren(problem, plain);
    input.value = '';
    combobox.close();
    if (isFocused) input.focus();
  };
  const pick = (command: Sendable, rest: string, isSent: boolean) => {
    problem.textContent = '';
    if (isSent && !command.options.some(({ required }) => required)) return void run(command.words, {});
    if (command.options.length === 0) {
      input.value = `/${command.words}`;
      return input.focus();
    }
    const form = createCommandForm(shell, command, rest, {
      send: (words, options) => void run(words, options),
      cancel: clear,
    });
    box.replaceChildren(problem, form.element);
    form.focus();
  };
  const run = async (command: string, options: object) => {
    clear();
    await tell(() => shell.act('/api/command', { channel: shell.channel.id, command, options }));
  };
  const tell = async (work: () => Promise<unknown>) => {
    problem.textContent = '';
    await work().catch((error: Error) => {
      problem.textContent = error.message;
    });
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === '') return;
    if (!text.startsWith('/')) {
      input.value = '';
      return tell(() => post('/api/write', { person: shell.overview.me.id, channel: shell.channel.id, text }));
    }
    const typed = typedCommand(await commands(), text);
    if (typed) pick(typed.command, typed.rest, typed.rest === '');
    else problem.textContent = `There is no command ${text.split(' ')[0]} here. Type / to see what there is.`;
  };
  clear(false);
  return {
    element: box,
    commands,
    async use(words, isSent) {
      const found = (await commands()).find((command) => command.words === words);
      if (found) return pick(found, '', isSent);
      clear();
      input.value = `/${words} `;
      await combobox.refresh();
    },
    update() {
      known = undefined;
      const { channel } = shell;
      const words = channel.mayWrite ? `Message ${titleOf(channel)} or type /` : 'You cannot write here';
      input.placeholder = words;
      input.setAttribute('aria-label', words);
      input.disabled = !channel.mayWrite;
      send.disabled = !channel.mayWrite;
      problem.textContent = '';
      if (!box.contains(plain)) clear(false);
    },
  };
}

/** Typed in full, or with nothing to add: Enter sends it. */
function isComplete({ words, options }: Sendable, typed: string): boolean {
  return options.length === 0 || typed.trim() === `/${words}`;
}

async function readCommands(shell: Shell): Promise<readonly Sendable[]> {
  const place = { person: shell.overview.me.id, channel: shell.channel.id };
  return sendableCommands(await get<readonly CommandSpec[]>('/api/commands', place));
}

function entryOf(command: Sendable): Entry<Sendable> {
  const required = command.options.filter(({ required: isRequired }) => isRequired).map(({ name }) => ` ${name}`);
  return { name: `/${command.words}${required.join('')}`, detail: command.description, value: command };
}
