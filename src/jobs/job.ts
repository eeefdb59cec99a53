import type { Deps } from '../actions/deps.ts';
import type { Backups } from '../domain/backups.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Delivery } from './delivery.ts';

/** What a job may use beside the actions. */
export interface JobDeps extends Deps {
  /** Tells whoever watches the process that it is alive. */
  readonly beat: () => Promise<void>;
  readonly backups: Backups;
  readonly delivery: Delivery;
}

/** Something the clock asks for. It runs at the start and once a minute, and decides itself whether anything is due. */
export interface Job {
  readonly name: string;
  run(now: Temporal.Instant, deps: JobDeps): Promise<void>;
  /** When it has something to do next; a clock that can jump goes there. Left out: no moment of its own. */
  nextDue?(now: Temporal.Instant, deps: JobDeps): Promise<Temporal.Instant | undefined>;
  /** Resolves when what its runs left under way is over. Left out: a run leaves nothing. */
  settled?(deps: JobDeps): Promise<void>;
}
