import type { InterruptPoint, RouteMatch } from '../server/faults.ts';
import type { RateLimits } from '../server/rate-limits.ts';
import type { RestParts } from '../server/rest.ts';

/** `route` is `METHOD /pattern` (or its beginning) as in `playground/server/routes`, or a regular expression on `METHOD /path`. */
export interface RequestControls {
  /** The next `times` requests get this status; for 429, `retryAfter` is in seconds. `code` is Discord's own, e.g. 40003. The work is not done. */
  fail(
    route: RouteMatch,
    status: number,
    options?: {
      readonly times?: number;
      readonly retryAfter?: number;
      readonly global?: boolean;
      readonly code?: number;
    },
  ): void;
  /** The next `times` requests wait so many milliseconds before the work is done. */
  delay(route: RouteMatch, ms: number, times?: number): void;
  /** The next `times` requests are cut off before the work is done. */
  drop(route: RouteMatch, times?: number): void;
  /** The work of the next `times` requests is done, but their answer is lost. */
  loseAnswer(route: RouteMatch, times?: number): void;
  /** The work of the next `times` requests is done twice, as where a proxy sends them once more. */
  double(route: RouteMatch, times?: number): void;
  /** During the next request something happens at this point, e.g. the bot is killed. Right before and after the work its answer is lost. */
  interrupt(route: RouteMatch, point: InterruptPoint, happens: () => void): void;
  /** Takes back every planned fault. */
  clearFaults(): void;
  /** Switches 429 on: for each route, for all together, or off with nothing. */
  rateLimit(limits?: RateLimits): void;
}

export function requestControls({ faults, limiter }: RestParts): RequestControls {
  return {
    fail(route, status, { times = 1, ...more } = {}) {
      faults.plan(route, { kind: 'status', status, ...more }, times);
    },
    delay: (route, ms, times = 1) => faults.plan(route, { kind: 'delay', ms }, times),
    drop: (route, times = 1) => faults.plan(route, { kind: 'drop' }, times),
    loseAnswer: (route, times = 1) => faults.plan(route, { kind: 'lose' }, times),
    double: (route, times = 1) => faults.plan(route, { kind: 'double' }, times),
    interrupt: (route, point, happens) => faults.plan(route, { kind: 'interrupt', point, happens }, 1),
    clearFaults: () => faults.clear(),
    rateLimit(limits) {
      limiter.limits = limits;
    },
  };
}
