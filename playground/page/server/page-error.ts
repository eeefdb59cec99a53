/** A refusal that the person reads in the page. */
export class PageError extends Error {
  /** An HTTP status. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
