import type { CastMember } from '../page/server/cast.ts';
import type { Playground } from '../start.ts';

/** Where a scene is prepared: a new Discord on which the bot runs, and the clock that both go by. */
export interface SceneStage {
  readonly playground: Playground;
  /** Goes forward, in milliseconds since 1970, and does on the way whatever falls due. */
  travelTo(moment: number): Promise<void>;
}

/** What the playground can begin with. Nothing in it is written into a database: people do it, with the bot's commands. */
export interface Scene {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Whom one can be. The page opens as the first one. */
  readonly cast: readonly CastMember[];
  /** When it begins, so that it ends at `now`. Both in milliseconds since 1970. */
  beginsAt(now: number): number;
  /** Lets people do what they did before the curtain rises, up to `now`. */
  prepare(stage: SceneStage, now: number): Promise<void>;
}
