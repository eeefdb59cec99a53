import { readRoleOrder } from '../actions/read-role-order.ts';
import { readServerEvent } from '../actions/read-server-event.ts';
import type { SendOutcome } from '../domain/delivery-port.ts';
import type { DeliveryResult } from '../domain/delivery-result.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import { serverEventView } from '../views/server-event-view.ts';
import { deliverEdit } from './deliver-edit.ts';
import type { JobDeps } from './job.ts';

/** What is to be done that is no post: how, or why not. */
export async function deliverOrder(
  record: OutboxRecord,
  deps: JobDeps,
): Promise<DeliveryResult | { send(): Promise<SendOutcome> }> {
  const { port } = deps.delivery;
  const { order } = record;
  switch (order.kind) {
    case 'role': {
      const role = readRoleOrder(deps, record);
      return role.kind === 'ready' ? { send: () => port.setRole(role.order) } : role;
    }
    case 'event':
      return deliverEvent(record, deps);
    case 'card-edit':
    case 'post-edit':
      return deliverEdit(record, deps);
    case 'removal': {
      const { channelId, messageId } = order;
      return { send: () => port.remove({ channelId, messageId }) };
    }
    default:
      return { kind: 'dropped' };
  }
}

async function deliverEvent(
  record: OutboxRecord,
  deps: JobDeps,
): Promise<DeliveryResult | { send(): Promise<SendOutcome> }> {
  const { port, clock } = deps.delivery;
  const event = await readServerEvent(deps, record, clock.now());
  if (event.kind !== 'ready') return event;
  const { serverId, reading } = event;
  return { send: () => port.setEvent(serverId, record.key, reading && serverEventView(reading)) };
}
