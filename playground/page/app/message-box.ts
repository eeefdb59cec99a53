import type { ChannelEntry } from '../protocol.ts';
import { get, post } from './api.ts';
import { createCommandForm } from './command-form.ts';
import { type CommandSpec, type Sendable, sendableCommands } from './commands.ts';
import { element } from './element.ts';
import { titleOf } from './places.ts';
import { createPlainBox, type NextStep } from './plain-box.ts';
import type { Part, Shell } from './shell.ts';

export interface MessageBox extends Part {
  /** Puts a command in and, when nothing has to be filled in and `isSent`, sends it. */
  use(words: string, isSent: boolean): Promise<void>;
  /** The commands that are offered here. */
  commands(): Promise<readonly Sendable[]>;
}

/** Where one writes. What begins with a slash becomes a command. */
export function createMessageBox(shell: Shell): MessageBox {
  const problem = element('p', { class: 'problem box-problem', role: 'alert' });
  const box = element('footer', { class: 'box' });
  const offered = createOffered(shell);
  const refuse = (words: string) => problem.replaceChildren(words);
  const attempt = async (work: Promise<unknown>) => {
    refuse('');
    await work.catch((error: Error) => refuse(error.message));
  };
  const write = (text: string) => void attempt(post('/api/write', { ...here(shell), text }));
  const run = (command: string, options: object) => {
    clear();
    void attempt(shell.act('/api/command', { channel: shell.channel.id, command, options }));
  };
  const pick = (command: Sendable, then: NextStep, firstText = '') => {
    refuse('');
    if (then === 'send' && !command.options.some(({ required }) => required)) return run(command.words, {});
    if (command.options.length === 0) return plain.set(`/${command.words}`);
    const form = createCommandForm(shell, command, firstText, { send: run, cancel: clear });
    box.replaceChildren(problem, form.element);
    form.focus(then === 'type');
  };
  const plain = createPlainBox({ commands: offered.read, pick, write, refuse });
  const clear = () => {
    // Who pressed elsewhere wants no keyboard on their phone.
    const isWriting = box.contains(document.activeElement);
    box.replaceChildren(problem, plain.element);
    plain.set('');
    if (isWriting) plain.input.focus();
  };
  let place = '';
  return {
    element: box,
    commands: () => offered.read(false),
    async use(words, isSent) {
      const found = (await offered.read(false)).find((command) => command.words === words);
      if (found) return pick(found, isSent ? 'send' : 'look');
      plain.set(`/${words}`);
      plain.input.focus();
    },
    update() {
      plain.label(invitation(shell.channel), !shell.channel.mayWrite);
      if (place === placeOf(shell)) return;
      place = placeOf(shell);
      refuse('');
      box.replaceChildren(problem, plain.element);
    },
  };
}

function invitation(channel: ChannelEntry): string {
  return channel.mayWrite ? `Message ${titleOf(channel)} or type /` : 'You cannot write here';
}

/** What is offered to this person in this channel, asked once, and anew when `isFresh`. */
function createOffered(shell: Shell) {
  let place = '';
  let commands: Promise<readonly Sendable[]> | undefined;
  return {
    read(isFresh: boolean): Promise<readonly Sendable[]> {
      if (isFresh || place !== placeOf(shell)) commands = undefined;
      place = placeOf(shell);
      commands ??= get<readonly CommandSpec[]>('/api/commands', here(shell)).then(sendableCommands);
      return commands;
    },
  };
}

function here({ overview: { me }, channel }: Shell): { person: string; channel: string } {
  return { person: me.id, channel: channel.id };
}

function placeOf({ overview: { me }, channel }: Shell): string {
  return `${me.id} ${channel.id}`;
}
