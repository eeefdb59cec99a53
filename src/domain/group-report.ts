import type { PlacedCheckIn } from './check-in-outcome.ts';
import type { Recap } from './recap.ts';
import type { StoredPeriod } from './stored-period.ts';
import type { StudyGroup } from './study-group.ts';

/** What the moderators of a group are told about a period that is over, privately. */
export interface GroupReport {
  readonly group: StudyGroup;
  readonly period: StoredPeriod;
  /** As everybody reads it: nobody's hours, and nothing that was kept private. Undefined: nobody checked in publicly. */
  readonly recap: Recap | undefined;
  /** Who asked for help in it, by the id of their member, on Discord. Without whoever is gone. */
  readonly askers: ReadonlyMap<string, string>;
  /** Others to look at, the newest first. */
  readonly periods: readonly StoredPeriod[];
  /** Whether there are older ones than those. */
  readonly hasOlder: boolean;
}

/** Members of a group who have been quiet, each still in the server. */
export interface QuietMembers {
  readonly group: StudyGroup;
  /** Their ids on Discord. */
  readonly userIds: readonly string[];
  /** The member with whom to go on looking. `isQuiet`: they are, else nobody knows yet. Undefined: these are all. */
  readonly next: { readonly memberId: string; readonly isQuiet: boolean } | undefined;
}

/** How many hidden check-ins stand on a screen. */
export const HIDDEN_ON_SCREEN = 4;

/** Some of what moderators hid in a group, the newest first. */
export interface HiddenCheckIns {
  readonly group: StudyGroup;
  /** `authorId`: on Discord; undefined for whoever has left. */
  readonly entries: readonly (PlacedCheckIn & { readonly authorId: string | undefined })[];
  /** How many newer ones come before these. */
  readonly skipped: number;
  readonly hasOlder: boolean;
}

/** After so many periods in a row without a check-in, without a pause and without a break, a member counts as quiet. */
export const QUIET_PERIODS = 3;
