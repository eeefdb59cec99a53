import { workerData } from 'node:worker_threads';
import { type BackupJob, backUp } from './backup.ts';

// Runs in a thread of its own: see `createBackups`.
await backUp(workerData as BackupJob);
