import type { Json } from '../world/model.ts';

/** What one act of a person led to, as JSON, for a side panel and for measurements. */
export interface Exchange {
  readonly interactionId: string;
  readonly person: string;
  readonly kind: 'command' | 'autocomplete' | 'component' | 'form';
  /** The command's name or the custom id. */
  readonly name: string;
  /** Real time, milliseconds since 1970. */
  readonly at: number;
  /** The payload of INTERACTION_CREATE. */
  readonly request: Json;
  /** The callback's body first, then each message that was edited or sent afterwards. */
  readonly answers: Json[];
  /** Milliseconds until the first answer; undefined when none came. */
  ms: number | undefined;
  /** Why it failed, when it did. */
  error: string | undefined;
}

/** So many are kept. */
export const keptExchanges = 2_000;
