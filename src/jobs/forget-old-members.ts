import { forgetOldMembers } from '../actions/forget-old-members.ts';
import type { Job } from './job.ts';

export default {
  name: 'forget-old-members',
  async run(now, deps) {
    await forgetOldMembers(deps, now);
  },
} satisfies Job;
