import { catalogueOf } from '../language/languages.ts';
import { CUSTOM_ID_LIMIT, customId } from '../lib/custom-id.ts';
import { type ActionRow, button, buttonRow } from './kit.ts';

/** At most so many characters of text below the line: a preview shows the whole post, and a screen holds 4,000. */
export const POST_TEXT_LENGTH = 3500;

/** Discord's limit on the title of a thread, in characters. */
export const THREAD_TITLE_LENGTH = 100;

/**
 * The buttons of a group's post. Each answers whoever presses it, privately. The first also says which post this is:
 * by its marks the post is found again.
 */
export function personalRow(language: string, marks: readonly string[]): ActionRow {
  const { post } = catalogueOf(language);
  return buttonRow(
    button({ label: post.joinOrNext, id: markedId(marks), style: 'primary' }),
    button({ label: post.checkIn, id: customId('checkin', 'open') }),
    button({ label: post.progress, id: customId('progress', 'open') }),
  );
}

/** Carries as many marks as fit, the key of the post first: it is enough to find the post. */
export function markedId(marks: readonly string[]): string {
  const [key = '', ...others] = marks;
  let id = customId('group', 'next', key);
  for (const mark of others) {
    if (id.length + 1 + mark.length > CUSTOM_ID_LIMIT) break;
    id = `${id}:${mark}`;
  }
  return id;
}

/** The line with the ping of the role, where there is one. */
export function pinging(line: string, roleId: string | undefined): string {
  return roleId === undefined ? line : `${line} <@&${roleId}>`;
}
