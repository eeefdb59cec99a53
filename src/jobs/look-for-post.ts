import type { LookPlace } from '../actions/list-former-places.ts';
import { isTooLate, retryAt } from '../domain/delivery.ts';
import type { LookOutcome, PlacedMessage, PostPlace } from '../domain/delivery-port.ts';
import type { DeliveryResult } from '../domain/delivery-result.ts';
import { lookSpans, withoutFound } from '../domain/must-look.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Errand } from './attempt.ts';

export type Sent = Extract<DeliveryResult, { kind: 'sent' }>;

/** What looks proved, or what became of the entry without proof. */
export type Looked =
  | Exclude<DeliveryResult, Sent>
  | { readonly kind: 'found'; readonly sent: Sent; readonly place: PostPlace }
  /** `record`: what of the entry is not there. */
  | { readonly kind: 'to-send'; readonly record: OutboxRecord };

/** Looks in all these places. One that cannot be read is no proof: only if all of it is found elsewhere, that is known. */
export async function lookForPost(
  { record, round, deps }: Errand,
  places: readonly LookPlace[],
  now: Temporal.Instant,
): Promise<Looked> {
  const { port, pacer } = deps.delivery;
  const found = new Map<string, PlacedMessage>();
  for (const { place } of places.filter(({ canLook }) => canLook)) {
    await pacer.turn();
    const outcome = await port.look(place, record.marks, lookSpans(record, round.restoration));
    if (outcome.kind !== 'looked') return withoutProof(record, place, outcome, now);
    for (const [mark, message] of outcome.found) found.set(mark, message);
    const [message] = outcome.found.values();
    if (!withoutFound(record, found)) return { kind: 'found', place, sent: { kind: 'sent', ...message } };
  }
  const isSure = places.every(({ canLook }) => canLook);
  return isSure ? { kind: 'to-send', record: withoutFound(record, found) ?? record } : { kind: 'uncertain' };
}

/** What becomes of an entry that could not be looked for: tried again until its time is over, never for ever. */
function withoutProof(
  record: OutboxRecord,
  place: PostPlace,
  outcome: Exclude<LookOutcome, { readonly kind: 'looked' }>,
  now: Temporal.Instant,
): Exclude<DeliveryResult, Sent> {
  const { attempts } = record;
  if (outcome.kind === 'refused' && place.kind === 'private') return { kind: 'failed', problem: outcome.problem };
  if (outcome.kind === 'refused') return { kind: 'uncertain' };
  if (isTooLate(record, now)) {
    return { kind: attempts > 0 && place.kind !== 'private' ? 'uncertain' : 'missed' };
  }
  if (outcome.kind === 'blocked') return { ...outcome, attempts };
  const { waitMs } = outcome;
  const at = waitMs === undefined ? retryAt(record, now, false) : now.add({ milliseconds: Math.ceil(waitMs) });
  return { kind: 'again', at, attempts };
}
