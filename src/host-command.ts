import { createInterface } from 'node:readline/promises';
import { type Config, ConfigError, parseConfig } from './config.ts';
import { BackupError } from './store/backup.ts';
import { DatabaseError } from './store/database.ts';

/** What a host typed cannot be done as it stands. The message says what to type. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the host can mend: shown as a sentence, without a stack. */
const mendable = [ConfigError, DatabaseError, BackupError, UsageError];

export interface HostCommand {
  readonly config: Config;
  readonly databaseFile: string;
  /** What stands after the command, without options. */
  readonly words: readonly string[];
  readonly saysYes: boolean;
}

/** Runs something that a host typed: `npm run … -- words --yes`. Ends the process with 1 when it fails. */
export async function runForHost(work: (command: HostCommand) => Promise<void>): Promise<void> {
  try {
    const config = parseConfig(process.env);
    if (config.databaseFile === undefined) {
      throw new UsageError('Which database? Set DATABASE_FILE, for example in the file .env.');
    }
    const given = process.argv.slice(2);
    const words = given.filter((word) => !word.startsWith('--'));
    await work({ config, databaseFile: config.databaseFile, words, saysYes: given.includes('--yes') });
  } catch (error) {
    console.error(mendable.some((kind) => error instanceof kind) ? (error as Error).message : error);
    process.exitCode = 1;
  }
}

/** Asks for the word "yes". @throws UsageError where nobody is there to answer. */
export async function confirm({ saysYes }: HostCommand, question: string): Promise<boolean> {
  if (saysYes) return true;
  if (!process.stdin.isTTY) throw new UsageError('Nobody can answer here. Add --yes to do it without a question.');
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await asking.question(`${question} Type yes: `)).trim().toLowerCase() === 'yes';
  } finally {
    asking.close();
  }
}
