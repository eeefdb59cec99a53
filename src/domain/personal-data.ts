import type { PublicMessage } from './public-message.ts';
import type { GivenRole } from './study-group.ts';

/** Whose data, and of which server. Without a server: all there is of this person. */
export interface PersonalScope {
  readonly userId: string;
  readonly serverId?: string | undefined;
}

/** One table with all its rows about a person, as they are stored. */
export interface PersonalTable {
  readonly name: string;
  readonly rows: readonly PersonalRow[];
}

export type PersonalRow = Readonly<Record<string, string | number | null>>;

/** How much is stored about a person. */
export interface PersonalSummary {
  readonly scope: PersonalScope;
  /** Ids of the servers in which anything is stored, also of those they left. */
  readonly serverIds: readonly string[];
  /** Only tables that hold something. */
  readonly tables: readonly PersonalCount[];
}

export interface PersonalCount {
  readonly name: string;
  readonly count: number;
  /** True of what the person did that concerns others: deleting takes their name off it, and it stays. */
  readonly isKept?: boolean;
}

/** A message of the bot's that still stands there. */
export type LeftMessage = Pick<PublicMessage, 'serverId' | 'channelId' | 'messageId'>;

/** A message of the bot's that names a person, in a thread. */
export interface NamedMessage extends LeftMessage {
  /** Of the channel to which the thread belongs. */
  readonly parentId: string;
}

export type DeletionOutcome =
  | {
      readonly kind: 'deleted';
      readonly summary: PersonalSummary;
      /** Shared screens and check-ins that still stand in a channel: the bot cannot reach them. */
      readonly unreachable: readonly LeftMessage[];
      /** Members' roles that they still hold: the bot may not take them away. */
      readonly keptRoles: readonly GivenRole[];
    }
  /** There was nothing: deleted before, or never here. */
  | { readonly kind: 'nothing-stored' };
