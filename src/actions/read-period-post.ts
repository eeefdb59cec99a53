import type { PeriodErrand } from '../domain/period-order.ts';
import type { ReadPost } from '../domain/post-reading.ts';
import type { Deps } from './deps.ts';
import { readCard } from './read-card.ts';
import { readHelp } from './read-help.ts';
import { readHelpCall } from './read-help-call.ts';
import { readPrompt } from './read-prompt.ts';
import { readRecap } from './read-recap.ts';
import { readStarter } from './read-starter.ts';

/** Gathers what the channel or the thread of a period is to show, each kind in a file of its own. */
export function readPeriodPost(deps: Deps, { record, order, group }: PeriodErrand): Promise<ReadPost> {
  switch (order.kind) {
    case 'starter':
      return readStarter(deps, { record, order, group });
    case 'prompt':
      return readPrompt(deps, { record, order, group });
    case 'card':
      return readCard(deps, { record, order, group });
    case 'recap':
      return readRecap(deps, { record, order, group });
    case 'help-call':
      return readHelpCall(deps, { record, order, group });
    case 'help':
      return readHelp(deps, { record, order, group });
  }
}
