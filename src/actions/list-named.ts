import type { Member } from '../domain/member.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { PostReading, ReadPost } from '../domain/post-reading.ts';
import { findMember } from '../store/member-store.ts';
import type { Deps } from './deps.ts';

/** Whom a message is for alone, and whom it brings up by name: none of them may have left the server when it is sent. */
export async function listNamed(
  { db }: Pick<Deps, 'db'>,
  { serverId }: Pick<OutboxRecord, 'serverId'>,
  { reading, recipient }: Pick<Extract<ReadPost, { kind: 'ready' }>, 'reading' | 'recipient'>,
): Promise<Member[]> {
  const named = serverId === undefined ? [] : userIdsIn(reading).map((userId) => findMember(db, serverId, userId));
  const members = await Promise.all(named);
  return [recipient, ...members].filter((member) => member !== undefined);
}

/** On Discord. A card is its author's own, and stays when they have left. */
function userIdsIn(reading: PostReading): string[] {
  switch (reading.kind) {
    case 'nudge':
    case 'pair-note':
      return [reading.partnerUserId];
    case 'help-wish':
    case 'help-call':
      return [reading.askerId];
    case 'help':
      return [reading.askerId, reading.helperId];
    default:
      return [];
  }
}
