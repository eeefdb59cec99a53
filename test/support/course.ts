import type { Person } from '../../playground/people/person.ts';
import type { Playground } from '../../playground/start.ts';
import { milestoneMark } from '../../src/domain/milestone.ts';
import type { OutboxRecord } from '../../src/domain/outbox.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { parseCustomId } from '../../src/lib/custom-id.ts';
import type { Temporal } from '../../src/lib/temporal.ts';
import type { Db } from '../../src/store/database.ts';
import { listMilestones } from '../../src/store/milestone-store.ts';
import { listOutboxRecords } from '../../src/store/outbox-store.ts';
import { instant } from './builders.ts';
import { aCohort, insertPlannedGroup } from './cohorts.ts';
import { openTestDatabase } from './database.ts';
import { aMovedTime, type MovedTime } from './moved-time.ts';

/** A post of the bot's as it stands in a channel or thread. */
export interface FoundPost {
  readonly marks: readonly string[];
  /** "2026-02-23T17:00", in UTC. */
  readonly at: string;
  readonly channelId: string;
  readonly content: string;
  readonly pinged: readonly string[];
}

/** A group on its way through the roadmap, on a Discord and with a bot whose time the test moves. */
export interface Course {
  readonly time: MovedTime;
  readonly playground: Playground;
  readonly db: Db;
  readonly group: StudyGroup;
  /** Who set it up, through the role "Moderators". */
  readonly owner: Person;
  /** Every post of every group, the oldest first. */
  posts(): FoundPost[];
  /** What stands in the channel or private chat for moderators, but that nobody is asked to check in any more. */
  notices(): string[];
  outbox(): Promise<readonly OutboxRecord[]>;
}

export interface CourseOptions {
  readonly from?: Temporal.Instant;
  readonly channel?: string;
  readonly group?: Partial<StudyGroup>;
  readonly playground?: Parameters<typeof aMovedTime>[1];
}

/** Starts on 1 February 2026: the first post is due on 23 February, at 17:00 UTC, the next on 2 March. */
export async function aCourse({ from, channel = 'study', group, playground: options }: CourseOptions = {}) {
  const start = from ?? instant('2026-02-01T12:00Z');
  const time = await aMovedTime(start, options);
  const { playground } = time;
  const db = openTestDatabase(time.bot.databaseFile);
  const { id: serverId } = playground.controls.server();
  const { id: channelId } = playground.channel(channel);
  const owner = playground.person('Grace', { moderator: true });
  const planned = await insertPlannedGroup(
    db,
    aCohort({ serverId, channelId, actorId: owner.id, createdAt: start, ...group }),
  );
  const course: Course = {
    time,
    playground,
    db,
    group: planned,
    owner,
    posts: () => postsIn(playground),
    notices: () => noticesIn(playground),
    outbox: () => listOutboxRecords(db, planned.id),
  };
  return course;
}

/** What a message says it is: the marks on its first button. */
function marksOf(customIds: readonly (string | undefined)[]): string[] {
  return customIds.flatMap((raw) => {
    const id = parseCustomId(raw ?? '');
    return id?.command === 'group' && id.control === 'next' ? id.args : [];
  });
}

export function postsIn({ world }: Playground): FoundPost[] {
  return [...world.messages.values()].flatMap((message) => {
    const controls = message.components.flatMap(({ components = [] }) => components);
    const marks = marksOf(controls.map(({ custom_id: customId }) => customId));
    if (marks.length === 0) return [];
    const at = new Date(message.createdAt).toISOString().slice(0, 16);
    return [{ marks, at, channelId: message.channelId, content: message.content, pinged: message.pings.roles }];
  });
}

function noticesIn({ world }: Playground): string[] {
  return [...world.messages.values()].flatMap(({ components, content }) => {
    const controls = components.flatMap(({ components: inner = [] }) => inner);
    const isAboutRest = controls.some(({ custom_id: id }) => id?.startsWith('setup:wake')); // Nobody checks in here.
    return !isAboutRest && controls.some(({ custom_id: id }) => id?.startsWith('setup:check')) ? [content] : [];
  });
}

/** Whether every milestone of these groups stands somewhere, and once. */
export async function accountOf(posts: readonly FoundPost[], db: Db, groups: readonly StudyGroup[]) {
  const counts = new Map<string, number>();
  for (const mark of posts.flatMap(({ marks }) => marks)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const rows = (await Promise.all(groups.map(({ id }) => listMilestones(db, id)))).flat();
  const marks = rows.map((row) => milestoneMark(row.groupId, row));
  return {
    there: counts.size,
    doubled: [...counts].filter(([, count]) => count > 1),
    missing: marks.filter((mark) => !counts.has(mark)),
  };
}
