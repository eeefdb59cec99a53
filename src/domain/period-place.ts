import { problemIn } from './delivery.ts';
import type { PostPlace } from './delivery-port.ts';
import type { ChannelFacts, ChannelRight } from './discord-port.ts';
import type { DeliveryProblem } from './outbox.ts';
import type { StoredPeriod } from './stored-period.ts';
import type { StudyGroup } from './study-group.ts';

/** Where something of a period goes, as far as is known without asking, or why it cannot. */
export type PeriodPlace =
  | { readonly kind: 'place'; readonly place: PostPlace; readonly canLook: boolean }
  | { readonly kind: 'blocked'; readonly problem: DeliveryProblem };

interface Whereabouts {
  readonly group: Pick<StudyGroup, 'serverId' | 'channelId' | 'forumTagId'>;
  /** Of the channel meant; undefined where there is none. */
  readonly facts: ChannelFacts | undefined;
}

/** Into the channel of the group, as a message on which a thread can be started; in a forum as a post. */
export function placeOfStarter(whereabouts: Whereabouts): PeriodPlace {
  const found = placeInChannel(whereabouts);
  // A post in a forum is a thread by itself.
  const cannotStart =
    found.kind === 'place' && found.place.kind === 'channel' && isMissing(whereabouts, 'create-threads');
  return cannotStart ? { kind: 'blocked', problem: 'missing-permission' } : found;
}

/** Into a thread. `facts`: of the channel to which it belongs. */
export function placeInThread(threadId: string, facts: ChannelFacts | undefined): PeriodPlace {
  if (!facts?.kind) return { kind: 'blocked', problem: 'unknown-channel' };
  if (facts.missing.includes('view')) return { kind: 'blocked', problem: 'missing-access' };
  if (facts.missing.includes('send-in-threads') || facts.missing.includes('embed-links')) {
    return { kind: 'blocked', problem: 'missing-permission' };
  }
  return {
    kind: 'place',
    place: { kind: 'thread', channelId: threadId },
    canLook: !facts.missing.includes('read-history'),
  };
}

/** Into the channel, where everybody sees it; in a forum below the post of the period, where that is in this forum. */
export function placeBesideThread(
  { group, facts }: Whereabouts,
  { thread }: Pick<StoredPeriod, 'thread'>,
): PeriodPlace {
  const isInPost = facts?.kind === 'forum' && thread?.channelId === group.channelId;
  return isInPost ? placeInThread(thread.threadId, facts) : placeInChannel({ group, facts });
}

function placeInChannel({ group, facts }: Whereabouts): PeriodPlace {
  const { serverId, channelId, forumTagId: tagId } = group;
  const problem = problemIn(facts, { tagId });
  if (problem || !facts) return { kind: 'blocked', problem: problem ?? 'unknown-channel' };
  return {
    kind: 'place',
    place: facts.kind === 'forum' ? { kind: 'forum', serverId, channelId, tagId } : { kind: 'channel', channelId },
    canLook: !facts.missing.includes('read-history'),
  };
}

function isMissing({ facts }: Whereabouts, right: ChannelRight): boolean {
  return facts?.missing.includes(right) ?? true;
}
