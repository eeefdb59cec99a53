import { neededToPost, takesNotices } from './delivery.ts';
import type { ChannelFacts, ChannelRight, DiscordPort, RoleFacts } from './discord-port.ts';
import type { GroupSettings } from './group-settings.ts';

/** Something in Discord that keeps a group from working as its moderators set it up. */
export type GroupProblem =
  /** The channel is gone, or of a kind in which nothing can be posted. */
  | { readonly kind: 'no-channel' }
  | { readonly kind: 'missing-rights'; readonly rights: readonly ChannelRight[]; readonly isNeeded: boolean }
  /** The forum demands a tag on each post and none is chosen, or the chosen one is gone. */
  | { readonly kind: 'tag-wanted' }
  | { readonly kind: 'cannot-ping'; readonly roleId: string }
  | { readonly kind: 'role-gone'; readonly role: 'moderators' | 'members' | 'ping' }
  | { readonly kind: 'cannot-give'; readonly roleId: string }
  | { readonly kind: 'powerful-role'; readonly roleId: string }
  | { readonly kind: 'no-notices'; readonly channelId: string }
  /** There is no channel for notices, and nobody who can be told privately. */
  | { readonly kind: 'no-reader' }
  | { readonly kind: 'no-events' };

/** Whether no post can arrive while it lasts. */
export function isNeeded(problem: GroupProblem): boolean {
  if (problem.kind === 'missing-rights') return problem.isNeeded;
  return problem.kind === 'no-channel' || problem.kind === 'tag-wanted';
}

/** Everything that is in the way now, what stops posts first. Looks into memory only. */
export function findGroupProblems(discord: DiscordPort, serverId: string, settings: GroupSettings): GroupProblem[] {
  const channel = discord.findChannel(serverId, settings.channelId);
  return [
    ...channelProblems(channel, settings.forumTagId),
    ...roleProblems(discord, serverId, settings, channel),
    ...noticeProblems(discord, serverId, settings.noticeChannelId),
    ...eventProblems(discord, serverId, settings.showsEvents),
  ];
}

function channelProblems(channel: ChannelFacts | undefined, tagId: string | undefined): GroupProblem[] {
  if (!channel?.kind) return [{ kind: 'no-channel' }];
  const isThere = channel.tags.some(({ id }) => id === tagId);
  // The others make a post poorer, or its delivery less sure.
  const rights = (isNeededOnes: boolean): GroupProblem[] => {
    const missing = channel.missing.filter((right) => neededToPost.includes(right) === isNeededOnes);
    return missing.length > 0 ? [{ kind: 'missing-rights', rights: missing, isNeeded: isNeededOnes }] : [];
  };
  return [
    ...rights(true),
    ...(channel.kind === 'forum' && channel.demandsTag && !isThere ? [{ kind: 'tag-wanted' } as const] : []),
    ...rights(false),
  ];
}

function roleProblems(
  discord: DiscordPort,
  serverId: string,
  { moderatorRoleId, memberRoleId, pingRoleId }: GroupSettings,
  channel: ChannelFacts | undefined,
): GroupProblem[] {
  const check = (
    role: 'moderators' | 'members' | 'ping',
    roleId: string | undefined,
    problemOf: (facts: RoleFacts) => GroupProblem[],
  ): GroupProblem[] => {
    if (roleId === undefined) return [];
    const facts = discord.findRole(serverId, roleId);
    return facts ? problemOf(facts) : [{ kind: 'role-gone', role }];
  };
  return [
    ...check('moderators', moderatorRoleId, () => []),
    ...check('members', memberRoleId, memberRoleProblems),
    ...check('ping', pingRoleId, ({ id, isMentionable }) =>
      isMentionable || channel?.mayMentionAll ? [] : [{ kind: 'cannot-ping', roleId: id }],
    ),
  ];
}

/** Why this role cannot be given to everybody who joins a group. */
export function memberRoleProblems({ id, isGivable, isPowerful }: RoleFacts): GroupProblem[] {
  if (isPowerful) return [{ kind: 'powerful-role', roleId: id }];
  return isGivable ? [] : [{ kind: 'cannot-give', roleId: id }];
}

function noticeProblems(discord: DiscordPort, serverId: string, channelId: string | undefined): GroupProblem[] {
  if (channelId === undefined) return [];
  return takesNotices(discord.findChannel(serverId, channelId)) ? [] : [{ kind: 'no-notices', channelId }];
}

function eventProblems(discord: DiscordPort, serverId: string, showsEvents: boolean): GroupProblem[] {
  return showsEvents && !discord.serverRights(serverId)?.mayCreateEvents ? [{ kind: 'no-events' }] : [];
}
