/** Something that an author can mend. Lines and columns count from 1. */
export interface ContentProblem {
  /** Path below the content folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What was expected. */
  readonly message: string;
}

/** `file:line:column message`, the form that editors turn into a link. */
export function formatProblem({ file, line, column, message }: ContentProblem): string {
  return `${file}:${line}:${column} ${message}`;
}

/** The content does not fit: the message lists every problem, one a line. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    super(`The content has ${problems.length} problem(s):\n${problems.map(formatProblem).join('\n')}`);
    this.problems = problems;
  }
}
