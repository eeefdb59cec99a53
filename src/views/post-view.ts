import type { PostReading } from '../domain/post-reading.ts';
import { breakPostView } from './break-post-view.ts';
import { checkInCardView } from './check-in-card-view.ts';
import { helpPostView } from './help-post-view.ts';
import { hiddenNoteView } from './hide-views.ts';
import { milestonePostView } from './milestone-post-view.ts';
import { noticePostView } from './notice-post-view.ts';
import { pairNoteView } from './partner-views.ts';
import type { PostView } from './post.ts';
import { promptView, starterView } from './prompt-views.ts';
import { recapView } from './recap-view.ts';
import { reminderPostView } from './reminder-post-view.ts';
import { helpCallView, helpWishView } from './stuck-post-views.ts';
import { welcomePostView } from './welcome-post-view.ts';

/** What the bot posts unasked, by what it is. */
export function postView(reading: PostReading): PostView {
  switch (reading.kind) {
    case 'milestones':
      return milestonePostView(reading);
    case 'break-notice':
      return breakPostView(reading);
    case 'welcome':
      return welcomePostView(reading);
    case 'notice':
      return noticePostView(reading);
    case 'starter':
      return starterView(reading);
    case 'prompt':
      return promptView(reading);
    case 'card':
      return checkInCardView(reading);
    case 'recap':
      return recapView(reading);
    case 'help':
      return helpPostView(reading);
    case 'reminder':
    case 'nudge':
      return reminderPostView(reading);
    case 'help-call':
      return helpCallView(reading);
    case 'help-wish':
      return helpWishView(reading);
    case 'hidden-note':
      return hiddenNoteView(reading);
    case 'pair-note':
      return pairNoteView(reading);
  }
}
