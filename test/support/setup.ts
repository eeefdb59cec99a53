import fc from 'fast-check';
import { runs } from './sample.ts';

fc.configureGlobal({ numRuns: runs(100) });
