import { findGroupProblems, type GroupProblem } from '../domain/group-problems.ts';
import { settingsOf } from '../domain/group-settings.ts';
import type { Milestone } from '../domain/milestone.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { GroupBreak, StudyGroup } from '../domain/study-group.ts';
import { isAfter } from '../lib/is-after.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findOpenPause } from '../store/group-break-store.ts';
import { listMilestones } from '../store/milestone-store.ts';
import { findLastSent, listTroubles } from '../store/outbox-trouble-store.ts';
import type { Deps } from './deps.ts';
import { findReaderProblems } from './find-reader-problems.ts';
import { findRest } from './find-rest.ts';
import { isComing } from './read-group-dates.ts';

/** How long what went wrong for good is still shown, in days. What waits for somebody is shown until it is settled. */
const SHOWN_DAYS = 30;

/** What a doctor finds out about a group. */
export interface GroupCheck {
  readonly group: StudyGroup;
  readonly problems: readonly GroupProblem[];
  /** The newest post that arrived. */
  readonly last: OutboxRecord | undefined;
  /** What comes next, the earliest first. Nothing, while a pause lasts. */
  readonly next: readonly Milestone[];
  /** The one that lasts. */
  readonly pause: GroupBreak | undefined;
  /** Whether nobody is asked to check in, because nobody did for a while. */
  readonly isResting: boolean;
  /** What did not arrive as it should, the newest first. */
  readonly troubles: readonly OutboxRecord[];
  /** Milestones that came too late to be posted, the newest first. */
  readonly missed: readonly Milestone[];
}

/** Looks at everything that a group's posts need, and at what became of them. Changes nothing. */
export async function checkGroup(deps: Deps, group: StudyGroup, now: Temporal.Instant): Promise<GroupCheck> {
  const since = now.subtract({ hours: SHOWN_DAYS * 24 });
  const milestones = await listMilestones(deps.db, group.id);
  const pause = await findOpenPause(deps.db, group.id);
  const isRecent = ({ dueAt }: Milestone) => isAfter(dueAt, since);
  return {
    group,
    problems: [
      ...findGroupProblems(deps.discord, group.serverId, settingsOf(group)),
      ...(await findReaderProblems(deps, group)),
    ],
    last: await findLastSent(deps.db, group.id, channelPosts),
    next: pause ? [] : milestones.filter((milestone) => isComing(milestone, now)),
    pause,
    isResting: (await findRest(deps.db, group.id, now)) !== undefined,
    troubles: await listTroubles(deps.db, group.id, since),
    missed: milestones.filter((milestone) => milestone.fate === 'missed' && isRecent(milestone)).toReversed(),
  };
}

/** What appears in the group's channel itself. */
const channelPosts = ['milestones', 'break-notice', 'welcome', 'starter', 'prompt', 'recap'] as const;
