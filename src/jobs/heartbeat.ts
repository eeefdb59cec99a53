import type { Job } from './job.ts';

/** Last in the list of jobs: it beats only when the others were let through. */
export default {
  name: 'heartbeat',
  run: (_now, { beat }) => beat(),
} satisfies Job;
