import { ApiError, errorTree } from '../world/api-error.ts';
import { createEmitter, type Emitter } from '../world/emitter.ts';
import type { CommandBody, Message } from '../world/model.ts';
import type { Problem } from './problem.ts';
import type { BodyKind } from './schemas.ts';

/** What a rule must know beside the body. */
export interface Circumstances {
  /** Names of the files sent along. */
  readonly files?: readonly string[];
  /** The message that an edit changes. */
  readonly older?: Message | undefined;
  /** The command that an edit changes. */
  readonly olderCommand?: CommandBody;
  /** For autocomplete: the type of the option that is being typed. */
  readonly focusedType?: number | undefined;
  /** True for the commands of one server. */
  readonly inServer?: boolean;
}

/** A body that Discord would refuse. One entry for each problem. */
export interface Violation extends Problem {
  /** `METHOD /pattern`. */
  readonly route: string;
  readonly body: unknown;
  readonly interactionId: string | null;
  /** Real time, milliseconds since 1970. */
  readonly at: number;
}

export interface Occasion {
  readonly route: string;
  readonly circumstances: Circumstances;
  readonly interactionId: string | null;
}

export interface Rulebook {
  readonly violations: Violation[];
  readonly events: Emitter<{ violation: Violation }>;
  /** Throws ApiError 50035 with Discord's error tree when the body breaks a rule, and records each problem. */
  check(kind: BodyKind, body: unknown, occasion: Occasion): Promise<void>;
  add(violation: Violation): void;
  /** Records a 50035 that was found elsewhere. */
  record(error: ApiError, about: { route: string; body: unknown; interactionId: string | null }): void;
}

export type FindProblems = (kind: BodyKind, body: unknown, circumstances: Circumstances) => Promise<readonly Problem[]>;

/** Keeps what the bot did wrong. `findProblems` is left out when checks are switched off. */
export function createRulebook(findProblems: FindProblems | undefined): Rulebook {
  const violations: Violation[] = [];
  const events = createEmitter<{ violation: Violation }>();
  const add = (violation: Violation) => {
    violations.push(violation);
    events.emit('violation', violation);
  };
  return {
    violations,
    events,
    add,
    async check(kind, body, { route, circumstances, interactionId }) {
      const problems = (await findProblems?.(kind, body, circumstances)) ?? [];
      if (problems.length === 0) return;
      for (const one of problems) add({ ...one, route, body, interactionId, at: Date.now() });
      const onlyEmpty = problems.every(({ code }) => code === 'EMPTY_MESSAGE');
      throw onlyEmpty ? new ApiError('emptyMessage') : new ApiError('invalidForm', errorTree(problems));
    },
    record(error, about) {
      for (const one of problemsOfTree(error.errors ?? {})) add({ ...one, ...about, at: Date.now() });
    },
  };
}

function problemsOfTree(node: object, path: readonly string[] = []): Problem[] {
  return Object.entries(node).flatMap(([key, value]) => {
    if (key !== '_errors') return problemsOfTree(value as object, [...path, key]);
    return (value as { code: string; message: string }[]).map((error) => ({ path, ...error }));
  });
}
