/** An option as Discord's command JSON has it, as far as the message box reads it. */
export interface OptionSpec {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly options?: readonly OptionSpec[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
}

export interface CommandSpec {
  readonly name: string;
  readonly description: string;
  readonly options?: readonly OptionSpec[];
}

/** A command that can be sent: of one with subcommands, each is one. */
export interface Sendable {
  /** What stands after the slash, e.g. `setup new`. */
  readonly words: string;
  readonly description: string;
  /** Required ones first. */
  readonly options: readonly OptionSpec[];
}

const subcommandTypes: readonly number[] = [1, 2];

export function sendableCommands(commands: readonly CommandSpec[]): Sendable[] {
  return commands.flatMap((command) => sendablesOf(command, command.name));
}

function sendablesOf({ description, options = [] }: CommandSpec, words: string): Sendable[] {
  const inner = options.filter(({ type }) => subcommandTypes.includes(type));
  if (inner.length > 0) return inner.flatMap((option) => sendablesOf(option, `${words} ${option.name}`));
  const sorted = [...options].sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
  return [{ words, description, options: sorted }];
}

/** The commands that fit what was typed, best first: those that begin with it, then those with a word that does. */
export function matchingCommands(all: readonly Sendable[], typed: string): Sendable[] {
  const wanted = typed.replace(/^\//, '').trimStart().toLowerCase().replaceAll(/\s+/g, ' ');
  const rank = ({ words, description }: Sendable) => {
    if (words.startsWith(wanted)) return 0;
    if (` ${words}`.includes(` ${wanted.trimEnd()}`)) return 1;
    return wanted.length > 2 && description.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return all
    .map((command) => ({ command, rank: rank(command) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.command.words.localeCompare(b.command.words))
    .map(({ command }) => command);
}

/** The command whose name was typed in full, and what came after it. */
export function typedCommand(all: readonly Sendable[], typed: string): { command: Sendable; rest: string } | undefined {
  const text = typed.replace(/^\//, '').replaceAll(/\s+/g, ' ');
  const command = all
    .filter(({ words }) => text === words || text.startsWith(`${words} `))
    .sort((a, b) => b.words.length - a.words.length)[0];
  return command && { command, rest: text.slice(command.words.length).trim() };
}
