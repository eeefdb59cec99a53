import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { CheckInChange } from '../domain/check-in.ts';
import type { ProgressVisibility, ReminderStrength } from '../domain/member.ts';
import type { MilestoneFate, MilestoneKind } from '../domain/milestone.ts';
import type { OutboxOrder, OutboxState } from '../domain/outbox.ts';
import type { PromptState, RecapState } from '../domain/stored-period.ts';
import type { GroupChannelKind, GroupMonths, Rhythm } from '../domain/study-group.ts';
import { ImmediateSqliteDialect } from './sqlite-dialect.ts';

/** The tables as SQLite stores them. Only files in src/store may import these types. */
export interface Tables {
  setting: SettingTable;
  draft: DraftTable;
  public_message: PublicMessageTable;
  member: MemberTable;
  pace_change: PaceChangeTable;
  pause: PauseTable;
  plan_change: PlanChangeTable;
  private_chat_choice: PrivateChatChoiceTable;
  progress_event: ProgressEventTable;
  progress_item: ProgressItemTable;
  step_evidence: StepEvidenceTable;
  readiness_rating: ReadinessRatingTable;
  server_removal: ServerRemovalTable;
  study_group: StudyGroupTable;
  group_schedule: GroupScheduleTable;
  group_break: GroupBreakTable;
  membership: MembershipTable;
  group_change: GroupChangeTable;
  outbox: OutboxTable;
  milestone: MilestoneTable;
  period: PeriodTable;
  check_in: CheckInTable;
  check_in_revision: CheckInRevisionTable;
  streak_fold: StreakFoldTable;
  check_in_setting: CheckInSettingTable;
  reminder_look: ReminderLookTable;
  period_look: PeriodLookTable;
  private_chat: PrivateChatTable;
  partnership: PartnershipTable;
  help_request: HelpRequestTable;
  help_offer: HelpOfferTable;
  prompt_wake: PromptWakeTable;
}

export interface SettingTable {
  application_id: string;
  name: string;
  value: string;
}

export interface DraftTable {
  id: string;
  user_id: string;
  kind: string;
  json: string;
  created_at: string;
  expires_at: string;
}

export interface PublicMessageTable {
  message_id: string;
  channel_id: string;
  server_id: string;
  user_id: string;
  shared_at: string;
}

export interface MemberTable {
  id: string;
  server_id: string;
  user_id: string;
  joined_at: string;
  left_at: string | null;
  seen_at: string;
  track_id: string | null;
  language: string | null;
  progress_visibility: ProgressVisibility;
  reminders: ReminderStrength;
}

export interface PaceChangeTable {
  member_id: string;
  valid_from: string;
  hours: number;
  zone: string;
}

export interface PauseTable {
  id: string;
  member_id: string;
  first_day: string;
  last_day: string;
  recorded_at: string;
  cancelled_at: string | null;
}

export interface PlanChangeTable {
  id: string;
  member_id: string;
  kind: 'more-hours' | 'later-end';
  first_day: string;
  days: number;
  hours: number | null;
  recorded_at: string;
  cancelled_at: string | null;
}

export interface PrivateChatChoiceTable {
  user_id: string;
  server_id: string;
}

export interface ProgressEventTable {
  id: string;
  member_id: string;
  roadmap_id: string;
  at: string;
  /** JSON: a list of `ItemChange`. */
  changes: string;
  undoes: string | null;
}

export interface ProgressItemTable {
  member_id: string;
  roadmap_id: string;
  item_id: string;
  state: 'started' | 'done' | 'aside';
  since: string;
  event_id: string;
}

export interface StepEvidenceTable {
  member_id: string;
  roadmap_id: string;
  step_id: string;
  link: string | null;
  note: string | null;
  recorded_at: string;
}

export interface ReadinessRatingTable {
  id: string;
  member_id: string;
  roadmap_id: string;
  check_id: string;
  level: 'not-yet' | 'with-help' | 'alone' | 'teach';
  evidence: string | null;
  at: string;
}

export interface ServerRemovalTable {
  server_id: string;
  removed_at: string;
}

export interface StudyGroupTable {
  id: string;
  server_id: string;
  name: string;
  channel_id: string;
  channel_kind: GroupChannelKind;
  forum_tag_id: string | null;
  language: string;
  moderator_role_id: string | null;
  member_role_id: string | null;
  ping_role_id: string | null;
  notice_channel_id: string | null;
  shows_events: number;
  actor_id: string | null;
  created_at: string;
  archived_at: string | null;
}

export interface GroupScheduleTable {
  group_id: string;
  valid_from: string;
  zone: string;
  start_day: string;
  months: GroupMonths;
  post_time: string;
  rhythm: Rhythm;
}

export interface GroupBreakTable {
  id: string;
  group_id: string;
  kind: 'break' | 'pause';
  first_day: string;
  last_day: string | null;
  shifts: number;
  recorded_at: string;
  cancelled_at: string | null;
}

export interface MembershipTable {
  id: string;
  member_id: string;
  group_id: string;
  joined_at: string;
  left_at: string | null;
}

export interface GroupChangeTable {
  id: string;
  group_id: string;
  actor_id: string | null;
  at: string;
  /** JSON: a `ChangeOfGroup`. */
  change: string;
}

export interface OutboxTable {
  key: string;
  /** JSON: a list of texts. */
  marks: string;
  operation: OutboxOrder['kind'];
  /** JSON: an `OutboxOrder` without its kind. */
  payload: string;
  server_id: string | null;
  group_id: string | null;
  member_id: string | null;
  user_id: string | null;
  due_at: string;
  not_after: string | null;
  state: OutboxState;
  problem: string | null;
  attempts: number;
  first_attempt_at: string | null;
  /** JSON: a list of `AttemptedPlace`. */
  attempted_in: string | null;
  decisions: number;
  next_attempt_at: string;
  lease_id: string | null;
  lease_until: string | null;
  channel_id: string | null;
  message_id: string | null;
  created_at: string;
  settled_at: string | null;
}

export interface MilestoneTable {
  group_id: string;
  kind: MilestoneKind;
  part: number;
  due_at: string;
  moved_to: string | null;
  moved_at: string | null;
  fate: MilestoneFate;
  post_key: string | null;
}

export interface PeriodTable {
  id: string;
  group_id: string | null;
  member_id: string | null;
  sequence: number;
  rhythm: Rhythm;
  zone: string;
  first_day: string;
  last_day: string;
  opens_at: string;
  prompt_at: string;
  closes_at: string;
  grace_ends_at: string;
  recap_at: string;
  prompt_state: PromptState;
  recap_state: RecapState;
  channel_id: string | null;
  starter_message_id: string | null;
  thread_id: string | null;
}

export interface CheckInTable {
  id: string;
  member_id: string;
  period_id: string;
  did: string;
  next: string | null;
  obstacle: string | null;
  hours: number | null;
  finished_step_id: string | null;
  asks_for_help: number;
  is_private: number;
  first_at: string;
  changed_at: string;
  counts: number;
  taken_back_at: string | null;
  hidden_at: string | null;
  channel_id: string | null;
  message_id: string | null;
  partner_pair_id: string | null;
}

export interface CheckInRevisionTable {
  id: string;
  check_in_id: string;
  member_id: string;
  at: string;
  kind: CheckInChange;
  /** JSON: a `CheckInContent`. */
  content: string | null;
}

export interface StreakFoldTable {
  member_id: string;
  through: string;
  kept: number;
  quarters: number;
  grounds: string;
}

export interface CheckInSettingTable {
  member_id: string;
  shows_streak: number;
  helps_others: number;
  quiet_from: string | null;
  quiet_to: string | null;
  snoozed_until: string | null;
  snoozed_period_id: string | null;
  offered_at: string | null;
}

export interface PeriodLookTable {
  group_id: string;
  look_at: string;
}

export interface ReminderLookTable {
  member_id: string;
  look_at: string;
}

export interface PrivateChatTable {
  user_id: string;
  channel_id: string | null;
  closed_at: string | null;
  told_at: string | null;
  missed: string | null;
}

export interface PartnershipTable {
  pair_id: string;
  member_id: string;
  has_asked: number;
  asked_at: string;
  accepted_at: string | null;
  ended_at: string | null;
}

export interface HelpRequestTable {
  id: string;
  member_id: string;
  group_id: string;
  step_id: string;
  words: string | null;
  asked_at: string;
  settled_at: string | null;
}

export interface HelpOfferTable {
  blocker_id: string;
  member_id: string;
  offered_at: string;
}

export interface PromptWakeTable {
  group_id: string;
  woken_at: string;
}

export type Db = Kysely<Tables>;

/** Something about the database file that the host can mend. The message says what happened and what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/**
 * Opens the file, and makes it and its folder where they are missing. `:memory:` keeps everything in memory.
 * @throws DatabaseError when the place cannot be written or the file is no SQLite database.
 */
export function openDatabase(file: string): Db {
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(openSqlite(file)) });
}

function openSqlite(file: string): SQLite.Database {
  let sqlite: SQLite.Database | undefined;
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    sqlite = new SQLite(file);
    for (const pragma of pragmas) sqlite.pragma(pragma);
    return sqlite;
  } catch (error) {
    sqlite?.close();
    throw new DatabaseError(adviceFor(file, error), { cause: error });
  }
}

const pragmas = ['busy_timeout = 2000', 'journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'];

function adviceFor(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB') {
    return `${file} is not a SQLite database. Point DATABASE_FILE at another file, or move this one away.`;
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return `${file} is locked by another program. Is a second Cairn running on it? Stop it, then start again.`;
  }
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') {
    return `There is no room left on the disk of ${file}. Free some space, then start again.`;
  }
  return `${file} cannot be opened or written (${code || 'unknown reason'}). Check that its folder exists and that this user may write there.`;
}
