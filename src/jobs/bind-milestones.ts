import { bindMilestones, findNextBinding, listGroupsToBind } from '../actions/bind-milestones.ts';
import { inSmallSteps } from './in-small-steps.ts';
import type { Job } from './job.ts';

export default {
  name: 'bind-milestones',
  async run(now, deps) {
    await inSmallSteps(deps, await listGroupsToBind(deps, now), (groups) => bindMilestones(deps, groups, now));
  },
  nextDue: (_now, deps) => findNextBinding(deps),
} satisfies Job;
