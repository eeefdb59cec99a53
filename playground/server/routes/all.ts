import type { Route } from '../call.ts';
import { applicationRoutes } from './application.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { scheduledEventRoutes } from './scheduled-events.ts';
import { serverRoutes } from './servers.ts';

export const allRoutes: readonly Route[] = [
  ...applicationRoutes,
  ...channelRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...messageRoutes,
  ...scheduledEventRoutes,
  ...serverRoutes,
];
