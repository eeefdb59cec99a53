import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { type ActionRow, button, buttonRow, section } from './kit.ts';

/** What the answer to a member's first check-in shows below it: reminders are offered once, and never pressed on anybody. */
export function reminderOffer(language: string): { readonly block: string; readonly row: ActionRow } {
  const { reminder: words } = catalogueOf(language);
  return {
    block: section(words.offerTitle, words.offer),
    row: buttonRow(
      button({ label: words.offerYes, id: customId('settings', 'remind', 'light') }),
      button({ label: words.offerOther, id: customId('settings', 'open') }),
      button({ label: words.offerNo, id: customId('settings', 'remind', 'off') }),
    ),
  };
}
