import { checkIn } from './check-in.ts';
import { checkInPost } from './check-in-post.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { failure } from './failure.ts';
import { group } from './group.ts';
import { groupCare } from './group-care.ts';
import { groupProblems } from './group-problems.ts';
import { guide } from './guide.ts';
import { help } from './help.ts';
import { join } from './join.ts';
import { milestone } from './milestone.ts';
import { notice } from './notice.ts';
import { partner } from './partner.ts';
import { plan } from './plan.ts';
import { post } from './post.ts';
import { progress } from './progress.ts';
import { readiness } from './readiness.ts';
import { reminder } from './reminder.ts';
import { report } from './report.ts';
import { roadmap } from './roadmap.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { step } from './step.ts';
import { stuck } from './stuck.ts';

/** Every sentence the bot says in English. The shape of every other catalogue is read off this one. */
export const english = {
  checkIn,
  checkInPost,
  commands,
  common,
  failure,
  group,
  groupCare,
  groupProblems,
  guide,
  help,
  join,
  milestone,
  notice,
  partner,
  plan,
  post,
  progress,
  readiness,
  reminder,
  report,
  roadmap,
  settings,
  setup,
  step,
  stuck,
};
