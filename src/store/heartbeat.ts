import { rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Temporal } from '../lib/temporal.ts';

/** A running bot touches this file every minute; Docker looks at it, and so does whoever must not disturb the bot. */
export function heartbeatFileOf(databaseFile: string): string {
  return join(dirname(databaseFile), 'heartbeat');
}

export async function beat(databaseFile: string, now: Temporal.Instant): Promise<void> {
  await writeFile(heartbeatFileOf(databaseFile), now.toString());
}

/** A bot that stops in order says so. */
export function endHeartbeat(databaseFile: string): void {
  rmSync(heartbeatFileOf(databaseFile), { force: true });
}

/** The bot's last sign of life. Undefined after it stopped in order. */
export function lastBeat(databaseFile: string): Temporal.Instant | undefined {
  const found = statSync(heartbeatFileOf(databaseFile), { throwIfNoEntry: false });
  return found && Temporal.Instant.fromEpochMilliseconds(Math.floor(found.mtimeMs));
}
