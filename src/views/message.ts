import type { APIMessageTopLevelComponent, APIModalInteractionResponseCallbackData } from 'discord.js';

/**
 * A finished answer: plain JSON, no Client, no builders. Whoever sends it adds the Components V2 flag, the
 * visibility, and `allowed_mentions` with nothing in it.
 */
export interface MessageView {
  readonly components: readonly APIMessageTopLevelComponent[];
}

/** A finished form (Discord calls it a modal): 1 to 5 parts. */
export type FormView = APIModalInteractionResponseCallbackData;
