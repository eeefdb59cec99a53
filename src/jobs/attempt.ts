import { beginSending } from '../actions/claim-outbox.ts';
import { retryAt } from '../domain/delivery.ts';
import type { PostPlace, SendOutcome } from '../domain/delivery-port.ts';
import type { DeliveryResult } from '../domain/delivery-result.ts';
import type { Restoration } from '../domain/must-look.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { JobDeps } from './job.ts';

/** What holds for all entries of one claim. */
export interface DeliveryRound {
  readonly leaseId: string;
  readonly drainingSince: Temporal.Instant;
  readonly restoration: Restoration | undefined;
}

/** Everything on the way of one claimed entry. */
export interface Errand {
  readonly record: OutboxRecord;
  readonly round: DeliveryRound;
  readonly deps: JobDeps;
}

/** How long nobody is written to privately after Discord asked for it, in minutes. */
const REST_MINUTES = 60;

/** Sends once. What it may have done, and in which place, is written down before. */
export async function attempt(
  errand: Errand,
  send: () => Promise<SendOutcome>,
  place?: PostPlace,
): Promise<DeliveryResult | undefined> {
  const { record, round, deps } = errand;
  const { clock, commit, pacer } = deps.delivery;
  await pacer.turn();
  if (!(await beginSending(commit, record, round.leaseId, place, clock.now()))) return undefined;
  const outcome = await send();
  return resultOfSend(errand, outcome, place?.kind === 'forum');
}

/** What an answer says about the entry. */
export function resultOfSend({ record, deps }: Errand, outcome: SendOutcome, isInForum = false): DeliveryResult {
  const { clock, pacer } = deps.delivery;
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
      deps.delivery.privateRestUntil = privateRest(deps, now) ?? now.add({ minutes: REST_MINUTES });
      return { kind: 'again', at: deps.delivery.privateRestUntil, attempts };
    case 'lost':
      return { kind: 'again', at: retryAt(record, now, isInForum), attempts: attempts + 1 };
  }
}

/** Until when nobody is written to privately. Undefined: everybody may be. */
export function privateRest({ delivery }: JobDeps, now: Temporal.Instant): Temporal.Instant | undefined {
  const until = delivery.privateRestUntil;
  return until && until.since(now).sign > 0 ? until : undefined;
}
