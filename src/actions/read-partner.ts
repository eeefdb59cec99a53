import { partnerMayRead } from '../domain/check-in.ts';
import type { PlacedCheckIn } from '../domain/check-in-outcome.ts';
import type { Member } from '../domain/member.ts';
import { isPaired, type PartnerReading, type PartnershipWith } from '../domain/partnership.ts';
import type { Temporal } from '../lib/temporal.ts';
import { listNewestCheckIns } from '../store/check-in-store.ts';
import { findMemberById } from '../store/member-store.ts';
import { listPartnerships } from '../store/partnership-store.ts';
import { checkPresence } from './check-presence.ts';
import type { Deps } from './deps.ts';
import { findPlacedCheckIn } from './find-check-in.ts';
import { findOwnGroup } from './find-own-group.ts';

/** How many check-ins of a partner are shown, of how many. */
const SHOWN = 3;
const LOOKED_AT = 12;

/** Whom a member learns with, what that one said last, and who has asked whom. Nobody is named who has left the server. */
export async function readPartner(
  deps: Deps,
  member: Pick<Member, 'id'>,
  now: Temporal.Instant,
): Promise<PartnerReading> {
  const open: PartnershipWith[] = [];
  for (const partnership of await listPartnerships(deps.db, member.id)) {
    const other =
      partnership.partnerId === undefined ? undefined : await findMemberById(deps.db, partnership.partnerId);
    if (other && !other.leftAt && (await checkPresence(deps, other, now)) !== 'gone')
      open.push({ ...partnership, userId: other.userId });
  }
  const partner = open.find(isPaired);
  return {
    group: await findOwnGroup(deps, member.id),
    partner: partner && { pair: partner, checkIns: await listReadable(deps, partner) },
    asked: open.find((one) => !isPaired(one) && one.hasAsked),
    asking: open.filter((one) => !isPaired(one) && !one.hasAsked),
  };
}

/** What a member may read of their partner's: what the channel may, and private ones that were ticked for the two. */
async function listReadable({ db }: Deps, { pairId, partnerId = '' }: PartnershipWith): Promise<PlacedCheckIn[]> {
  const newest = await listNewestCheckIns(db, partnerId, LOOKED_AT);
  const readable = newest.filter((one) => partnerMayRead(one, pairId)).slice(0, SHOWN);
  const placed: PlacedCheckIn[] = [];
  for (const { id } of readable) {
    const one = await findPlacedCheckIn(db, id);
    if (one) placed.push(one);
  }
  return placed;
}
