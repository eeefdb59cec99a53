import { PARTS } from '../domain/milestone-calendar.ts';
import type { WelcomePost } from '../domain/post-reading.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { shorten } from '../lib/graphemes.ts';
import { groupTrail } from './group-trail.ts';
import { button, buttonRow } from './kit.ts';
import { phaseAccent } from './phase-accent.ts';
import type { PostView } from './post.ts';
import { markedId, THREAD_TITLE_LENGTH } from './post-parts.ts';
import { quoted } from './quoted.ts';

/** The card for a group's channel with which people join it. It pings nobody: it waits there for whoever comes by. */
export function welcomePostView({ group, roadmap, marks }: WelcomePost): PostView {
  const { post } = catalogueOf(group.language);
  const picture = groupTrail(roadmap, group.schedule.months, 0);
  const name = quoted(group.name);
  const steps = roadmap.steps.length;
  const { months } = group.schedule;
  const what = months === PARTS ? post.welcomeText(steps, months) : post.welcomeSlowText(steps);
  return {
    content: post.welcomeLine(name),
    embed: {
      title: shorten(post.welcomeTitle(name), THREAD_TITLE_LENGTH),
      color: phaseAccent(roadmap.phases[0]?.id ?? ''),
      description: [what, post.welcomeHow, post.welcomePrivacy].join('\n\n'),
      image: { url: `attachment://${picture.name}` },
    },
    picture,
    rows: [
      buttonRow(
        button({ label: post.join, id: customId('group', 'join', group.id), style: 'primary' }),
        button({ label: post.nextStep, id: markedId(marks) }),
      ),
    ],
    // A thread's title is no Markdown.
    title: shorten(post.welcomeTitle(group.name), THREAD_TITLE_LENGTH),
  };
}
