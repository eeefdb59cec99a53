import type { HelpCallPost } from '../domain/period-reading.ts';
import type { HelpWishPost } from '../domain/post-reading.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { shorten } from '../lib/graphemes.ts';
import { accent, button, buttonRow } from './kit.ts';
import type { PostView } from './post.ts';
import { THREAD_TITLE_LENGTH } from './post-parts.ts';
import { quoted, quotedLines } from './quoted.ts';

/** In the thread: who would be glad of help, with what, and the button that brings two together. */
export function helpCallView({ group, requestId, askerId, stepTitle, words: said }: HelpCallPost): PostView {
  const { stuck: words } = catalogueOf(group.language);
  return {
    content: words.callLine(askerId, stepTitle),
    title: shorten(words.callTitle(stepTitle), THREAD_TITLE_LENGTH),
    embed: { color: accent.neutral, description: textOf(said, words.callText) },
    rows: [buttonRow(button({ label: words.canHelp, id: customId('group', 'help', requestId) }))],
  };
}

/** Privately, to somebody who said that they are willing to help. */
export function helpWishView({ language, requestId, askerId, stepTitle, words: said, group }: HelpWishPost): PostView {
  const { stuck: words } = catalogueOf(language);
  return {
    content: words.wishLine(askerId, quoted(group.name), stepTitle),
    title: shorten(words.callTitle(stepTitle), THREAD_TITLE_LENGTH),
    embed: { color: accent.neutral, description: textOf(said, words.wishText) },
    rows: [
      buttonRow(
        button({ label: words.canHelp, id: customId('group', 'help', requestId), style: 'primary' }),
        button({ label: words.settings, id: customId('settings', 'open') }),
      ),
    ],
  };
}

function textOf(said: string | undefined, text: string): string {
  return said === undefined ? text : `${quotedLines(said)}\n\n${text}`;
}
