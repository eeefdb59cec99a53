import type { GroupSettings } from './group-settings.ts';

/** What a moderator has chosen so far, kept in a draft until they set the group up or save the change. */
export type SetupCard =
  | { readonly kind: 'new'; readonly serverId: string; readonly settings: GroupSettings }
  /** Only what is to differ: what others change meanwhile stays theirs. */
  | { readonly kind: 'edit'; readonly groupId: string; readonly change: Partial<GroupSettings> };

/** The kind of draft that a card is kept in. */
export const SETUP_CARD = 'setup-card';

/** What can be changed on the card, in the order in which it is offered. */
export const setupFields = [
  'name',
  'start',
  'pace',
  'time',
  'zone',
  'rhythm',
  'language',
  'channel',
  'tag',
  'moderators',
  'members',
  'ping',
  'notices',
  'events',
] as const;
export type SetupField = (typeof setupFields)[number];

/** Those that are typed, those chosen among the server's roles, and those among its channels. */
export const typedFields = ['name', 'start', 'time', 'zone'] as const satisfies readonly SetupField[];
export type TypedField = (typeof typedFields)[number];
export const roleFields = ['moderators', 'members', 'ping'] as const satisfies readonly SetupField[];
export type RoleField = (typeof roleFields)[number];
export const channelFields = ['channel', 'notices'] as const satisfies readonly SetupField[];
export type ChannelField = (typeof channelFields)[number];
