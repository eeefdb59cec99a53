import { writeFileSync } from 'node:fs';
import { REST } from 'discord.js';
import { deletePersonalData } from './actions/delete-personal-data.ts';
import { exportPersonalData } from './actions/export-personal-data.ts';
import { readPersonalData } from './actions/read-personal-data.ts';
import { removeMessage, takeRole } from './discord/discord-port.ts';
import { type DiscordPort, noDiscord } from './domain/discord-port.ts';
import type { PersonalTable } from './domain/personal-data.ts';
import { confirm, type HostCommand, runForHost, UsageError } from './host-command.ts';
import { catalogueOf, FALLBACK_LANGUAGE } from './language/languages.ts';
import { Temporal } from './lib/temporal.ts';
import { BackupError } from './store/backup.ts';
import { type Db, openDatabase } from './store/database.ts';
import { readMigrationState } from './store/migrate.ts';
import { messageLink } from './views/message-link.ts';
import { exportText } from './views/settings-export-view.ts';

/** `npm run member -- export|delete USER_ID`: for people who can reach the bot in no server any more. */
await runForHost(async (command) => {
  const [verb, userId, file] = command.words;
  if ((verb !== 'export' && verb !== 'delete') || userId === undefined || !/^\d{17,20}$/.test(userId)) {
    throw new UsageError(
      'npm run member -- export USER_ID [FILE] or npm run member -- delete USER_ID [--yes]. USER_ID is the id on Discord, 17 to 20 digits.',
    );
  }
  const db = openDatabase(command.databaseFile);
  try {
    const { pending } = await readMigrationState(db, new URL('../migrations/', import.meta.url));
    if (pending.length > 0)
      throw new BackupError('This database is older than the program. Start the bot once, then run this again.');
    await (verb === 'export' ? exportMember(db, userId, file) : deleteMember(command, db, userId));
  } finally {
    await db.destroy();
  }
});

async function exportMember(db: Db, userId: string, given: string | undefined): Promise<void> {
  const now = Temporal.Now.instant();
  const tables = await exportPersonalData({ db }, { userId });
  const file = given ?? `cairn-${userId}-${now.toString().slice(0, 10)}.json`;
  saveNew(file, exportText(FALLBACK_LANGUAGE, tables, now));
  console.log(`Everything about ${userId} is in ${file}: ${tables.length === 0 ? 'there is nothing' : count(tables)}.`);
}

/** Never over an older file, and for nobody else to read: it holds what a person told the bot alone. */
function saveNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new UsageError(
      exists ? `${file} is there already. Name another file.` : `${file} cannot be written: ${error}`,
    );
  }
}

async function deleteMember(command: HostCommand, db: Db, userId: string): Promise<void> {
  const { tables } = await readPersonalData({ db }, { userId });
  if (tables.length === 0) {
    console.log(`Nothing is stored about ${userId}.`);
    return;
  }
  const { settings: words } = catalogueOf(FALLBACK_LANGUAGE);
  for (const { name, count: rows } of tables) {
    console.log(words.tableLine(rows, words.tables[name] ?? words.otherTable(name)));
  }
  if (!(await confirm(command, `Delete all of it, for good? Older backups keep it until they are replaced.`))) {
    console.log('Nothing was changed.');
    return;
  }
  // Whether the bot sees a channel is not known here: it takes the check-ins away when it runs.
  const discord = { ...noDiscord, serverState: () => 'unavailable' as const, ...reachingDiscord(command) };
  const outcome = await deletePersonalData({ db, discord, wake: () => {} }, { userId }, Temporal.Now.instant());
  console.log(`Everything about ${userId} is deleted.`);
  if (outcome.kind !== 'deleted') return;
  const { unreachable: left, keptRoles } = outcome;
  if (left.length > 0) console.log('These shared screens could not be removed from Discord:');
  for (const message of left) console.log(`- ${messageLink(message)}`);
  if (keptRoles.length > 0) console.log('These roles could not be taken away in Discord:');
  for (const { serverId, roleId } of keptRoles) console.log(`- role ${roleId} in server ${serverId}`);
}

/** Without a token nothing on Discord can be reached. */
function reachingDiscord({ config }: HostCommand): Partial<DiscordPort> {
  const { token, apiUrl } = config;
  if (token === undefined) return {};
  const rest = new REST({ api: apiUrl }).setToken(token);
  return { removeMessage: (message) => removeMessage(rest, message), takeRole: (held) => takeRole(rest, held) };
}

function count(tables: readonly PersonalTable[]): string {
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  return `${rows} rows of ${tables.length} tables`;
}
