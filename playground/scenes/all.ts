import { courseUnderWay } from './course-under-way.ts';
import { emptyServer } from './empty-server.ts';
import type { Scene } from './scene.ts';

/**
 * The first one opens at the start: a newcomer sees at once what the bot is for, other people's posts with buttons to
 * press, and has joined the group with two presses. In an empty server the first thing to do would be a moderator's.
 */
export const scenes: readonly [Scene, ...Scene[]] = [courseUnderWay, emptyServer];
