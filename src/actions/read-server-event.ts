import { parseMilestoneCode } from '../domain/milestone.ts';
import type { DeliveryProblem, OutboxRecord } from '../domain/outbox.ts';
import type { ServerEventReading } from '../domain/post-reading.ts';
import { Temporal } from '../lib/temporal.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { readRoadmap } from './read-roadmap.ts';

export type ReadServerEvent =
  /** Without a reading it is to be taken away. */
  | { readonly kind: 'ready'; readonly serverId: string; readonly reading: ServerEventReading | undefined }
  | { readonly kind: 'blocked'; readonly problem: DeliveryProblem; readonly attempts: number }
  | { readonly kind: 'dropped' };

/** A milestone as it is to stand among the events of the server. Whether it is to was decided when it was ordered. */
export async function readServerEvent(
  deps: Deps,
  { order, groupId, attempts }: OutboxRecord,
  now: Temporal.Instant,
): Promise<ReadServerEvent> {
  const group = groupId === undefined ? undefined : await findStudyGroup(deps.db, groupId);
  const id = order.kind === 'event' ? parseMilestoneCode(order.code) : undefined;
  if (!group || !id || order.kind !== 'event') return { kind: 'dropped' };
  const { serverId, language } = group;
  if (deps.discord.serverState(serverId) !== 'there') return { kind: 'blocked', problem: 'unknown-server', attempts };
  const at = order.at === undefined ? undefined : Temporal.Instant.from(order.at);
  // Discord shows nothing that has begun already.
  if (!at || Temporal.Instant.compare(at, now) <= 0) return { kind: 'ready', serverId, reading: undefined };
  if (!deps.discord.serverRights(serverId)?.mayCreateEvents) {
    return { kind: 'blocked', problem: 'missing-permission', attempts };
  }
  return { kind: 'ready', serverId, reading: { group, roadmap: readRoadmap(deps, language), id, at } };
}
