import { clearDrafts } from '../actions/clear-drafts.ts';
import type { Job } from './job.ts';

export default {
  name: 'clear-drafts',
  async run(now, deps) {
    await clearDrafts(deps, now);
  },
} satisfies Job;
