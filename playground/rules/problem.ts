/** One thing that Discord would refuse: where it stands in the body, Discord's code for it, and a sentence. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

export function problem(path: readonly (string | number)[], code: string, message: string): Problem {
  return { path, code, message };
}
