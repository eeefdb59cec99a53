import { type Client, Events } from 'discord.js';
import type { Deps } from './actions/deps.ts';
import { forgetPublicMessage } from './actions/forget-public-message.ts';
import { rememberPublicMessage } from './actions/remember-public-message.ts';
import type { Logger } from './discord/log.ts';
import type { Registry } from './discord/registry.ts';
import { createRouter, type Router } from './discord/router.ts';
import type { Clock } from './domain/clock.ts';
import { wireAdmission, wireDrafts } from './wire-admission.ts';

/** How long a stop waits for answers that are under way, in milliseconds. */
const PATIENCE = 10_000;

export function wireRouter(deps: Deps, registry: Registry, clock: Clock, log: Logger): Router {
  return createRouter({
    registry,
    deps,
    clock,
    admission: wireAdmission(deps),
    drafts: wireDrafts(deps),
    published: {
      async remember({ userId, serverId, channelId, now }, messageId) {
        if (serverId === undefined || channelId === undefined) return;
        await rememberPublicMessage(deps, { messageId, channelId, serverId, userId, sharedAt: now });
      },
      forget: (messageId) => forgetPublicMessage(deps, messageId),
    },
    reportError: (error, reference) => log.error({ err: error, reference }, 'An answer failed.'),
    reportLost: (error, reference) => log.warn({ err: error, reference }, 'An answer came too late or twice.'),
  });
}

/** Takes no more interactions and waits for the answers that are under way. */
export async function finishAnswers(client: Client, router: Router, clock: Clock): Promise<void> {
  client.removeAllListeners(Events.InteractionCreate);
  const patience = new AbortController();
  await Promise.race([router.drain(), clock.wait(PATIENCE, patience.signal)]);
  patience.abort();
}
