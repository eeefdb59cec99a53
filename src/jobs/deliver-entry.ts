import { checkPresence } from '../actions/check-presence.ts';
import { beginSending, findClaimed } from '../actions/claim-outbox.ts';
import { type ReadPost, readPost } from '../actions/read-post.ts';
import { type DeliveryResult, recordDelivery } from '../actions/record-delivery.ts';
import { isTooLate, lookSpans, mustLook, type Restoration, retryAt, withoutFound } from '../domain/delivery.ts';
import type { SendOutcome } from '../domain/delivery-port.ts';
import type { Member } from '../domain/member.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import { postView } from '../views/post-view.ts';
import { deliverOrder } from './deliver-order.ts';
import type { JobDeps } from './job.ts';

/** What holds for all entries of one claim. */
export interface DeliveryRound {
  readonly leaseId: string;
  readonly drainingSince: Temporal.Instant;
  readonly restoration: Restoration | undefined;
}

/** Everything on the way of one claimed entry. */
interface Errand {
  readonly record: OutboxRecord;
  readonly round: DeliveryRound;
  readonly deps: JobDeps;
}

type Ready = Extract<ReadPost, { kind: 'ready' }>;

/** How long an outage is waited for before it is asked again, in minutes. */
const OUTAGE_MINUTES = 1;

/** How long nobody is written to privately after Discord asked for it, in minutes. */
const REST_MINUTES = 60;

/** Sends a claimed entry, or finds out why not, and writes down what became of it. */
export async function deliverEntry(key: string, round: DeliveryRound, deps: JobDeps): Promise<void> {
  const record = await findClaimed(deps, key, round.leaseId);
  if (!record) return;
  const errand = { record, round, deps };
  const isOrder = record.order.kind === 'role' || record.order.kind === 'event';
  const result = await (isOrder ? deliverBesidePosts(errand) : deliverPost(errand));
  if (!result) return;
  const { commit, clock, alarm } = deps.delivery;
  await recordDelivery({ commit, wake: deps.wake }, record, round.leaseId, result, clock.now());
  if (result.kind === 'again') alarm.set(result.at, deps.wake);
}

/** Doing one of these twice changes nothing, so there is nothing to look for. */
async function deliverBesidePosts(errand: Errand): Promise<DeliveryResult | undefined> {
  const { record, deps } = errand;
  const order = await deliverOrder(record, deps);
  return 'send' in order ? attempt(errand, order.send, false) : order;
}

/** Undefined: the entry belongs to somebody else by now. */
async function deliverPost(errand: Errand): Promise<DeliveryResult | undefined> {
  const { record, deps } = errand;
  const { clock, port, privateRestUntil } = deps.delivery;
  const now = clock.now();
  if (isTooLate(record, now) && record.attempts === 0) return { kind: 'missed' };
  const read = await readPost(deps, record, now);
  if (read.kind !== 'ready') return resultOf(read, record, now);
  const { place } = read;
  if (place.kind === 'private' && privateRestUntil && privateRestUntil.since(now).sign > 0) {
    return { kind: 'again', at: privateRestUntil, attempts: record.attempts };
  }
  const looked = await look(errand, read, now);
  if (looked.kind !== 'to-send') return looked;
  if (isTooLate(record, now)) return { kind: 'missed' };
  const absent = read.recipient && (await askPresence(errand, read.recipient, now));
  if (absent) return absent;
  const rest = looked.record === record ? read : await readPost(deps, looked.record, now);
  if (rest.kind !== 'ready') return resultOf(rest, record, now);
  const view = postView(rest.reading);
  return attempt(errand, () => port.send(view, place, record.key), place.kind === 'forum');
}

function resultOf(read: Exclude<ReadPost, Ready>, record: OutboxRecord, now: Temporal.Instant): DeliveryResult {
  const { attempts } = record;
  if (read.kind === 'dropped') return read;
  if (read.kind === 'outage') return { kind: 'again', at: now.add({ minutes: OUTAGE_MINUTES }), attempts };
  return isTooLate(record, now) ? { kind: 'uncertain' } : { ...read, attempts };
}

/** Whether it is there already, where that has to be asked; else what is to be sent. */
async function look(
  { record, round, deps }: Errand,
  { place, canLook }: Ready,
  now: Temporal.Instant,
): Promise<DeliveryResult | { readonly kind: 'to-send'; readonly record: OutboxRecord }> {
  const { drainingSince, restoration } = round;
  if (!mustLook({ record, drainingSince, restoration })) return { kind: 'to-send', record };
  if (!canLook) return { kind: 'uncertain' };
  const { port, pacer } = deps.delivery;
  await pacer.turn();
  const outcome = await port.look(place, record.marks, lookSpans(record, restoration));
  if (outcome.kind === 'no-answer') {
    const { waitMs } = outcome;
    const at = waitMs === undefined ? retryAt(record, now, false) : now.add({ milliseconds: Math.ceil(waitMs) });
    return { kind: 'again', at, attempts: record.attempts };
  }
  const rest = withoutFound(record, outcome.found);
  return rest ? { kind: 'to-send', record: rest } : { kind: 'sent', ...[...outcome.found.values()][0] };
}

/** Nobody is written to who has left the server. Undefined for whoever is there. */
async function askPresence(
  { record, deps }: Errand,
  recipient: Member,
  now: Temporal.Instant,
): Promise<DeliveryResult | undefined> {
  await deps.delivery.pacer.turn();
  switch (await checkPresence(deps, recipient, now)) {
    case 'there':
      return undefined;
    case 'gone':
      return { kind: 'dropped' };
    case 'unknown':
      return { kind: 'again', at: retryAt(record, now, false), attempts: record.attempts };
  }
}

/** Sends once. What it may have done is written down before. */
async function attempt(
  { record, round, deps }: Errand,
  send: () => Promise<SendOutcome>,
  isInForum: boolean,
): Promise<DeliveryResult | undefined> {
  const { clock, commit, pacer } = deps.delivery;
  await pacer.turn();
  if (!(await beginSending(commit, record.key, round.leaseId, clock.now()))) return undefined;
  const outcome = await send();
  const now = clock.now();
  const { attempts } = record;
  switch (outcome.kind) {
    case 'sent':
    case 'failed':
      return outcome;
    case 'blocked':
      return { ...outcome, attempts };
    case 'not-now':
      if (outcome.isGlobal) pacer.rest(outcome.waitMs);
      return { kind: 'again', at: now.add({ milliseconds: Math.ceil(outcome.waitMs) }), attempts };
    case 'resting':
      deps.delivery.privateRestUntil = now.add({ minutes: REST_MINUTES });
      return { kind: 'again', at: deps.delivery.privateRestUntil, attempts };
    case 'lost':
      return { kind: 'again', at: retryAt(record, now, isInForum), attempts: attempts + 1 };
  }
}
