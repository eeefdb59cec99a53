import type { ChannelFacts } from '../domain/discord-port.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Deps } from './deps.ts';

/** The group with the role that its posts ping, or without it where the bot may not ping it now. */
export function pingableGroup(
  { discord }: Pick<Deps, 'discord'>,
  group: StudyGroup,
  channel: ChannelFacts | undefined,
): StudyGroup {
  const role = group.pingRoleId === undefined ? undefined : discord.findRole(group.serverId, group.pingRoleId);
  const mayPing = role !== undefined && (role.isMentionable || channel?.mayMentionAll);
  return mayPing ? group : { ...group, pingRoleId: undefined };
}
