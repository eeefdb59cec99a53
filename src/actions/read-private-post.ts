import type { PostPlace } from '../domain/delivery-port.ts';
import type { Member } from '../domain/member.ts';
import type { PeriodResult } from '../domain/member-periods.ts';
import type { OutboxOrder, OutboxRecord } from '../domain/outbox.ts';
import { isPaired } from '../domain/partnership.ts';
import type { PostReading } from '../domain/post-reading.ts';
import { reminderKindOf } from '../domain/reminder-plan.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findPrivateChat } from '../store/check-in-setting-store.ts';
import type { Db } from '../store/database.ts';
import { findMemberById } from '../store/member-store.ts';
import { listPartnerships } from '../store/partnership-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { findPlacedCheckIn } from './find-check-in.ts';
import { findOwnGroup } from './find-own-group.ts';
import { readHelpWish } from './read-help-wish.ts';
import { isToBeKept, readOpenResults } from './read-open-results.ts';
import { readRoadmap } from './read-roadmap.ts';
import { isOpenFor } from './remind-members.ts';

/** The message as it is to appear now, or why it is not. */
export type ReadPrivatePost =
  | {
      readonly kind: 'ready';
      readonly reading: PostReading;
      readonly place: PostPlace;
      readonly canLook: boolean;
      readonly recipient: Member;
    }
  | { readonly kind: 'outage' }
  | { readonly kind: 'dropped' };

const dropped: ReadPrivatePost = { kind: 'dropped' };

/** What one member is told privately, if it is still wanted: much may have changed since it was written down. */
export async function readPrivatePost(
  deps: Deps,
  record: OutboxRecord,
  now: Temporal.Instant,
): Promise<ReadPrivatePost> {
  const member = record.memberId === undefined ? undefined : await findMemberById(deps.db, record.memberId);
  if (!member || member.leftAt) return dropped;
  const state = deps.discord.serverState(member.serverId);
  if (state !== 'there') return state === 'absent' ? dropped : { kind: 'outage' };
  const reading = await deps.db.transaction().execute((trx) => readingOf(trx, deps, record, member, now));
  if (!reading) return dropped;
  const { channelId } = await findPrivateChat(deps.db, member.userId);
  const place = { kind: 'private', userId: member.userId, channelId } as const;
  return { kind: 'ready', reading, place, canLook: true, recipient: member };
}

function readingOf(
  trx: Db,
  deps: Deps,
  { order, marks }: OutboxRecord,
  member: Member,
  now: Temporal.Instant,
): Promise<PostReading | undefined> {
  switch (order.kind) {
    case 'reminder':
    case 'nudge':
      return readReminder(trx, deps, { order, marks, member, now });
    case 'pair-note':
      return readPairNote(trx, deps, { order, marks, member });
    case 'help-wish':
      return readHelpWish(trx, deps, order.requestId, member);
    case 'hidden-note':
      return readHiddenNote(trx, deps, { order, marks, member });
    default:
      return Promise.resolve(undefined);
  }
}

/** A private message of this kind, on its way to this member. */
interface PrivateErrand<Kind extends OutboxOrder['kind']> {
  readonly order: Extract<OutboxOrder, { readonly kind: Kind }>;
  readonly marks: readonly string[];
  readonly member: Member;
}

async function readReminder(
  trx: Db,
  deps: Deps,
  { order, marks, member, now }: PrivateErrand<'reminder' | 'nudge'> & { readonly now: Temporal.Instant },
): Promise<PostReading | undefined> {
  const results = await readOpenResults(trx, member, now);
  const result = results.find(({ period }) => period.id === order.periodId);
  if (!result || !(await isToBeKept(trx, result, now))) return undefined;
  const common = { marks, ...(await partsOf(trx, deps, member, result)) };
  if (order.kind === 'reminder') {
    return member.reminders === 'off'
      ? undefined
      : { ...common, kind: 'reminder', occasion: reminderKindOf(order.step) };
  }
  const partner = await findOther(trx, member, order.pairId);
  if (!partner || !isPaired(partner.pair) || !(await isOpenFor(trx, partner.other, order.periodId, now)))
    return undefined;
  return { ...common, kind: 'nudge', partnerUserId: partner.other.userId };
}

/** Not told any more when it was withdrawn, ended or answered meanwhile. */
async function readPairNote(
  trx: Db,
  deps: Deps,
  { order, marks, member }: PrivateErrand<'pair-note'>,
): Promise<PostReading | undefined> {
  const found = await findOther(trx, member, order.pairId);
  const group = await findOwnGroup({ db: trx }, member.id);
  if (!found || !group || isPaired(found.pair) !== (order.note === 'accepted')) return undefined;
  const language = languageOf(deps, member, group);
  return { kind: 'pair-note', language, marks, note: order.note, partnerUserId: found.other.userId, group };
}

async function findOther(trx: Db, member: Member, pairId: string) {
  const pair = (await listPartnerships(trx, member.id)).find((one) => one.pairId === pairId);
  const other = pair?.partnerId === undefined ? undefined : await findMemberById(trx, pair.partnerId);
  return pair && other && !other.leftAt ? { pair, other } : undefined;
}

async function partsOf(trx: Db, deps: Deps, member: Member, { period }: PeriodResult) {
  const group = period.groupId === undefined ? undefined : await findStudyGroup(trx, period.groupId);
  return { language: languageOf(deps, member, group), group, period };
}

/** Undefined where it is shown again, or its author took it back: then there is nothing to tell. */
async function readHiddenNote(
  trx: Db,
  deps: Deps,
  { order: { checkInId }, marks, member }: PrivateErrand<'hidden-note'>,
): Promise<PostReading | undefined> {
  const placed = await findPlacedCheckIn(trx, checkInId);
  if (!placed?.checkIn.hiddenAt || placed.checkIn.takenBackAt) return undefined;
  const { period, group } = placed;
  return { kind: 'hidden-note', language: languageOf(deps, member, group), marks, group, period, checkInId };
}

function languageOf(deps: Deps, member: Member, group: StudyGroup | undefined): string {
  return readRoadmap(deps, member.language ?? group?.language ?? 'en').language;
}
