import type { Deps } from '../../src/actions/deps.ts';
import {
  type ChannelFacts,
  type DiscordPort,
  noDiscord,
  type PersonFacts,
  type RoleFacts,
} from '../../src/domain/discord-port.ts';
import type { Roadmap } from '../../src/domain/roadmap.ts';
import type { GroupSchedule, StudyGroup } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { insertStudyGroup } from '../../src/store/study-group-store.ts';
import { aRoadmap, aStep, instant } from './builders.ts';
import { aStudyGroup } from './study-groups.ts';

/** From Monday, 2 March 2026, for 8 months, at 18:00 in Berlin. */
export function aSchedule(overrides: Partial<GroupSchedule> = {}): GroupSchedule {
  return {
    validFrom: instant('2026-02-20T12:00Z'),
    zone: 'Europe/Berlin',
    startDay: Temporal.PlainDate.from('2026-03-02'),
    months: 8,
    postTime: Temporal.PlainTime.from('18:00'),
    rhythm: 'weekly',
    ...overrides,
  };
}

/** Early birds in Study hall: no roles, nobody pinged. */
export function aGroup(overrides: Partial<StudyGroup> = {}): StudyGroup {
  return aStudyGroup({
    id: 'early',
    serverId: 'study-hall',
    name: 'Early birds',
    channelId: 'study',
    actorId: 'moderator',
    createdAt: instant('2026-02-20T12:00Z'),
    schedule: aSchedule(),
    ...overrides,
  });
}

/** The same, in the database. */
export async function groupSetUp(deps: Deps, overrides: Partial<StudyGroup> = {}): Promise<StudyGroup> {
  const group = aGroup(overrides);
  await insertStudyGroup(deps.db, group);
  return group;
}

type Overrides = Omit<Partial<StudyGroup>, 'schedule'> & { readonly schedule?: Partial<GroupSchedule> };

/** Another group there, which holders of the role "moderators" look after. */
export function nightSchool({ schedule = {}, ...overrides }: Overrides = {}): StudyGroup {
  const usual = { id: 'night', name: 'Night school', moderatorRoleId: 'moderators' };
  return aGroup({ ...usual, ...overrides, schedule: aSchedule(schedule) });
}

/** Eight months with a step each, in four phases of two: every milestone of a group has a title. */
export function eightMonths(): Roadmap {
  const phaseIds = ['foundation', 'core', 'advanced', 'professional'];
  const steps = Array.from({ length: 8 }, (_, index) =>
    aStep({ id: `step-${index + 1}`, month: index + 1, phaseId: phaseIds[Math.floor(index / 2)] ?? '' }),
  );
  return aRoadmap({ steps });
}

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
  /** By their ids, what people hold in the server; nobody else is in it. */
  readonly people?: Readonly<Record<string, PersonFacts>>;
}

/** The server "study-hall" as the bot's memory knows it; other servers are not there. */
export function aDiscord({
  channels = [aChannel()],
  roles = [aRole()],
  mayCreateEvents = true,
  people = {},
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
    mayWrite: async () => true,
    findStanding: async (serverId, userId) => here(serverId, people[userId]),
    findPresence: async () => 'there',
  };
}
