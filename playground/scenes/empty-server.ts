import { usualCast } from '../page/server/cast.ts';
import type { Scene } from './scene.ts';

/** For whoever wants to set everything up. */
export const emptyServer: Scene = {
  id: 'empty-server',
  name: 'An empty server',
  description: 'Nobody has joined and no study group is set up. Be Mara, who manages the server, and set one up.',
  cast: usualCast,
  beginsAt: (now) => now,
  prepare: async () => undefined,
};
