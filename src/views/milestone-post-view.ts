import { partReached, phaseDuring } from '../domain/milestone-place.ts';
import type { MilestonePost } from '../domain/post-reading.ts';
import { shorten } from '../lib/graphemes.ts';
import { groupTrail } from './group-trail.ts';
import { milestoneLine } from './milestone-line.ts';
import { milestoneText } from './milestone-text.ts';
import { milestoneTitle } from './milestone-words.ts';
import { phaseAccent } from './phase-accent.ts';
import type { PostView } from './post.ts';
import { POST_TEXT_LENGTH, personalRow, pinging, THREAD_TITLE_LENGTH } from './post-parts.ts';

/** Announces milestones of a group: one, those of a day, or several that were missed, as one text. */
export function milestonePostView(reading: MilestonePost): PostView {
  const { group, roadmap, milestones, marks } = reading;
  const { pingRoleId, language } = group;
  const part = Math.max(0, ...milestones.map((one) => partReached(roadmap, one)));
  const picture = groupTrail(roadmap, group.schedule.months, part);
  const title = shorten(titleOf(reading), THREAD_TITLE_LENGTH);
  return {
    content: pinging(milestoneLine(reading), pingRoleId),
    embed: {
      title,
      color: phaseAccent(phaseDuring(roadmap, part)?.id ?? ''),
      description: shorten(milestoneText(reading).join('\n\n'), POST_TEXT_LENGTH),
      image: { url: `attachment://${picture.name}` },
    },
    picture,
    rows: [personalRow(language, marks)],
    ...(pingRoleId === undefined ? {} : { pingRoleId }),
    title,
  };
}

/** What stands out of what comes together: where the group is now, and what is special about the day. */
function titleOf({ group, roadmap, milestones }: MilestonePost): string {
  const titleFor = (one: MilestonePost['milestones'][number]) => milestoneTitle(roadmap, group.schedule.months, one);
  const part = milestones.findLast(({ kind }) => kind === 'part');
  const special = milestones.findLast(({ kind }) => kind !== 'part' && kind !== 'phase-end');
  const shown = special?.kind === 'graduation' ? [special] : [special, part].filter((one) => one !== undefined);
  const [only] = milestones;
  return (shown.length > 0 ? shown : only ? [only] : []).map(titleFor).join(' · ');
}
