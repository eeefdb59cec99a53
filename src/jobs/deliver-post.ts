import { checkPresence } from '../actions/check-presence.ts';
import { hideDeletedCards } from '../actions/hide-deleted-card.ts';
import { listFormerPlaces } from '../actions/list-former-places.ts';
import { listNamed } from '../actions/list-named.ts';
import { readPost } from '../actions/read-post.ts';
import { takeBackOutdated } from '../actions/take-back-outdated.ts';
import { isTooLate, retryAt, waitAt } from '../domain/delivery.ts';
import type { SendOutcome } from '../domain/delivery-port.ts';
import type { DeliveryResult } from '../domain/delivery-result.ts';
import { mayStand, mustLook, restorationOf } from '../domain/must-look.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { ReadPost } from '../domain/post-reading.ts';
import type { Temporal } from '../lib/temporal.ts';
import { postView } from '../views/post-view.ts';
import { attempt, type Errand, privateRest } from './attempt.ts';
import { type Looked, lookForPost } from './look-for-post.ts';
import { openThread } from './open-thread.ts';

type Ready = Extract<ReadPost, { kind: 'ready' }>;
type Blocked = Extract<ReadPost, { kind: 'blocked' }>;

/** How long an outage is waited for before it is asked again, in minutes. */
const OUTAGE_MINUTES = 1;

/** Undefined: the entry belongs to somebody else by now, or was taken back. */
export async function deliverPost(errand: Errand): Promise<DeliveryResult | undefined> {
  const { record, deps } = errand;
  const now = deps.delivery.clock.now();
  const isOver = isTooLate(record, now) && record.state !== 'uncertain';
  if (isOver && !mayStand(record, errand.round.restoration)) return { kind: 'missed' };
  if (await takeBackOutdated(deps, record, now)) return undefined;
  const read = await readPost(deps, record, now);
  if (read.kind === 'blocked' && canLookThough(read, record)) return lookThoughBlocked(errand, read, now);
  if (read.kind !== 'ready') return resultOf(read, record, now);
  const rest = read.place.kind === 'private' ? privateRest(deps, now) : undefined;
  if (rest) return { kind: 'again', at: rest, attempts: record.attempts };
  const looked = await look(errand, read, now);
  if (looked.kind === 'found') return openThread(errand, { ...read, place: looked.place }, looked.sent);
  return looked.kind === 'to-send' ? sendPost(errand, read, looked.record, now) : looked;
}

/** @param rest what of the entry is not there yet. */
async function sendPost(
  errand: Errand,
  read: Ready,
  rest: OutboxRecord,
  now: Temporal.Instant,
): Promise<DeliveryResult | undefined> {
  const { record, deps } = errand;
  if (read.isUnwanted) return { kind: 'dropped' };
  if (isTooLate(record, now)) return { kind: 'missed' };
  const absent = await askPresence(errand, read, now);
  if (absent) return absent;
  const isAsRead = rest === record && !(await hideDeleted(errand, read, now));
  const toSend = isAsRead ? read : await readPost(deps, rest, now);
  if (toSend.kind !== 'ready') return resultOf(toSend, record, now);
  const { place, reading } = toSend;
  const view = postView(reading);
  const { port, clock } = deps.delivery;
  const send = async (): Promise<SendOutcome> => {
    const rests = place.kind === 'private' && privateRest(deps, clock.now()) !== undefined; // Since a moment ago.
    return rests ? { kind: 'resting' } : port.send(view, place, record.key);
  };
  const sent = await attempt(errand, send, place);
  return sent?.kind === 'sent' ? openThread(errand, toSend, sent) : sent;
}

/** A recap quotes nobody whose card was deleted by hand. True where one was. */
async function hideDeleted({ deps }: Errand, { reading }: Ready, now: Temporal.Instant): Promise<boolean> {
  if (reading.kind !== 'recap') return false;
  return hideDeletedCards(deps, { periodId: reading.period.id, now, pace: () => deps.delivery.pacer.turn() });
}

function resultOf(read: Exclude<ReadPost, Ready>, record: OutboxRecord, now: Temporal.Instant): DeliveryResult {
  const { attempts } = record;
  // Whatever is in its way now, it is there perhaps: a moderator can still say so.
  if (record.state === 'uncertain' && read.kind !== 'failed') return { kind: 'uncertain' };
  if (read.kind === 'dropped' || read.kind === 'failed') return read;
  if (read.kind === 'waiting') return { kind: 'again', at: waitAt(record, now), attempts };
  if (read.kind === 'outage') return { kind: 'again', at: now.add({ minutes: OUTAGE_MINUTES }), attempts };
  return isTooLate(record, now) ? { kind: 'uncertain' } : { ...read, attempts };
}

/**
 * Whether it can be looked for what was sent perhaps, though nothing can be sent now. A starter is more than its message,
 * and a server without the bot is not known.
 */
function canLookThough({ problem }: Blocked, { order, attempts, attemptedIn }: OutboxRecord): boolean {
  return attempts > 0 && attemptedIn.length > 0 && order.kind !== 'starter' && problem !== 'unknown-server';
}

async function lookThoughBlocked(errand: Errand, read: Blocked, now: Temporal.Instant): Promise<DeliveryResult> {
  const { record, deps } = errand;
  const looked = await lookForPost(errand, listFormerPlaces(deps, record), now);
  if (looked.kind === 'found') return looked.sent;
  if (looked.kind === 'to-send' && isTooLate(record, now)) return { kind: 'missed' };
  return looked.kind === 'to-send' || looked.kind === 'uncertain' ? resultOf(read, record, now) : looked;
}

/** Whether it is there already, where that has to be asked; else what is to be sent. */
async function look(errand: Errand, read: Ready, now: Temporal.Instant): Promise<Looked> {
  const { record, deps } = errand;
  const { drainingSince } = errand.round;
  const restoration = restorationOf(errand.round.restoration, record, read.reading);
  if (!mustLook({ record, drainingSince, restoration })) return { kind: 'to-send', record };
  const informed = { ...errand, round: { ...errand.round, restoration } };
  const looked = await lookForPost(informed, [...listFormerPlaces(deps, record, read.place), read], now);
  // Nobody is told of a notice that did not arrive: better twice than never.
  return looked.kind === 'uncertain' && record.order.kind === 'notice' ? { kind: 'to-send', record } : looked;
}

/** Nobody is written to, or named, who has left the server. Undefined while all of them are there. */
async function askPresence(
  { record, deps }: Errand,
  read: Ready,
  now: Temporal.Instant,
): Promise<DeliveryResult | undefined> {
  for (const member of await listNamed(deps, record, read)) {
    await deps.delivery.pacer.turn();
    const presence = await checkPresence(deps, member, now);
    if (presence === 'gone') return { kind: 'dropped' };
    if (presence === 'unknown') {
      return { kind: 'again', at: retryAt(record, now, false), attempts: record.attempts };
    }
  }
  return undefined;
}
