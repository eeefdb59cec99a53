import type { Selectable } from 'kysely';
import type { GroupSchedule, StudyGroup } from '../domain/study-group.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Db, GroupScheduleTable, StudyGroupTable } from './database.ts';
import { savePeriodLook } from './period-look-store.ts';

/** A new group with its first schedule. */
export async function insertStudyGroup(trx: Db, group: StudyGroup): Promise<void> {
  await trx
    .insertInto('study_group')
    .values({ id: group.id, server_id: group.serverId, created_at: toStoredInstant(group.createdAt), ...rowOf(group) })
    .execute();
  await insertSchedule(trx, group.id, group.schedule);
}

/** What may change of a group. Its schedule is versioned: see `insertSchedule`. */
export type StudyGroupChange = Partial<Omit<StudyGroup, 'id' | 'serverId' | 'createdAt' | 'schedule'>>;

/** Sets what is named in `change`, and only that. */
export async function updateStudyGroup(trx: Db, group: StudyGroup, change: StudyGroupChange): Promise<void> {
  await trx
    .updateTable('study_group')
    .set(rowOf({ ...group, ...change }))
    .where('id', '=', group.id)
    .execute();
}

/** A schedule from its `validFrom` on; one at the very same instant is replaced. Its periods are looked at then. */
export async function insertSchedule(trx: Db, groupId: string, schedule: GroupSchedule): Promise<void> {
  const values = {
    zone: schedule.zone,
    start_day: schedule.startDay.toString(),
    months: schedule.months,
    post_time: schedule.postTime.toString({ smallestUnit: 'minute' }),
    rhythm: schedule.rhythm,
  };
  await trx
    .insertInto('group_schedule')
    .values({ group_id: groupId, valid_from: toStoredInstant(schedule.validFrom), ...values })
    .onConflict((conflict) => conflict.columns(['group_id', 'valid_from']).doUpdateSet(values))
    .execute();
  await savePeriodLook(trx, groupId, schedule.validFrom);
}

/** Every schedule a group ever had, oldest first. */
export async function listSchedules(db: Db, groupId: string): Promise<GroupSchedule[]> {
  const rows = await db
    .selectFrom('group_schedule')
    .selectAll()
    .where('group_id', '=', groupId)
    .orderBy('valid_from')
    .execute();
  return rows.map(toSchedule);
}

/** Also one that is archived. */
export async function findStudyGroup(db: Db, groupId: string): Promise<StudyGroup | undefined> {
  const row = await groupsWithSchedule(db).where('study_group.id', '=', groupId).executeTakeFirst();
  return row && toStudyGroup(row);
}

/** Groups of a server that are not archived, the oldest first. */
export async function listStudyGroups(db: Db, serverId: string): Promise<StudyGroup[]> {
  const rows = await groupsWithSchedule(db)
    .where('study_group.server_id', '=', serverId)
    .where('study_group.archived_at', 'is', null)
    .orderBy('study_group.created_at')
    .orderBy('study_group.id')
    .execute();
  return rows.map(toStudyGroup);
}

/** Ids of the roles that the groups of a server, also archived ones, give to their members. */
export async function listMemberRoleIds(db: Db, serverId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('study_group')
    .select('member_role_id')
    .distinct()
    .where('server_id', '=', serverId)
    .where('member_role_id', 'is not', null)
    .execute();
  return rows.flatMap(({ member_role_id: roleId }) => (roleId === null ? [] : [roleId]));
}

/** Groups with the schedule that is in force: the newest, for a change takes effect when it is made. */
function groupsWithSchedule(db: Db) {
  return db
    .selectFrom('study_group')
    .innerJoin('group_schedule', (join) =>
      join.onRef('group_schedule.group_id', '=', 'study_group.id').on('group_schedule.valid_from', '=', (query) =>
        query
          .selectFrom('group_schedule as newest')
          .select((expression) => expression.fn.max('newest.valid_from').as('newest'))
          .whereRef('newest.group_id', '=', 'study_group.id'),
      ),
    )
    .selectAll(['study_group', 'group_schedule']);
}

function rowOf(group: Omit<StudyGroup, 'id' | 'serverId' | 'createdAt' | 'schedule'>) {
  return {
    name: group.name,
    channel_id: group.channelId,
    channel_kind: group.channelKind,
    forum_tag_id: group.forumTagId ?? null,
    language: group.language,
    moderator_role_id: group.moderatorRoleId ?? null,
    member_role_id: group.memberRoleId ?? null,
    ping_role_id: group.pingRoleId ?? null,
    notice_channel_id: group.noticeChannelId ?? null,
    shows_events: group.showsEvents ? 1 : 0,
    actor_id: group.actorId ?? null,
    archived_at: group.archivedAt ? toStoredInstant(group.archivedAt) : null,
  };
}

function toStudyGroup(row: Selectable<StudyGroupTable> & Selectable<GroupScheduleTable>): StudyGroup {
  return {
    id: row.id,
    serverId: row.server_id,
    name: row.name,
    channelId: row.channel_id,
    channelKind: row.channel_kind,
    forumTagId: row.forum_tag_id ?? undefined,
    language: row.language,
    moderatorRoleId: row.moderator_role_id ?? undefined,
    memberRoleId: row.member_role_id ?? undefined,
    pingRoleId: row.ping_role_id ?? undefined,
    noticeChannelId: row.notice_channel_id ?? undefined,
    showsEvents: row.shows_events === 1,
    actorId: row.actor_id ?? undefined,
    createdAt: fromStoredInstant(row.created_at),
    archivedAt: row.archived_at === null ? undefined : fromStoredInstant(row.archived_at),
    schedule: toSchedule(row),
  };
}

function toSchedule(row: Selectable<GroupScheduleTable>): GroupSchedule {
  return {
    validFrom: fromStoredInstant(row.valid_from),
    zone: row.zone,
    startDay: Temporal.PlainDate.from(row.start_day),
    months: row.months,
    postTime: Temporal.PlainTime.from(row.post_time),
    rhythm: row.rhythm,
  };
}
