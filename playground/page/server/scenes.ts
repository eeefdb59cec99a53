import type { Playground } from '../../start.ts';
import type { SceneEntry } from '../protocol.ts';
import type { CastMember } from './cast.ts';

/** What the playground can begin with. */
export interface Scenes {
  list(): readonly SceneEntry[];
  /** The id of the scene that runs. */
  current(): string;
  /**
   * Throws everything away and begins with that scene; resolves when it can be used. The page turns to what it gives:
   * a new playground, and whom one can be in it.
   */
  startOver(scene: string): Promise<{ readonly playground: Playground; readonly cast: readonly CastMember[] }>;
}
