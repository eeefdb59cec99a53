import { z } from 'zod';
import type { Person } from '../../../people/person.ts';
import { findPerson } from '../cast.ts';
import type { Page } from '../page.ts';
import { PageError, Refusal } from '../page-error.ts';

/** One thing that the browser can ask for. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** `input` is the query of a GET, the JSON body of a POST. @throws PageError or Refusal */
  handle(page: Page, input: unknown): Promise<unknown>;
}

/** An endpoint that checks what it is given. */
export function endpoint<Input>(
  method: Endpoint['method'],
  path: string,
  schema: z.ZodType<Input>,
  handle: (page: Page, input: Input) => unknown,
): Endpoint {
  return {
    method,
    path,
    async handle(page, given) {
      const { success, data, error } = schema.safeParse(given);
      if (!success) throw new PageError(400, z.prettifyError(error));
      return handle(page, data);
    },
  };
}

export const id = z.string().regex(/^\d{1,20}$/, 'An id has digits only.');

/** What every request of somebody who looks or acts says first. */
export const who = { person: id };

/** @throws Refusal */
export function getPerson(page: Page, personId: string): Person {
  const person = findPerson(page.playground, personId);
  if (!person) throw new Refusal('There is no such person.');
  return person;
}
