import { findGroupProblems, type GroupProblem } from '../domain/group-problems.ts';
import { settingsOf } from '../domain/group-settings.ts';
import type { Milestone } from '../domain/milestone.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { Temporal } from '../lib/temporal.ts';
import { listMilestones } from '../store/milestone-store.ts';
import { listOutboxRecords } from '../store/outbox-store.ts';
import type { Deps } from './deps.ts';
import { isComing } from './read-group-dates.ts';

/** How long what went wrong for good is still shown, in days. What waits for somebody is shown until it is settled. */
const SHOWN_DAYS = 30;

/** What a doctor finds out about a group. */
export interface GroupCheck {
  readonly group: StudyGroup;
  readonly problems: readonly GroupProblem[];
  /** The newest post that arrived. */
  readonly last: OutboxRecord | undefined;
  /** What comes next, the earliest first. */
  readonly next: readonly Milestone[];
  /** What did not arrive as it should, the newest first. */
  readonly troubles: readonly OutboxRecord[];
  /** Milestones that came too late to be posted, the newest first. */
  readonly missed: readonly Milestone[];
}

/** Looks at everything that a group's posts need, and at what became of them. Changes nothing. */
export async function checkGroup(deps: Deps, group: StudyGroup, now: Temporal.Instant): Promise<GroupCheck> {
  const records = await listOutboxRecords(deps.db, group.id);
  const milestones = await listMilestones(deps.db, group.id);
  const isRecent = ({ dueAt }: { readonly dueAt: Temporal.Instant }) =>
    Temporal.Instant.compare(dueAt, now.subtract({ hours: SHOWN_DAYS * 24 })) > 0;
  const isOpen = ({ state }: OutboxRecord) => state === 'blocked' || state === 'uncertain';
  const isLost = ({ state }: OutboxRecord) => state === 'failed' || state === 'missed';
  return {
    group,
    problems: findGroupProblems(deps.discord, group.serverId, settingsOf(group)),
    last: records.findLast((record) => isPost(record) && record.state === 'sent'),
    next: milestones.filter((milestone) => isComing(milestone, now)),
    troubles: records.filter((record) => isOpen(record) || (isLost(record) && isRecent(record))).toReversed(),
    missed: milestones.filter((milestone) => milestone.fate === 'missed' && isRecent(milestone)).toReversed(),
  };
}

/** Whether it is something for the group's channel. */
function isPost({ order }: OutboxRecord): boolean {
  return order.kind === 'milestones' || order.kind === 'break-notice' || order.kind === 'welcome';
}
