import { problemIn, takesNotices } from '../domain/delivery.ts';
import { milestonePost } from '../domain/milestone-post.ts';
import { isPrivate, type OutboxRecord } from '../domain/outbox.ts';
import { isPeriodOrder } from '../domain/period-order.ts';
import type { PostReading, ReadPost } from '../domain/post-reading.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findOpenPause } from '../store/group-break-store.ts';
import { listMilestones } from '../store/milestone-store.ts';
import { findOutboxRecord } from '../store/outbox-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { findNoticeReader } from './find-notice-reader.ts';
import { readBreak } from './read-break.ts';
import { readPeriodPost } from './read-period-post.ts';
import { readPrivatePost } from './read-private-post.ts';
import { readRoadmap } from './read-roadmap.ts';

const dropped: ReadPost = { kind: 'dropped' };

/** Gathers what a post is made of, at the moment at which it is sent. Rights come from memory: no request is made. */
export async function readPost(deps: Deps, record: OutboxRecord, now: Temporal.Instant): Promise<ReadPost> {
  if (isPrivate(record.order.kind)) return readPrivatePost(deps, record, now);
  const group = record.groupId === undefined ? undefined : await findStudyGroup(deps.db, record.groupId);
  if (!group || group.archivedAt !== undefined) return dropped;
  const state = deps.discord.serverState(group.serverId);
  if (state === 'unavailable') return { kind: 'outage' };
  if (state === 'absent') return { kind: 'blocked', problem: 'unknown-server' };
  if (isPeriodOrder(record.order)) return readPeriodPost(deps, { record, order: record.order, group });
  return record.order.kind === 'notice' ? readNotice(deps, record, group) : readGroupPost(deps, record, group, now);
}

async function readGroupPost(
  deps: Deps,
  record: OutboxRecord,
  group: StudyGroup,
  now: Temporal.Instant,
): Promise<ReadPost> {
  const { serverId, channelId, forumTagId: tagId, pingRoleId } = group;
  const channel = deps.discord.findChannel(serverId, channelId);
  const problem = problemIn(channel, { tagId });
  if (problem || !channel) return { kind: 'blocked', problem: problem ?? 'unknown-channel' };
  const role = pingRoleId === undefined ? undefined : deps.discord.findRole(serverId, pingRoleId);
  const mayPing = role !== undefined && (role.isMentionable || channel.mayMentionAll);
  const reading = await readingOf(deps, record, mayPing ? group : { ...group, pingRoleId: undefined }, now);
  if (!reading) return dropped;
  const isUnwanted = reading.kind === 'break-notice' && reading.isTakenBack;
  return {
    kind: 'ready',
    reading,
    isUnwanted,
    place: channel.kind === 'forum' ? { kind: 'forum', serverId, channelId, tagId } : { kind: 'channel', channelId },
    canLook: !channel.missing.includes('read-history'),
  };
}

async function readingOf(
  deps: Deps,
  { order, marks }: OutboxRecord,
  group: StudyGroup,
  now: Temporal.Instant,
): Promise<PostReading | undefined> {
  const parts = { group, marks, roadmap: readRoadmap(deps, group.language) };
  switch (order.kind) {
    case 'milestones': {
      const rows = await listMilestones(deps.db, group.id);
      const pause = await findOpenPause(deps.db, group.id);
      const { codes, note, isExtra = false } = order;
      return milestonePost({ ...parts, rows, pause, codes, note, isExtra, at: now });
    }
    case 'break-notice':
      return readBreak(deps, parts, order.breakId, now);
    case 'welcome':
      return { kind: 'welcome', ...parts };
    default:
      return undefined;
  }
}

/**
 * To the channel for notices; where there is none, or nothing can be posted there, privately to whoever set the group up;
 * where they cannot be reached, to the group's own channel. Where that is no place for it, either, a chat that refused an
 * earlier notice is tried: it may be open by now.
 */
async function readNotice(deps: Deps, record: OutboxRecord, group: StudyGroup): Promise<ReadPost> {
  if (record.order.kind !== 'notice') return dropped;
  const { notice } = record.order;
  const about = 'key' in notice ? await findOutboxRecord(deps.db, notice.key) : undefined;
  const roadmap = readRoadmap(deps, group.language);
  const reading: PostReading = { kind: 'notice', group, roadmap, marks: record.marks, notice, about };
  const { noticeChannelId, channelId } = group;
  const chosen = noticePlaceIn(deps, group, noticeChannelId);
  if (chosen) return { kind: 'ready', reading, ...chosen };
  const reader = await findNoticeReader(deps, group);
  if (reader) return { kind: 'ready', reading, place: { kind: 'private', ...reader }, canLook: true };
  // That nobody checks in any more is nothing to say in front of everybody.
  const own = notice.kind === 'resting' ? undefined : noticePlaceIn(deps, group, channelId);
  if (own) return { kind: 'ready', reading, ...own };
  const perhaps = await findNoticeReader(deps, group, record.createdAt);
  if (!perhaps) return { kind: 'failed', problem: 'closed-private-chat' };
  return { kind: 'ready', reading, place: { kind: 'private', ...perhaps }, canLook: true };
}

/** Undefined where nothing can be posted, and in a forum: a notice is no thread. */
function noticePlaceIn({ discord }: Deps, { serverId }: StudyGroup, channelId: string | undefined) {
  const channel = channelId === undefined ? undefined : discord.findChannel(serverId, channelId);
  if (!takesNotices(channel)) return undefined;
  const place = { kind: 'channel', channelId: channel.id } as const;
  return { place, canLook: !channel.missing.includes('read-history') };
}
