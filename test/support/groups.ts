import type { ChannelFacts, DiscordPort, RoleFacts } from '../../src/domain/discord-port.ts';
import { noDiscord } from '../../src/domain/discord-port.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { instant } from './builders.ts';

/** A text channel called "study" in which the bot may do everything. */
export function aChannel(overrides: Partial<ChannelFacts> = {}): ChannelFacts {
  return {
    id: 'study',
    name: 'study',
    kind: 'text',
    missing: [],
    mayMentionAll: false,
    demandsTag: false,
    tags: [],
    ...overrides,
  };
}

/** A plain role that the bot may give and that anybody may mention. */
export function aRole(overrides: Partial<RoleFacts> = {}): RoleFacts {
  const id = overrides.id ?? 'learners';
  return { id, name: id, isMentionable: true, isGivable: true, isPowerful: false, ...overrides };
}

export interface DiscordFacts {
  readonly channels?: readonly ChannelFacts[];
  readonly roles?: readonly RoleFacts[];
  readonly mayCreateEvents?: boolean;
}

/** The server "study-hall" as the bot's memory knows it; other servers are not there. */
export function aDiscord({
  channels = [aChannel()],
  roles = [aRole()],
  mayCreateEvents = true,
}: DiscordFacts = {}): DiscordPort {
  const here = <Fact>(serverId: string, fact: Fact) => (serverId === 'study-hall' ? fact : undefined);
  return {
    ...noDiscord,
    serverName: (serverId) => here(serverId, 'Study hall'),
    removeMessage: async () => true,
    findChannel: (serverId, id) =>
      here(
        serverId,
        channels.find((channel) => channel.id === id),
      ),
    findRole: (serverId, id) =>
      here(
        serverId,
        roles.find((role) => role.id === id),
      ),
    serverRights: (serverId) => here(serverId, { mayManageRoles: true, mayCreateEvents }),
    findPresence: async () => 'there',
  };
}

/** Night school in #study, 8 months from Monday 2 March 2026, moderated by the role "moderators". */
export function aGroup({ schedule, ...overrides }: GroupOverrides = {}): StudyGroup {
  return {
    id: 'night',
    serverId: 'study-hall',
    name: 'Night school',
    channelId: 'study',
    channelKind: 'text',
    forumTagId: undefined,
    language: 'en',
    moderatorRoleId: 'moderators',
    memberRoleId: undefined,
    pingRoleId: undefined,
    noticeChannelId: undefined,
    showsEvents: false,
    actorId: 'grace',
    createdAt: instant('2026-02-01T12:00Z'),
    archivedAt: undefined,
    ...overrides,
    schedule: {
      validFrom: instant('2026-02-01T12:00Z'),
      zone: 'Europe/Berlin',
      startDay: Temporal.PlainDate.from('2026-03-02'),
      months: 8,
      postTime: Temporal.PlainTime.from('18:00'),
      rhythm: 'weekly',
      ...schedule,
    },
  };
}

type GroupOverrides = Omit<Partial<StudyGroup>, 'schedule'> & { readonly schedule?: Partial<StudyGroup['schedule']> };
