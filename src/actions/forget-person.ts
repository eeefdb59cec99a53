import { removalEntry } from '../domain/period-order.ts';
import type { NamedMessage, PersonalScope } from '../domain/personal-data.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { listNamedMessages } from '../store/named-message-store.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { deletePersonalRows } from '../store/personal-data-store.ts';

/**
 * Deletes every row about a person, and orders that what names them in threads goes: those orders name nobody. Returns
 * which messages these are.
 */
export async function forgetPerson(
  trx: Db,
  scope: PersonalScope,
  now: Temporal.Instant,
): Promise<readonly NamedMessage[]> {
  const messages = await listNamedMessages(trx, scope);
  await deletePersonalRows(trx, scope);
  for (const { serverId, channelId, messageId } of messages) {
    await insertOutboxEntry(trx, removalEntry(serverId, { channelId, messageId }, now), now);
  }
  return messages;
}
