import { channelJson } from '../../payloads/channels.ts';
import { guildJson } from '../../payloads/guild.ts';
import { memberJson, roleJson, userJson } from '../../payloads/people.ts';
import { demand } from '../../world/api-error.ts';
import type { Member, Role, Server } from '../../world/model.ts';
import { permissionFlags } from '../../world/permission-flags.ts';
import { basePermissions, highestPosition } from '../../world/permissions.ts';
import { type Call, noContent, ok, param, type Route, serverOf } from '../call.ts';

function memberOf(call: Call, server: Server, id: string): Member {
  demand(call.world.users.has(id), 'unknownUser');
  const member = server.members.get(id);
  demand(member, 'unknownMember');
  return member;
}

function getMember(call: Call) {
  const server = serverOf(call);
  const member = memberOf(call, server, param(call, 'user'));
  const user = call.world.users.get(member.userId);
  return ok({ ...memberJson(member), user: user ? userJson(user) : null });
}

/** Giving a role needs Manage Roles, and the role must stand below the bot's highest (docs: Permission Hierarchy). */
function roleToGive(call: Call): { server: Server; member: Member; role: Role } {
  const server = serverOf(call);
  const member = memberOf(call, server, param(call, 'user'));
  const role = server.roles.get(param(call, 'role'));
  demand(role, 'unknownRole');
  const bot = server.members.get(call.world.application.botId);
  demand(bot && basePermissions(server, bot) & permissionFlags.ManageRoles, 'missingPermissions');
  demand(!role.managed && role.id !== server.id && role.position < highestPosition(server, bot), 'missingPermissions');
  return { server, member, role };
}

export const serverRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/guilds/:server',
    handle(call) {
      const server = serverOf(call);
      const counts = { approximate_member_count: server.members.size, approximate_presence_count: 1 };
      return ok({ ...guildJson(server), ...(call.query.get('with_counts') === 'true' ? counts : {}) });
    },
  },
  {
    method: 'GET',
    path: '/guilds/:server/channels',
    handle: (call) => ok([...serverOf(call).channels.values()].map((channel) => channelJson(call.world, channel))),
  },
  {
    method: 'GET',
    path: '/guilds/:server/roles',
    handle(call) {
      const server = serverOf(call);
      return ok([...server.roles.values()].map((role) => roleJson(role, server)));
    },
  },
  { method: 'GET', path: '/guilds/:server/members/:user', handle: getMember },
  {
    method: 'PUT',
    path: '/guilds/:server/members/:user/roles/:role',
    handle(call) {
      const { server, member, role } = roleToGive(call);
      member.roles.add(role.id);
      call.world.events.emit('member-changed', { server, member });
      return noContent;
    },
  },
  {
    method: 'DELETE',
    path: '/guilds/:server/members/:user/roles/:role',
    handle(call) {
      const { server, member, role } = roleToGive(call);
      member.roles.delete(role.id);
      call.world.events.emit('member-changed', { server, member });
      return noContent;
    },
  },
  {
    method: 'DELETE',
    path: '/users/@me/guilds/:server',
    handle(call) {
      const server = serverOf(call);
      server.members.delete(call.world.application.botId);
      call.world.events.emit('server-left', { server, unavailable: false });
      return noContent;
    },
  },
];
