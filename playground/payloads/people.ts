import type { Json, Member, Role, Server, User } from '../world/model.ts';

/** A user as Discord writes it (docs: User Object). */
export function userJson(user: User): Json {
  return {
    id: user.id,
    username: user.bot ? user.name : user.name.toLowerCase().replaceAll(/[^a-z0-9_.]/g, ''),
    discriminator: user.bot ? '0000' : '0',
    global_name: user.bot ? null : user.name,
    avatar: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    bot: user.bot,
    public_flags: 0,
  };
}

/** A member without its user (docs: Guild Member Object). */
export function memberJson(member: Member): Json {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: member.timedOutUntil === null ? null : new Date(member.timedOutUntil).toISOString(),
    deaf: false,
    flags: 0,
    joined_at: new Date(member.joinedAt).toISOString(),
    mute: false,
    nick: null,
    pending: false,
    premium_since: null,
    roles: [...member.roles],
  };
}

/** A role (docs: Role Object). */
export function roleJson(role: Role, server: Server): Json {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    description: null,
    flags: 0,
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: role.managed,
    mentionable: role.mentionable,
    permissions: role.permissions.toString(),
    position: role.position,
    ...(role.managed ? { tags: { bot_id: botOfRole(server, role.id) } } : {}),
  };
}

function botOfRole(server: Server, roleId: string): string | undefined {
  return [...server.members.values()].find((member) => member.roles.has(roleId))?.userId;
}
