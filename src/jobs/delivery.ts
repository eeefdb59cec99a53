import type { CommitTogether } from '../actions/commit-together.ts';
import type { Clock } from '../domain/clock.ts';
import { LEASE_SECONDS } from '../domain/delivery.ts';
import type { DeliveryPort } from '../domain/delivery-port.ts';
import type { DeliveryLane } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { PostView } from '../views/post.ts';
import type { Pacer } from './pacer.ts';
import { createSlots, type Slots } from './slots.ts';

/** What the delivery has at hand, and what it remembers while the process lives. All of it may be lost. */
export interface Delivery {
  readonly clock: Clock;
  readonly port: DeliveryPort<PostView>;
  /** For what is written down before and after each send. */
  readonly commit: CommitTogether;
  readonly pacer: Pacer;
  readonly lanes: Readonly<Record<DeliveryLane, Lane>>;
  readonly alarm: Alarm;
  /** Aborted when the bot stops: nothing more is begun then. */
  readonly stopping: AbortSignal;
  /** Until when nobody is written to privately, because Discord asked for rest. */
  privateRestUntil: Temporal.Instant | undefined;
  reportError(error: unknown, key: string): void;
}

/** What leaves beside what else leaves, without either waiting for the other. */
export interface Lane {
  readonly slots: Slots;
  readonly drain: Drain;
}

/** Posts that leave one after the other without a pause. */
export interface Drain {
  /** Notes that a claim brought something at `now`, and whether more is waiting. Gives when the drain began. */
  note(now: Temporal.Instant, hasMore: boolean): Temporal.Instant;
}

/** For what is due again before the next tick. */
export interface Alarm {
  /** Has `wake` called at that instant, at the latest. */
  set(at: Temporal.Instant, wake: () => void): void;
}

/**
 * How many sends may wait for an answer at the same time. Those that may wait for their chat to be opened, one a second,
 * all leave within a lease.
 */
const inFlight: Readonly<Record<DeliveryLane, number>> = { posts: 100, private: 60, notices: 40 };

export function createDelivery(
  parts: Pick<Delivery, 'clock' | 'port' | 'commit' | 'pacer' | 'stopping' | 'reportError'>,
): Delivery {
  return {
    ...parts,
    lanes: {
      posts: createLane(inFlight.posts),
      private: createLane(inFlight.private),
      notices: createLane(inFlight.notices),
    },
    alarm: createAlarm(parts.clock),
    privateRestUntil: undefined,
  };
}

function createLane(size: number): Lane {
  return { slots: createSlots(size), drain: createDrain() };
}

export function createDrain(): Drain {
  let began: Temporal.Instant | undefined;
  let last: Temporal.Instant | undefined;
  return {
    note(now, hasMore) {
      // A machine that slept, or a clock that was set, ends a drain.
      const isOn = last !== undefined && Math.abs(now.since(last).total('seconds')) < LEASE_SECONDS;
      const since = isOn && began !== undefined ? began : now;
      began = hasMore ? since : undefined;
      last = now;
      return since;
    },
  };
}

/** The tick comes each minute anyway. */
const TICK_SECONDS = 60;

/** Those that are due within so many milliseconds are woken together, at their end. */
const TOGETHER = 100;

export function createAlarm(clock: Pick<Clock, 'now' | 'wait'>): Alarm {
  const pending = new Set<number>();
  return {
    set(at, wake) {
      const moment = (Math.floor(at.epochMilliseconds / TOGETHER) + 1) * TOGETHER;
      const milliseconds = moment - clock.now().epochMilliseconds;
      if (milliseconds >= TICK_SECONDS * 1000 || pending.has(moment)) return;
      pending.add(moment);
      void clock.wait(Math.max(milliseconds, 0)).then(() => {
        pending.delete(moment);
        wake();
      });
    },
  };
}
