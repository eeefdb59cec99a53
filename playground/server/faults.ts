/** What can be made to go wrong with a request. */
export type Fault =
  /** Answer with this status instead of doing the work. For 429, `retryAfter` is in seconds. `code` is Discord's own. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: number;
      readonly global?: boolean;
      readonly code?: number;
    }
  /** Wait so many milliseconds, then do the work. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Close the connection without doing the work. */
  | { readonly kind: 'drop' }
  /** Do the work, then close the connection without an answer. */
  | { readonly kind: 'lose' }
  /** Do the work twice, as where something on the way sent the request once more, and give the second answer. */
  | { readonly kind: 'double' }
  /** Something happens at this point, such as the end of the bot. Right before and after the work the answer is lost. */
  | { readonly kind: 'interrupt'; readonly point: InterruptPoint; readonly happens: () => void };

/** Of a request: before its work is done, after it, when its answer is about to leave, and when it is on its way. */
export type InterruptPoint = 'before-work' | 'after-work' | 'before-answer' | 'after-answer';

/** A route as `METHOD /pattern`, its beginning, or a regular expression on `METHOD /path`. */
export type RouteMatch = string | RegExp;

interface Planned {
  readonly match: RouteMatch;
  readonly fault: Fault;
  left: number;
}

export interface Faults {
  /** Plans a fault for the next `times` requests that match. */
  plan(match: RouteMatch, fault: Fault, times: number): void;
  /** The fault for this request, if one is planned; it is then used up by one. */
  take(route: string, path: string): Fault | undefined;
  clear(): void;
}

/** Faults are taken in the order in which they were planned. */
export function createFaults(): Faults {
  let planned: Planned[] = [];
  return {
    plan(match, fault, times) {
      planned.push({ match, fault, left: times });
    },
    take(route, path) {
      const found = planned.find(({ match }) =>
        typeof match === 'string' ? route.startsWith(match) : match.test(path) || match.test(route),
      );
      if (!found) return undefined;
      found.left -= 1;
      if (found.left <= 0) planned = planned.filter((other) => other !== found);
      return found.fault;
    },
    clear() {
      planned = [];
    },
  };
}
