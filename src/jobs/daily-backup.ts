import { isBackupDue } from '../domain/backups.ts';
import type { Job } from './job.ts';

export default {
  name: 'daily-backup',
  async run(now, { backups }) {
    if (isBackupDue(backups.newestDaily(), now)) await backups.makeDaily(now);
  },
} satisfies Job;
