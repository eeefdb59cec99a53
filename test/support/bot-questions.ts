/** What a test may ask of the process that hosts its bots. `offset` is how far its clock is from the real time, in milliseconds. */
export type Question =
  | {
      readonly kind: 'start';
      readonly env: Readonly<Record<string, string>>;
      readonly offset: number;
      /** Left out: what Discord allows. */
      readonly requestsPerSecond?: number | undefined;
    }
  /** The log then says `STOPPED`. */
  | { readonly kind: 'stop' }
  | { readonly kind: 'move'; readonly offset: number }
  | { readonly kind: 'tick' }
  | { readonly kind: 'idle' }
  | { readonly kind: 'next-due' };

/** What the log says when a bot has stopped, and another may start. */
export const STOPPED = '[the bot has stopped]\n';
