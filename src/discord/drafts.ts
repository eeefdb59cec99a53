import type { Caller } from './command.ts';

/** Where what a person was in the middle of waits for them. Wired in main.ts. */
export interface Drafts {
  /** Returns the id of the new draft. */
  save(caller: Caller, kind: string, content: unknown): Promise<string>;
  /** The caller's own draft of that kind, or undefined. */
  find(caller: Caller, kind: string, id: string): Promise<unknown>;
  /** The same, and takes it away: of two who claim it at once only one gets it. */
  claim(caller: Caller, kind: string, id: string): Promise<unknown>;
  /** Keeps what was claimed under its id again, for another day. */
  putBack(caller: Caller, kind: string, id: string, content: unknown): Promise<void>;
}
