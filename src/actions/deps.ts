import type { ContentSource } from '../domain/content-source.ts';
import type { DiscordPort } from '../domain/discord-port.ts';
import type { Retention } from '../domain/retention.ts';
import type { Db } from '../store/database.ts';

/** What every action may use. Built once, in main.ts, and passed down by hand. */
export interface Deps {
  readonly db: Db;
  readonly content: ContentSource;
  /** A new id that nobody can guess. */
  readonly newId: () => string;
  readonly discord: DiscordPort;
  readonly retention: Retention;
  /** Tells the delivery that something was written to the outbox. Called after the commit, never awaited. */
  readonly wake: () => void;
}
