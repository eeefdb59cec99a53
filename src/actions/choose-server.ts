import { findMember, savePrivateChatChoice } from '../store/member-store.ts';
import type { Deps } from './deps.ts';

export interface ChooseServerInput {
  readonly userId: string;
  readonly serverId: string;
}

/** Remembers for which server the private chat acts. A server that this person has not joined is not taken. */
export async function chooseServer(deps: Deps, { userId, serverId }: ChooseServerInput): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const member = await findMember(trx, serverId, userId);
    if (member && member.leftAt === undefined) await savePrivateChatChoice(trx, userId, serverId);
  });
}
