import type { Selectable } from 'kysely';
import { type OutboxRecord, openStates } from '../domain/outbox.ts';
import type { PersonalScope } from '../domain/personal-data.ts';
import type { Db, OutboxTable } from './database.ts';

/** A post that stands in a channel, or still comes, and says what somebody else wrote. */
export type QuotingPost = Pick<OutboxRecord, 'key' | 'serverId' | 'groupId' | 'memberId' | 'userId'>;

/** The recap of a check-in's period, and where helpers were brought to its author. */
export async function listQuotingPosts(db: Db, checkInId: string): Promise<QuotingPost[]> {
  const recaps = await recapsOf(db).where('check_in.id', '=', checkInId).execute();
  const helps = await db
    .selectFrom('outbox')
    .innerJoin('period', (join) => join.onRef('period.group_id', '=', 'outbox.group_id'))
    .innerJoin('check_in', 'check_in.period_id', 'period.id')
    .select(ofPost)
    .where('check_in.id', '=', checkInId)
    .where('outbox.operation', '=', 'help')
    .where('outbox.state', 'in', standing)
    .where((row) => row(row.fn('json_extract', ['outbox.payload', row.val('$.blockerId')]), '=', checkInId))
    .execute();
  return [...recaps, ...helps].map(toQuotingPost);
}

/**
 * The recaps of periods in which a person asked for help, or said what nobody may read: without it nothing may be left
 * that such a recap could ever tell.
 */
export async function listQuotingRecaps(db: Db, { userId, serverId }: PersonalScope): Promise<QuotingPost[]> {
  const rows = await recapsOf(db)
    .innerJoin('member', 'member.id', 'check_in.member_id')
    .where(({ eb, or }) =>
      or([
        eb('check_in.asks_for_help', '=', 1),
        eb('check_in.is_private', '=', 1),
        eb('check_in.taken_back_at', 'is not', null),
        eb('check_in.hidden_at', 'is not', null),
      ]),
    )
    .where('member.user_id', '=', userId)
    .$if(serverId !== undefined, (query) => query.where('member.server_id', '=', serverId ?? ''))
    .execute();
  return rows.map(toQuotingPost);
}

const ofPost = ['outbox.key', 'outbox.server_id', 'outbox.group_id', 'outbox.member_id', 'outbox.user_id'] as const;

const standing = ['sent', ...openStates] as const;

function recapsOf(db: Db) {
  return db
    .selectFrom('check_in')
    .innerJoin('outbox', (join) =>
      join.on((row) => row('outbox.key', '=', row(row.ref('check_in.period_id'), '||', row.val('.r')))),
    )
    .select(ofPost)
    .where('outbox.state', 'in', standing);
}

type PostRow = Pick<Selectable<OutboxTable>, 'key' | 'server_id' | 'group_id' | 'member_id' | 'user_id'>;

function toQuotingPost({ key, ...row }: PostRow): QuotingPost {
  return {
    key,
    serverId: row.server_id ?? undefined,
    groupId: row.group_id ?? undefined,
    memberId: row.member_id ?? undefined,
    userId: row.user_id ?? undefined,
  };
}
