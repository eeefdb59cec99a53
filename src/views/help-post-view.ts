import type { HelpPost } from '../domain/period-reading.ts';
import { catalogueOf } from '../language/languages.ts';
import { accent, button, buttonRow } from './kit.ts';
import type { PostView } from './post.ts';
import { markedId } from './post-parts.ts';
import { quoted } from './quoted.ts';

/** How much of what is in the way is shown, in characters. */
const WORDS_SHOWN = 300;

/** Brings two members together, and pings these two alone. */
export function helpPostView({ group, marks, askerId, helperId, about }: HelpPost): PostView {
  const { checkInPost: words, post } = catalogueOf(group.language);
  const topic = about === undefined ? [] : [words.helpAbout(quoted(about, WORDS_SHOWN))];
  return {
    content: words.helpLine(askerId, helperId),
    embed: { color: accent.neutral, description: [...topic, words.helpText].join('\n\n') },
    rows: [buttonRow(button({ label: post.nextStep, id: markedId(marks) }))],
    pingUserIds: [askerId, helperId],
    title: words.helpTitle,
  };
}
