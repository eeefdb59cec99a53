import type { Milestone, MilestoneId } from '../domain/milestone.ts';
import { milestoneCode } from '../domain/milestone.ts';
import type { MilestonePost } from '../domain/post-reading.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { milestonePostView } from './milestone-post-view.ts';
import { milestoneTitle } from './milestone-words.ts';
import { dayStamp } from './plan-words.ts';
import { postPreviewView } from './post-preview-view.ts';

interface AskParts {
  readonly group: StudyGroup;
  readonly id: MilestoneId;
  /** In the reader's language. */
  readonly roadmap: Roadmap;
}

export interface PreviewParts extends AskParts {
  readonly post: MilestonePost;
  readonly isPosted: boolean;
}

/** Exactly what will be posted. */
export function milestonePreviewView({ group, id, roadmap, post, isPosted }: PreviewParts): MessageView {
  const { milestone: words } = catalogueOf(roadmap.language);
  const target = [group.id, milestoneCode(id)] as const;
  return postPreviewView({
    post: milestonePostView(post),
    group,
    language: roadmap.language,
    heading: isPosted ? words.previewSent : words.previewTitle,
    rows: [
      buttonRow(
        button({ label: words.announce, id: customId('milestone', 'ask-announce', ...target) }),
        button({ label: words.calendar, id: customId('milestone', 'list', group.id, 0), style: 'primary' }),
      ),
    ],
  });
}

export interface AnnounceAskParts extends AskParts {
  readonly post: MilestonePost;
  /** Of the draft that keeps the moderator's note; empty without one. */
  readonly noteId: string;
  /** Of what was posted before: the number of the extra that this would be. */
  readonly extra: number | undefined;
  /** Whether its date is still to come. */
  readonly isAhead: boolean;
  /** What would still come before it. */
  readonly earlier: readonly Milestone[];
}

/** Asks before something is posted at once: that cannot be taken back. */
export function announceAskView(parts: AnnounceAskParts): MessageView {
  const { group, id, roadmap, noteId, extra, earlier } = parts;
  const { milestone: words } = catalogueOf(roadmap.language);
  const target = [group.id, milestoneCode(id)] as const;
  const titles = earlier.map((one) => milestoneTitle(roadmap, group.schedule.months, one));
  const yes =
    extra === undefined
      ? { label: words.announceYes, id: customId('milestone', 'announce', ...target, noteId) }
      : { label: words.againYes, id: customId('milestone', 'announce-again', ...target, extra, noteId) };
  const heading = extra !== undefined ? words.againAsk : parts.isAhead ? words.announceAsk : words.announceAskLate;
  return postPreviewView({
    post: milestonePostView(parts.post),
    group,
    language: roadmap.language,
    heading: [heading, ...(titles.length > 0 ? [words.announceSkips(titles)] : [])].join('\n'),
    rows: [
      buttonRow(
        button({ ...yes, style: 'primary' }),
        button({ label: words.announceNote, id: customId('milestone', 'ask-note', ...target) }),
        button({ label: words.leave, id: customId('milestone', 'show', ...target) }),
      ),
    ],
  });
}

export interface MoveAskParts extends AskParts {
  readonly to: Temporal.PlainDate;
  /** What it would pass. */
  readonly others: readonly Milestone[];
}

/** Asks before the order is broken. */
export function moveAskView({ group, id, roadmap, to, others }: MoveAskParts): MessageView {
  const { milestone: words } = catalogueOf(roadmap.language);
  const { months, zone } = group.schedule;
  const target = [group.id, milestoneCode(id)] as const;
  const titleFor = (one: MilestoneId) => milestoneTitle(roadmap, months, one);
  return card({
    accent: accent.warning,
    blocks: [words.movePasses(titleFor(id), dayStamp(to, zone), others.map(titleFor))],
    rows: [
      buttonRow(
        button({ label: words.leave, id: customId('milestone', 'show', ...target), style: 'primary' }),
        button({ label: words.moveAnyway, id: customId('milestone', 'move-anyway', ...target, to.toString()) }),
      ),
    ],
  });
}
