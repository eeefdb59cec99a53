import type { Playground } from '../../start.ts';
import type { Json } from '../protocol.ts';
import type { CastMember } from './cast.ts';
import type { Scenes } from './scenes.ts';
import type { TimePlayer } from './time-player.ts';
import type { Turns } from './turns.ts';

/** What the parts of the page's server share. */
export interface Page {
  /** Another one after starting over. */
  playground: Playground;
  /** False until the bot can be used for the first time. */
  isReady: boolean;
  /** What is wrong with the last edit of the content, a line each; the content before it is in use. */
  contentProblems: readonly string[];
  readonly turns: Turns;
  readonly player: TimePlayer | undefined;
  readonly scenes: Scenes | undefined;
  /** The file that a message of the bot comes from. */
  readonly describe: ((message: Json) => string | undefined) | undefined;
  /** A few words about a person, by id. */
  notes: ReadonlyMap<string, string>;
  /** Private answers that their reader has put away. */
  readonly dismissed: Set<string>;
  /** Ends each live stream; the browser then asks anew. */
  readonly streams: Set<() => void>;
  /** Shows another playground to everybody who looks. */
  turnTo(playground: Playground, cast: readonly CastMember[]): void;
}
