/** Something that only a broken or foreign page asks for. Answered with an HTTP status. */
export class PageError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * What a person can run into, in words for them. Answered with status 200, for browsers write every other status to the
 * console, where a person's mistake has no place.
 */
export class Refusal extends Error {}
