import { createCommitTogether } from './actions/commit-together.ts';
import type { Deps } from './actions/deps.ts';
import type { Logger } from './discord/log.ts';
import type { Clock } from './domain/clock.ts';
import type { DeliveryPort } from './domain/delivery-port.ts';
import bindMilestones from './jobs/bind-milestones.ts';
import clearDrafts from './jobs/clear-drafts.ts';
import dailyBackup from './jobs/daily-backup.ts';
import deliver from './jobs/deliver.ts';
import deliverNotices from './jobs/deliver-notices.ts';
import deliverPrivate from './jobs/deliver-private.ts';
import { createDelivery } from './jobs/delivery.ts';
import forgetOldMembers from './jobs/forget-old-members.ts';
import heartbeat from './jobs/heartbeat.ts';
import openPeriods from './jobs/open-periods.ts';
import type { Pacer } from './jobs/pacer.ts';
import remind from './jobs/remind.ts';
import { joinRunners, type Runner, startJobs } from './jobs/runner.ts';
import { type BackupJob, createBackups } from './store/backup.ts';
import { beat } from './store/heartbeat.ts';
import type { PostView } from './views/post.ts';

/** How long what is written down about sending is gathered for one commit, in milliseconds. */
const GATHERED = 150;

export type CopyPlace = Pick<BackupJob, 'databaseFile' | 'folder' | 'keep'>;

export interface JobParts {
  readonly deps: Deps;
  readonly clock: Clock;
  readonly log: Logger;
  readonly copies: CopyPlace;
  readonly isBackedUp: boolean;
  readonly port: DeliveryPort<PostView>;
  readonly pacer: Pacer;
  readonly stopping: AbortSignal;
}

/** All that the clock asks for. What people wait for has runners of its own: a backup never holds up a post. */
export function wireJobs({ deps, clock, log, copies, isBackedUp, port, pacer, stopping }: JobParts): Runner {
  const { databaseFile } = copies;
  const delivery = createDelivery({
    clock,
    port,
    commit: createCommitTogether(deps.db, () => clock.wait(pacer.interval < 1 ? 0 : GATHERED)),
    pacer,
    stopping,
    reportError: (error, key) => log.error({ err: error, key }, 'A post could not be delivered. It is tried again.'),
  });
  const parts = {
    clock,
    deps: { ...deps, beat: () => beat(databaseFile, clock.now()), backups: createBackups(copies), delivery },
    reportError: (error: unknown, job: string) =>
      log.error({ err: error, job }, 'A job failed. It runs again in a minute.'),
  };
  const binding = startJobs({ ...parts, jobs: [bindMilestones] });
  const opening = startJobs({ ...parts, jobs: [openPeriods] });
  const reminding = startJobs({ ...parts, jobs: [remind] });
  const delivering = startJobs({ ...parts, jobs: [deliver] });
  const writing = startJobs({ ...parts, jobs: [deliverPrivate] });
  const telling = startJobs({ ...parts, jobs: [deliverNotices] });
  const chores = startJobs({
    ...parts,
    jobs: [clearDrafts, forgetOldMembers, ...(isBackedUp ? [dailyBackup] : []), heartbeat],
  });
  return joinRunners(
    [binding, opening, reminding, delivering, writing, telling, chores],
    [binding, opening, delivering, writing, telling],
  );
}
