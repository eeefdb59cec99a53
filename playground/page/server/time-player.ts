import type { ClockState } from '../protocol.ts';
import { Refusal } from './page-error.ts';
import type { TimeTravel } from './time-travel.ts';
import type { Turns } from './turns.ts';

/** Lets the clock go by itself and tells everybody who looks. */
export interface TimePlayer {
  state(): Promise<ClockState>;
  /** Moves forward by so many milliseconds. */
  forward(ms: number): Promise<void>;
  /** @throws Refusal when nothing is due */
  forwardToNextDue(): Promise<void>;
  /** 0 pauses. */
  play(speed: number): void;
  /** Tells everybody who looks how things stand: what somebody did can change what is due. */
  tell(): void;
  /** Calls back whenever the clock was moved. Returns the function that stops it. */
  onMove(listener: (state: ClockState) => void): () => void;
}

/** Real milliseconds between two steps of a clock that plays. */
const stepMs = 250;

export function createTimePlayer(travel: TimeTravel, turns: Turns): TimePlayer {
  const listeners = new Set<(state: ClockState) => void>();
  let speed = 0;
  let timer: NodeJS.Timeout | undefined;
  const state = async () => {
    const [nextDue, zone] = await Promise.all([travel.nextDue(), travel.zone()]);
    return { now: travel.now(), speed, nextDue: nextDue ?? null, zone: zone ?? null };
  };
  const tell = async () => {
    const now = await state();
    for (const listener of listeners) listener(now);
  };
  const tellSoon = () => void tell().catch(() => undefined);
  const moveTo = async (target: () => number) => {
    await turns.travel(() => travel.travelTo(target()));
    await tell();
  };
  // A timer that asks for the next one when it is done: a slow journey is never overtaken.
  const step = async () => {
    const before = speed;
    await moveTo(() => travel.now() + stepMs * before).catch(() => {
      speed = 0;
    });
    // It may have been paused and played again meanwhile.
    clearTimeout(timer);
    if (speed > 0) timer = setTimeout(step, stepMs);
  };
  return {
    state,
    tell: tellSoon,
    forward: (ms) => moveTo(() => travel.now() + ms),
    async forwardToNextDue() {
      const due = await travel.nextDue();
      if (due === undefined) throw new Refusal('Nothing is due.');
      await moveTo(() => Math.max(due, travel.now()));
    },
    play(wanted) {
      clearTimeout(timer);
      speed = wanted;
      if (speed > 0) timer = setTimeout(step, stepMs);
      tellSoon();
    },
    onMove(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
