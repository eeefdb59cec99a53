import { isPublic, partnerMayRead } from '../domain/check-in.ts';
import type { PlacedCheckIn } from '../domain/check-in-outcome.ts';
import type { CheckInList } from '../domain/check-in-reading.ts';
import type { Member } from '../domain/member.ts';
import { isPaired } from '../domain/partnership.ts';
import { mayModerate } from '../domain/study-group.ts';
import { countCheckIns, listNewestCheckIns } from '../store/check-in-store.ts';
import { findMemberById } from '../store/member-store.ts';
import { listPartnerships } from '../store/partnership-store.ts';
import { listWrittenPeriods, type WrittenPeriod } from '../store/written-period-store.ts';
import type { Deps } from './deps.ts';
import { findPlacedCheckIn } from './find-check-in.ts';
import type { Moderator } from './find-moderated-group.ts';

/** How many stand on a page of the list. */
const ENTRIES_ON_PAGE = 5;

/** One page of what a member wrote, the newest first. A number beyond the end shows the last one. */
export async function readOwnCheckIns({ db }: Deps, memberId: string, wanted: number): Promise<CheckInList> {
  const pages = Math.max(Math.ceil((await countCheckIns(db, memberId)) / ENTRIES_ON_PAGE), 1);
  const page = Math.min(wanted, pages - 1);
  const entries: PlacedCheckIn[] = [];
  for (const { id } of await listNewestCheckIns(db, memberId, ENTRIES_ON_PAGE, page * ENTRIES_ON_PAGE)) {
    const placed = await findPlacedCheckIn(db, id);
    if (placed) entries.push(placed);
  }
  return { entries, page, pages };
}

/** How many can be looked for by the name of their period: two thirds of a year of days. */
const FINDABLE = 250;

/** The periods about which a member wrote, the newest first. Asked at each letter that is typed. */
export function listOwnPeriods({ db }: Pick<Deps, 'db'>, memberId: string): Promise<WrittenPeriod[]> {
  return listWrittenPeriods(db, memberId, FINDABLE);
}

/** Who says that a check-in is theirs. */
export interface CheckInOwner {
  readonly userId: string;
  /** Undefined in the private chat, where it may be of any server. */
  readonly serverId: string | undefined;
}

/** A check-in of somebody's own, with them as its member. Undefined for anybody else's, and for a forged id. */
export async function findOwnCheckIn(
  { db }: Deps,
  { userId, serverId }: CheckInOwner,
  checkInId: string,
): Promise<(PlacedCheckIn & { readonly author: Member }) | undefined> {
  const placed = await findPlacedCheckIn(db, checkInId);
  const author = placed && (await findMemberById(db, placed.checkIn.memberId));
  if (!author || author.userId !== userId || author.leftAt !== undefined) return undefined;
  return serverId === undefined || author.serverId === serverId ? { ...placed, author } : undefined;
}

/** Who wants to read a check-in. `memberId`: undefined for whoever has not joined. */
export interface CheckInReader extends Moderator {
  readonly memberId: string | undefined;
}

export type ReadableCheckIn = PlacedCheckIn & { readonly authorId: string };

/**
 * A check-in for whoever may read it: its author, whoever is in its server as long as the channel may read it, the
 * author's partner, and of a hidden one the moderators. Undefined for everybody else, and for a forged id.
 */
export async function findReadableCheckIn(
  deps: Deps,
  reader: CheckInReader,
  checkInId: string,
): Promise<ReadableCheckIn | undefined> {
  const placed = await findPlacedCheckIn(deps.db, checkInId);
  const author = placed && (await findMemberById(deps.db, placed.checkIn.memberId));
  if (!placed || !author) return undefined;
  const mayRead = author.id === reader.memberId || isInSight(placed, reader) || (await isPartner(deps, placed, reader));
  return mayRead ? { ...placed, authorId: author.userId } : undefined;
}

function isInSight({ checkIn, group }: PlacedCheckIn, reader: CheckInReader): boolean {
  if (!group || group.serverId !== reader.serverId) return false;
  if (isPublic(checkIn)) return true;
  return mayModerate(group, reader) && isPublic({ ...checkIn, hiddenAt: undefined });
}

async function isPartner({ db }: Deps, { checkIn }: PlacedCheckIn, { memberId }: CheckInReader): Promise<boolean> {
  if (memberId === undefined) return false;
  const partnerships = await listPartnerships(db, memberId);
  return partnerships.some(
    (one) => isPaired(one) && one.partnerId === checkIn.memberId && partnerMayRead(checkIn, one.pairId),
  );
}
