import type { Playground } from '../../start.ts';
import type { SceneEntry } from '../protocol.ts';

/** What the playground can begin with. */
export interface Scenes {
  list(): readonly SceneEntry[];
  /** The id of the scene that runs. */
  current(): string;
  /**
   * Throws everything away and begins with that scene; resolves when it can be used. With a new playground it gives
   * that one, and the page turns to it.
   */
  startOver(scene: string): Promise<Playground | undefined>;
}
