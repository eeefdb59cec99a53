import { parseMilestoneCode } from '../domain/milestone.ts';
import type { DeliveryProblem, OutboxRecord } from '../domain/outbox.ts';
import type { ServerEventReading } from '../domain/post-reading.ts';
import { Temporal } from '../lib/temporal.ts';
import { findMilestone } from '../store/milestone-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';

export type ReadServerEvent =
  /** Without a reading it is to be taken away. */
  | { readonly kind: 'ready'; readonly serverId: string; readonly reading: ServerEventReading | undefined }
  | { readonly kind: 'blocked'; readonly problem: DeliveryProblem; readonly attempts: number }
  | { readonly kind: 'dropped' };

/** How a milestone is to be shown among the server's events: as it stands at this moment, whatever was ordered when. */
export async function readServerEvent(
  deps: Pick<Deps, 'db' | 'discord'>,
  { order, groupId, attempts }: OutboxRecord,
  now: Temporal.Instant,
): Promise<ReadServerEvent> {
  const group = groupId === undefined ? undefined : await findStudyGroup(deps.db, groupId);
  const id = order.kind === 'event' ? parseMilestoneCode(order.code) : undefined;
  if (!group || !id) return { kind: 'dropped' };
  const { serverId } = group;
  if (deps.discord.serverState(serverId) !== 'there') return { kind: 'blocked', problem: 'unknown-server', attempts };
  const milestone = await findMilestone(deps.db, group.id, id);
  const isWanted = group.showsEvents && group.archivedAt === undefined && milestone?.fate === 'planned';
  const isToCome = milestone !== undefined && Temporal.Instant.compare(milestone.dueAt, now) > 0;
  if (isWanted && !deps.discord.serverRights(serverId)?.mayCreateEvents) {
    return { kind: 'blocked', problem: 'missing-permission', attempts };
  }
  return { kind: 'ready', serverId, reading: isWanted && isToCome ? { group, milestone } : undefined };
}
