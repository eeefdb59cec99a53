import type { Person } from '../../people/person.ts';
import type { LoggedRequest } from '../../server/request-log.ts';
import type { World } from '../../world/world.ts';
import type { WireState } from '../protocol.ts';
import { maySeeChannel } from './looking.ts';
import type { Page } from './page.ts';

/** So many of each are shown. */
const shown = 30;

/** What went over the wire, as far as it concerns this person: others' private answers are nobody else's here, either. */
export function readWire({ playground }: Page, person: Person): WireState {
  const { world, exchanges, requests, violations } = playground;
  return {
    exchanges: newest(exchanges.filter(({ person: name }) => name === person.name)).map((exchange) => ({
      id: exchange.interactionId,
      kind: exchange.kind,
      name: exchange.name,
      at: exchange.at,
      ms: exchange.ms ?? null,
      error: exchange.error ?? null,
      request: exchange.request,
      answers: exchange.answers,
    })),
    requests: newest(requests.filter((request) => concerns(world, person, request))).map(
      ({ at, method, path, status, ms, body }) => ({ at, method, path, status, ms, body: body ?? null }),
    ),
    violations: newest(violations).map(({ at, route, path, code, message }) => ({
      at,
      route,
      path: path.join('.'),
      code,
      message,
    })),
  };
}

/** Answers stand with their exchange; what is sent to a channel is for those who may see it. */
function concerns(world: World, { id }: Person, { path }: LoggedRequest): boolean {
  if (/^\/(interactions|webhooks)\//.test(path)) return false;
  const channelId = /^\/channels\/(\d+)/.exec(path)?.[1];
  return channelId === undefined || maySeeChannel(world, id, world.channels.get(channelId));
}

function newest<Entry>(entries: readonly Entry[]): Entry[] {
  return entries.slice(-shown).reverse();
}
