import { statSync } from 'node:fs';
import { runForHost } from './host-command.ts';
import { Temporal } from './lib/temporal.ts';
import { backUp } from './store/backup.ts';
import { backupFolderOf } from './store/backup-folder.ts';

/** `npm run backup`: copies the database, also while the bot runs, and checks the copy. */
await runForHost(async ({ config, databaseFile }) => {
  const folder = backupFolderOf(databaseFile, config.backupFolder);
  const now = Temporal.Now.instant().toString();
  const file = await backUp({ databaseFile, folder, kind: 'by-hand', now, keep: config.retention.backups });
  console.log(`Backed up to ${file} (${Math.ceil(statSync(file).size / 1024)} KB). The copy was checked and is whole.`);
  console.log(`To go back to it, stop the bot and run: npm run restore -- ${file}`);
});
