import { otherPlaces, toLookIn } from '../domain/attempted-place.ts';
import type { PostPlace } from '../domain/delivery-port.ts';
import type { AttemptedPlace, OutboxRecord } from '../domain/outbox.ts';
import type { Deps } from './deps.ts';

/** A place in which something may stand, and whether the bot can read what stands there. */
export interface LookPlace {
  readonly place: PostPlace;
  readonly canLook: boolean;
}

/** Where else than in this place something may have been sent, because its group has moved since. */
export function listFormerPlaces(
  deps: Pick<Deps, 'discord'>,
  { attempts, attemptedIn, serverId = '' }: Pick<OutboxRecord, 'attempts' | 'attemptedIn' | 'serverId'>,
  place?: PostPlace,
): LookPlace[] {
  if (attempts === 0) return [];
  return otherPlaces(attemptedIn, place).flatMap((former) => lookPlaceOf(deps, former, serverId) ?? []);
}

function lookPlaceOf(
  { discord }: Pick<Deps, 'discord'>,
  former: AttemptedPlace,
  serverId: string,
): LookPlace | undefined {
  const facts = discord.findChannel(serverId, former.channelId);
  // All that stood in a channel went with it; a thread that is not known may only be archived.
  if (!facts && former.kind !== 'thread') return undefined;
  const canLook = facts !== undefined && !facts.missing.includes('view') && !facts.missing.includes('read-history');
  return { place: toLookIn(former, serverId), canLook };
}
