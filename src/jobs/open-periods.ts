import {
  findNextPeriodDue,
  listGroupsToOpen,
  listPromptsToOrder,
  listRecapsToOrder,
  openPeriodsOf,
} from '../actions/list-period-work.ts';
import { orderPrompts } from '../actions/order-prompt.ts';
import { orderRecaps } from '../actions/order-recap.ts';
import { inSmallSteps } from './in-small-steps.ts';
import type { Job } from './job.ts';

export default {
  name: 'open-periods',
  async run(now, deps) {
    await inSmallSteps(deps, await listGroupsToOpen(deps, now), (groups) => openPeriodsOf(deps, groups, now));
    await inSmallSteps(deps, await listPromptsToOrder(deps, now), (periods) => orderPrompts(deps, periods, now));
    await inSmallSteps(deps, await listRecapsToOrder(deps, now), (periods) => orderRecaps(deps, periods, now));
  },
  nextDue: (_now, deps) => findNextPeriodDue(deps),
} satisfies Job;
