import type { Selectable } from 'kysely';
import type { PersonalScope } from '../domain/personal-data.ts';
import type { PublicMessage } from '../domain/public-message.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Db, PublicMessageTable } from './database.ts';

/** Keeping the same message twice changes nothing. */
export async function insertPublicMessage(db: Db, message: PublicMessage): Promise<void> {
  await db
    .insertInto('public_message')
    .values({
      message_id: message.messageId,
      channel_id: message.channelId,
      server_id: message.serverId,
      user_id: message.userId,
      shared_at: toStoredInstant(message.sharedAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findPublicMessage(db: Db, messageId: string): Promise<PublicMessage | undefined> {
  const row = await db.selectFrom('public_message').selectAll().where('message_id', '=', messageId).executeTakeFirst();
  return row && toPublicMessage(row);
}

export async function deletePublicMessage(db: Db, messageId: string): Promise<void> {
  await db.deleteFrom('public_message').where('message_id', '=', messageId).execute();
}

/** What a person shared, in one server or in all of them. */
export async function listPublicMessages(db: Db, { userId, serverId }: PersonalScope): Promise<PublicMessage[]> {
  const query = db.selectFrom('public_message').selectAll().where('user_id', '=', userId);
  const rows = await (serverId === undefined ? query : query.where('server_id', '=', serverId)).execute();
  return rows.map(toPublicMessage);
}

function toPublicMessage(row: Selectable<PublicMessageTable>): PublicMessage {
  return {
    messageId: row.message_id,
    channelId: row.channel_id,
    serverId: row.server_id,
    userId: row.user_id,
    sharedAt: fromStoredInstant(row.shared_at),
  };
}
