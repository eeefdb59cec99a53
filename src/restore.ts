import { readdirSync } from 'node:fs';
import { confirm, type HostCommand, runForHost, UsageError } from './host-command.ts';
import { Temporal } from './lib/temporal.ts';
import { BackupError } from './store/backup.ts';
import { backupFolderOf, listBackups } from './store/backup-folder.ts';
import {
  type Copy,
  type DatabaseFacts,
  demandStopped,
  type HeldDatabase,
  holdDatabase,
  putInPlace,
  readCopy,
} from './store/restore.ts';

/** `npm run restore -- FILE [--yes]`: puts a backup in the database's place, while the bot is stopped. */
await runForHost(async (command) => {
  const { databaseFile } = command;
  const now = Temporal.Now.instant();
  const file = fileOf(command);
  demandStopped(databaseFile, now);
  const copy = readCopy(file);
  demandKnown(file, copy);
  const held = holdDatabase(databaseFile);
  try {
    await replace(command, file, copy, held, now);
  } finally {
    held.release();
  }
});

async function replace(
  command: HostCommand,
  file: string,
  copy: Copy,
  { facts }: HeldDatabase,
  now: Temporal.Instant,
): Promise<void> {
  console.log(whatVanishes(copy, facts, now));
  if (!(await confirm(command, `Replace ${command.databaseFile}?`))) {
    console.log('Nothing was changed.');
    return;
  }
  const kept = await putInPlace(file, command.databaseFile, now);
  console.log(`Restored. Start the bot again.${kept === undefined ? '' : ` What stood there before is now ${kept}.`}`);
}

/** @throws UsageError which names the newest copies. */
function fileOf({ config, databaseFile, words }: HostCommand): string {
  const [file] = words;
  if (file !== undefined) return file;
  const newest = listBackups(backupFolderOf(databaseFile, config.backupFolder)).slice(0, 5);
  const list = newest.map((backup) => `\n- ${backup.file}`).join('');
  throw new UsageError(`Which backup? npm run restore -- FILE${list === '' ? '' : `\nThe newest are:${list}`}`);
}

/** A copy of a newer program could not be opened afterwards. */
function demandKnown(file: string, { migrations }: Copy): void {
  const known = new Set(readdirSync(new URL('../migrations/', import.meta.url)));
  const unknown = migrations.filter((name) => !known.has(`${name}.ts`));
  if (unknown.length === 0) return;
  throw new BackupError(
    `${file} was written by a newer Cairn than this one. Update Cairn first. (${unknown.join(', ')})`,
  );
}

function whatVanishes(copy: Copy, facts: DatabaseFacts | undefined, now: Temporal.Instant): string {
  const time = copy.madeAt.toString({ fractionalSecondDigits: 0 }).replace('T', ' ').replace('Z', ' UTC');
  return [
    `This copy was made on ${time}, ${ago(now.since(copy.madeAt))} ago. Whatever the bot answered since then would vanish.`,
    `The copy holds ${holdings(copy)}.`,
    facts === undefined
      ? 'The present database is missing or cannot be read.'
      : `The present database holds ${holdings(facts)}.`,
    'Members who had their data deleted since then would be back: delete them again (npm run member -- delete USER_ID).',
  ].join('\n');
}

function holdings({ members, entries }: DatabaseFacts): string {
  const people = members === 1 ? '1 member' : `${members} members`;
  return `${people} and ${entries === 1 ? '1 entry' : `${entries} entries`} in their histories`;
}

function ago(span: Temporal.Duration): string {
  const hours = Math.floor(span.total('hours'));
  if (hours >= 48) return `${Math.floor(hours / 24)} days`;
  return hours >= 2 ? `${hours} hours` : `${Math.max(Math.floor(span.total('minutes')), 0)} minutes`;
}
