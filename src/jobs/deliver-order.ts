import { readRoleOrder } from '../actions/read-role-order.ts';
import { readServerEvent } from '../actions/read-server-event.ts';
import type { DeliveryResult } from '../actions/record-delivery.ts';
import type { SendOutcome } from '../domain/delivery-port.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import { serverEventView } from '../views/server-event-view.ts';
import type { JobDeps } from './job.ts';

/** What is to be done that is no post: how, or why not. */
export async function deliverOrder(
  record: OutboxRecord,
  deps: JobDeps,
): Promise<DeliveryResult | { send(): Promise<SendOutcome> }> {
  const { port, clock } = deps.delivery;
  if (record.order.kind === 'role') {
    const role = readRoleOrder(deps, record);
    return role.kind === 'ready' ? { send: () => port.setRole(role.order) } : role;
  }
  const event = await readServerEvent(deps, record, clock.now());
  if (event.kind !== 'ready') return event;
  const { serverId, reading } = event;
  return { send: () => port.setEvent(serverId, record.key, reading && serverEventView(reading)) };
}
