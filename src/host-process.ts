import { ConfigError } from './config.ts';
import { ContentError } from './content/content-problem.ts';
import { ConnectError } from './discord/connect.ts';
import type { Logger } from './discord/log.ts';
import { CommandFileError } from './discord/registry.ts';
import { BackupError } from './store/backup.ts';
import { DatabaseError } from './store/database.ts';

/** The process that a bot runs in. */
export interface HostProcess {
  /** Everything that is open, closed in reverse order when the process stops. */
  readonly open: AsyncDisposableStack;
  /** Aborted when the process begins to stop. */
  readonly stopping: AbortSignal;
  /** Closes what is open and ends the process. */
  stop(log: Logger, reason: string, exitCode: number, error?: unknown): Promise<void>;
}

/** What went wrong at the start and the host can mend: shown as a sentence, without a stack. */
const startErrors = [ConfigError, ContentError, DatabaseError, BackupError, CommandFileError, ConnectError];

/** Starts a bot. Where that fails the host is told, and the process ends with 1. */
export async function runProcess(start: (host: HostProcess) => Promise<void>): Promise<void> {
  const open = new AsyncDisposableStack();
  const stopping = new AbortController();
  try {
    await start({
      open,
      stopping: stopping.signal,
      async stop(log, reason, exitCode, error) {
        if (exitCode === 0) log.info(`Stopping: ${reason}`);
        else log.fatal({ err: error }, `Stopping: ${reason}`);
        stopping.abort();
        await open.disposeAsync();
        process.exit(exitCode);
      },
    });
  } catch (error) {
    const isMendable = startErrors.some((kind) => error instanceof kind);
    console.error(isMendable ? (error as Error).message : error);
    await open.disposeAsync();
    process.exit(1);
  }
}

export function stopOnSignals({ stop }: HostProcess, log: Logger): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(log, signal, 0));
  process.once('unhandledRejection', (error) => void stop(log, 'A promise was left alone.', 1, error));
  process.once('uncaughtException', (error) => void stop(log, 'An error was caught by nobody.', 1, error));
}
