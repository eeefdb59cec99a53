import { sql } from 'kysely';
import type { NamedMessage, PersonalScope } from '../domain/personal-data.ts';
import type { Db } from './database.ts';

/**
 * The bot's messages in threads that name a person: cards of their check-ins, where they asked the group for help, and
 * where two were brought together.
 */
export async function listNamedMessages(db: Db, { userId, serverId }: PersonalScope): Promise<NamedMessage[]> {
  const members = db
    .selectFrom('member')
    .select('id')
    .where('user_id', '=', userId)
    .$if(serverId !== undefined, (query) => query.where('server_id', '=', serverId ?? ''));
  const cards = await db
    .selectFrom('check_in')
    .innerJoin('period', 'period.id', 'check_in.period_id')
    .innerJoin('study_group', 'study_group.id', 'period.group_id')
    .select(['study_group.server_id', 'check_in.channel_id', 'check_in.message_id'])
    .select(sql<string>`coalesce(period.channel_id, study_group.channel_id)`.as('parent_id'))
    .where('check_in.member_id', 'in', members)
    .where('check_in.message_id', 'is not', null)
    .execute();
  const helps = await db
    .selectFrom('outbox')
    .innerJoin('study_group', 'study_group.id', 'outbox.group_id')
    .select(['study_group.server_id', 'outbox.channel_id', 'outbox.message_id'])
    .select('study_group.channel_id as parent_id')
    .where('operation', 'in', ['help', 'help-call'])
    .where('message_id', 'is not', null)
    .where((row) => row.or([row('member_id', 'in', members), row('user_id', '=', userId)]))
    .$if(serverId !== undefined, (query) => query.where('study_group.server_id', '=', serverId ?? ''))
    .execute();
  return [...cards, ...helps].map((row) => ({
    serverId: row.server_id,
    parentId: row.parent_id,
    channelId: row.channel_id ?? '',
    messageId: row.message_id ?? '',
  }));
}
