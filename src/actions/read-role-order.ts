import type { RoleOrder } from '../domain/delivery-port.ts';
import type { DeliveryProblem, OutboxRecord } from '../domain/outbox.ts';
import type { Deps } from './deps.ts';

export type ReadRoleOrder =
  | { readonly kind: 'ready'; readonly order: RoleOrder }
  | { readonly kind: 'failed'; readonly problem: DeliveryProblem }
  | { readonly kind: 'blocked'; readonly problem: DeliveryProblem; readonly attempts: number }
  | { readonly kind: 'dropped' };

/** A role to give or to take, when the bot may; from memory, so it costs nothing. */
export function readRoleOrder({ discord }: Pick<Deps, 'discord'>, record: OutboxRecord): ReadRoleOrder {
  const { order, serverId, userId, attempts } = record;
  if (order.kind !== 'role' || serverId === undefined || userId === undefined) return { kind: 'dropped' };
  if (discord.serverState(serverId) !== 'there') return { kind: 'blocked', problem: 'unknown-server', attempts };
  const role = discord.findRole(serverId, order.roleId);
  if (!role) return { kind: 'failed', problem: 'refused' };
  if (!role.isGivable) return { kind: 'failed', problem: 'missing-permission' };
  return { kind: 'ready', order: { serverId, userId, roleId: order.roleId, has: order.has } };
}
