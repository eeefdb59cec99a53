import type { ClockState } from '../protocol.ts';
import { Refusal } from './page-error.ts';
import type { TimeTravel } from './time-travel.ts';
import type { Turns } from './turns.ts';

/** Lets the clock go by itself and tells everybody who looks. */
export interface TimePlayer {
  state(): Promise<ClockState>;
  /** Moves forward by so many milliseconds. */
  forward(ms: number): Promise<void>;
  /**
   * Moves forward until something was posted, or far enough where nothing is.
   * @throws Refusal when nothing is due
   */
  forwardToNextPost(): Promise<void>;
  /** 0 pauses. */
  play(speed: number): void;
  /** Tells everybody who looks how things stand: what somebody did can change what is due. */
  tell(): void;
  /** Calls back whenever the clock was moved. Returns the function that stops it. */
  onMove(listener: (state: ClockState) => void): () => void;
}

/** Real milliseconds between two steps of a clock that plays. */
const stepMs = 250;

/** Between a post and the next: a bot that rests for long is not waited for. */
const longest = { ms: 62 * 86_400_000, steps: 500 };

/** Of all players, for a new one follows when a scene begins. Begins with the time, for a page may outlive its server. */
let readings = Date.now();

/** @param countPosts how many messages stand in the channels of all servers */
export function createTimePlayer(travel: TimeTravel, turns: Turns, countPosts: () => number): TimePlayer {
  const listeners = new Set<(state: ClockState) => void>();
  let speed = 0;
  let timer: NodeJS.Timeout | undefined;
  const state = async () => {
    const [nextDue, zone] = await Promise.all([travel.nextDue(), travel.zone()]);
    readings += 1;
    return { reading: readings, now: travel.now(), speed, nextDue: nextDue ?? null, zone: zone ?? null };
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
    async forwardToNextPost() {
      if ((await travel.nextDue()) === undefined) throw new Refusal('Nothing is due.');
      await turns.travel(() => travelToPost(travel, countPosts));
      await tell();
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

/** Much that is due posts nothing: a week that begins, a look at who wants to be reminded. */
async function travelToPost(travel: TimeTravel, countPosts: () => number): Promise<void> {
  const before = countPosts();
  const end = travel.now() + longest.ms;
  for (let step = 0; step < longest.steps && countPosts() <= before; step += 1) {
    const due = await travel.nextDue();
    if (due === undefined || due > end) return;
    // What was due before and is still, waits for something else than time.
    await travel.travelTo(Math.max(due, travel.now() + 60_000));
  }
}
