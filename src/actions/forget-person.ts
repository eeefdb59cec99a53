import { removalEntry } from '../domain/period-order.ts';
import type { NamedMessage, PersonalScope } from '../domain/personal-data.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { listNamedMessages } from '../store/named-message-store.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { deletePersonalRows } from '../store/personal-data-store.ts';
import { listQuotingRecaps } from '../store/quoting-post-store.ts';
import { postEditEntry } from './order-post-edits.ts';

/**
 * Deletes every row about a person, and orders that what names them in threads goes and what quotes them is made anew:
 * those orders name nobody. Returns which messages go.
 */
export async function forgetPerson(
  trx: Db,
  scope: PersonalScope,
  now: Temporal.Instant,
): Promise<readonly NamedMessage[]> {
  const messages = await listNamedMessages(trx, scope);
  const recaps = await listQuotingRecaps(trx, scope);
  await deletePersonalRows(trx, scope);
  for (const { serverId, channelId, messageId } of messages) {
    await insertOutboxEntry(trx, removalEntry(serverId, { channelId, messageId }, now), now);
  }
  for (const recap of recaps) {
    await insertOutboxEntry(trx, postEditEntry(recap, `gone.${now.epochMilliseconds}`, now), now);
  }
  return messages;
}
