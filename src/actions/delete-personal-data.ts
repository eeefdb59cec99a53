import type { DeletionOutcome, PersonalScope } from '../domain/personal-data.ts';
import type { PublicMessage } from '../domain/public-message.ts';
import { deletePersonalRows } from '../store/personal-data-store.ts';
import { listPublicMessages } from '../store/public-message-store.ts';
import type { Deps } from './deps.ts';
import { summarisePersonalData } from './read-personal-data.ts';

/**
 * Deletes every row about a person. What they shared is taken away from the channels first: should the process end in
 * between, the rows still say what is left to do, and asking again finishes it. Asked twice, the second finds nothing.
 */
export async function deletePersonalData(
  deps: Pick<Deps, 'db' | 'discord'>,
  scope: PersonalScope,
): Promise<DeletionOutcome> {
  const shared = await listPublicMessages(deps.db, scope);
  const unreachable = await removeAll(deps, shared);
  const { summary, late } = await deps.db.transaction().execute(async (trx) => {
    const known = new Set(shared.map((message) => message.messageId));
    const before = await listPublicMessages(trx, scope);
    const found = await summarisePersonalData(trx, scope);
    await deletePersonalRows(trx, scope);
    return { summary: found, late: before.filter(({ messageId }) => !known.has(messageId)) };
  });
  if (summary.tables.length === 0) return { kind: 'nothing-stored' };
  return { kind: 'deleted', summary, unreachable: [...unreachable, ...(await removeAll(deps, late))] };
}

/** Takes away shared screens. Returns those that cannot be reached. */
async function removeAll(deps: Pick<Deps, 'discord'>, messages: readonly PublicMessage[]): Promise<PublicMessage[]> {
  const removed = await Promise.all(messages.map((message) => deps.discord.removeMessage(message)));
  return messages.filter((_message, index) => !removed[index]);
}
