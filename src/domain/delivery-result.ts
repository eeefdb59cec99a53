import type { Temporal } from '../lib/temporal.ts';
import type { PlacedMessage } from './delivery-port.ts';
import type { DeliveryProblem, OutboxOrder, OutboxRecord } from './outbox.ts';
import type { PeriodThread } from './stored-period.ts';

/** What became of an entry. */
export type DeliveryResult =
  | {
      readonly kind: 'sent';
      readonly channelId?: string | undefined;
      readonly messageId?: string | undefined;
      /** That was started on it. */
      readonly thread?: PeriodThread;
    }
  /** Tried again at `at`. `attempts`: how often it may have been sent so far. */
  | { readonly kind: 'again'; readonly at: Temporal.Instant; readonly attempts: number }
  | { readonly kind: 'blocked'; readonly problem: DeliveryProblem; readonly attempts: number }
  | { readonly kind: 'failed'; readonly problem: DeliveryProblem }
  /** It may have been sent, and no look can tell. */
  | { readonly kind: 'uncertain' }
  /** Its time is over. */
  | { readonly kind: 'missed' }
  /** Nobody wants it any more. */
  | { readonly kind: 'dropped' };

/** What became of an order of one kind. */
export interface Settled<Kind extends OutboxOrder['kind']> {
  readonly record: OutboxRecord;
  readonly order: Extract<OutboxOrder, { readonly kind: Kind }>;
  readonly result: DeliveryResult;
  readonly now: Temporal.Instant;
}

/** Where it stands now. Undefined for what was not sent, or is no message. */
export function messageOf(result: DeliveryResult): PlacedMessage | undefined {
  if (result.kind !== 'sent') return undefined;
  const { channelId, messageId } = result;
  return channelId === undefined || messageId === undefined ? undefined : { channelId, messageId };
}
