import { readdir } from 'node:fs/promises';
import { CORRECT, type Command } from './command.ts';

export type Registry = ReadonlyMap<string, Command>;

/** A file in `commands/` that is no command. The message names it and says what to do. */
export class CommandFileError extends Error {
  override readonly name = 'CommandFileError';
}

/**
 * Loads every file of a folder. Nothing is skipped in silence. A command that is too much for one file has a folder of
 * its own name beside it, with its parts.
 * @throws CommandFileError for a file that does not export a command under its own name.
 */
export async function loadCommands(folder: URL): Promise<Registry> {
  const registry = new Map<string, Command>();
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'));
  const names = new Set(entries.map(({ name }) => name));
  const files = entries.filter((entry) => !(entry.isDirectory() && names.has(`${entry.name}.ts`)));
  for (const file of files.map(({ name }) => name).sort()) {
    const command = await loadCommand(folder, file);
    registry.set(command.data.name, command);
  }
  return registry;
}

async function loadCommand(folder: URL, file: string): Promise<Command> {
  if (!file.endsWith('.ts')) throw new CommandFileError(`commands/${file} is no TypeScript file. Move it elsewhere.`);
  const command: unknown = (await importFile(folder, file)).default;
  if (!isCommand(command)) {
    throw new CommandFileError(
      `commands/${file} is not a command. Let it "export default defineCommand({ … })", or move it out of the folder.`,
    );
  }
  if (`${command.data.name}.ts` !== file) {
    throw new CommandFileError(`commands/${file} holds the command "/${command.data.name}". Rename one of the two.`);
  }
  if (command.buttons && CORRECT in command.buttons) {
    throw new CommandFileError(`commands/${file} has a button "${CORRECT}", which the router keeps. Rename it.`);
  }
  return command;
}

async function importFile(folder: URL, file: string): Promise<{ readonly default?: unknown }> {
  try {
    return await import(new URL(file, folder).href);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFileError(`commands/${file} cannot be loaded: ${reason}`, { cause: error });
  }
}

function isCommand(value: unknown): value is Command {
  if (typeof value !== 'object' || value === null || !('data' in value)) return false;
  const { data } = value;
  if (typeof data !== 'object' || data === null || !('name' in data) || !('toJSON' in data)) return false;
  return 'handler' in value || 'subcommands' in value;
}
