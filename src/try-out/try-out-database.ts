import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../config.ts';

/** Where a scene keeps what the bot remembers. */
export interface TryOutDatabase {
  /** A file that is not there yet: what the last scene left in it is removed. */
  fresh(): string;
  /** Removes what is only temporary. */
  close(): void;
}

/**
 * A temporary folder, or the file that the host wants to keep.
 * @throws ConfigError for a file that is there already. Moving the clock could delete the members in it, and to the
 * Discord on this machine they would all be strangers.
 */
export function openTryOutDatabase(kept: string | undefined): TryOutDatabase {
  if (kept !== undefined && existsSync(kept)) throw new ConfigError(inUse(kept));
  const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'cairn-')) : undefined;
  const file = kept ?? join(folder ?? '', 'cairn.sqlite');
  return {
    fresh() {
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
      return file;
    },
    close() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function inUse(file: string): string {
  return [
    `DATABASE_FILE names ${file}, which is there already, and DISCORD_TOKEN is not set.`,
    'Without a token Cairn starts on a Discord of its own, where time can be moved: that would harm a database in use.',
    'Set DISCORD_TOKEN to connect to Discord. To try Cairn out, leave DATABASE_FILE empty, or name a file that is not there yet.',
  ].join('\n');
}
