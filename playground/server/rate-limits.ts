import { createHash } from 'node:crypto';
import { type Clock, systemClock } from '../world/clock.ts';

export interface RateLimits {
  /** Requests a route may take in each window. */
  readonly perRoute?: { readonly limit: number; readonly windowMs: number };
  /** Requests a second for everything but interaction callbacks and webhooks (docs: Rate Limits, 50). */
  readonly global?: number;
}

export interface Verdict {
  readonly headers: Readonly<Record<string, string>>;
  /** Set when the request is refused: seconds until it may come again. */
  readonly retryAfter?: number;
  readonly scope?: 'user' | 'global';
}

interface Window {
  startedAt: number;
  used: number;
}

export interface RateLimiter {
  /** Undefined switches refusals off; the headers stay. */
  limits: RateLimits | undefined;
  /** `route` is the pattern, `major` the id that Discord counts apart (channel, server or webhook). */
  judge(route: string, major: string, exempt: boolean): Verdict;
}

/** Headers that let nobody wait, used while limits are off. */
const generous = { limit: 1_000, windowMs: 1_000 };

/** Counts requests as Discord's headers tell it. Always in real time: the bot's client waits in real time too. */
export function createRateLimiter(clock = systemClock): RateLimiter {
  const windows = new Map<string, Window>();
  const use = (key: string, windowMs: number): Window => {
    const now = clock.now();
    const known = windows.get(key);
    const window = known && now - known.startedAt < windowMs ? known : { startedAt: now, used: 0 };
    windows.set(key, window);
    window.used += 1;
    return window;
  };
  return {
    limits: undefined,
    judge(route, major, exempt) {
      const { perRoute, global } = this.limits ?? {};
      if (global !== undefined && !exempt) {
        const window = use('global', 1_000);
        if (window.used > global) return refusal('global', (window.startedAt + 1_000 - clock.now()) / 1_000, {});
      }
      const { limit, windowMs } = perRoute ?? generous;
      const window = perRoute ? use(`${route} ${major}`, windowMs) : { startedAt: clock.now(), used: 1 };
      const left = Math.max(0.001, (window.startedAt + windowMs - clock.now()) / 1_000);
      const headers = headersOf(route, limit, limit - window.used, left, clock);
      return window.used > limit ? refusal('user', left, headers) : { headers };
    },
  };
}

function headersOf(route: string, limit: number, remaining: number, seconds: number, clock: Clock) {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, remaining)),
    'x-ratelimit-reset': (clock.now() / 1_000 + seconds).toFixed(3),
    'x-ratelimit-reset-after': seconds.toFixed(3),
    'x-ratelimit-bucket': bucketOf(route),
  };
}

const buckets = new Map<string, string>();

function bucketOf(route: string): string {
  const known = buckets.get(route) ?? createHash('md5').update(route).digest('hex');
  buckets.set(route, known);
  return known;
}

/** A 429 (docs: Rate Limits, Exceeding a Rate Limit). `seconds` until the next try. */
export function refusal(scope: 'user' | 'global', seconds: number, headers: Readonly<Record<string, string>>): Verdict {
  const retryAfter = Math.max(0.001, Number(seconds.toFixed(3)));
  return {
    retryAfter,
    scope,
    headers: {
      ...headers,
      'retry-after': String(Math.ceil(retryAfter)),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
}
