import { scheduledEventJson } from '../../payloads/guild.ts';
import { demand, invalidField } from '../../world/api-error.ts';
import type { Json, ScheduledEvent, Server } from '../../world/model.ts';
import { type PermissionName, permissionFlags } from '../../world/permission-flags.ts';
import { basePermissions } from '../../world/permissions.ts';
import { type Call, checked, noContent, ok, param, type Route, serverOf } from '../call.ts';

/** Creating needs Create Events; changing one's own too, another's Manage Events (docs: Guild Scheduled Event). */
function demandRight({ world }: Call, server: Server, name: PermissionName): void {
  const bot = server.members.get(world.application.botId);
  demand(bot && basePermissions(server, bot) & permissionFlags[name], 'missingPermissions');
}

function eventOf(call: Call): [Server, ScheduledEvent] {
  const server = serverOf(call);
  const event = server.scheduledEvents.get(param(call, 'event'));
  demand(event, 'unknownScheduledEvent');
  return [server, event];
}

function demandFuture(call: Call, body: Json): void {
  const start = Date.parse(String(body.scheduled_start_time));
  if (start <= call.world.clock.now())
    throw invalidField(
      ['scheduled_start_time'],
      'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
      'Cannot schedule event in the past.',
    );
  if (typeof body.scheduled_end_time === 'string' && Date.parse(body.scheduled_end_time) <= start)
    throw invalidField(
      ['scheduled_end_time'],
      'GUILD_SCHEDULED_EVENT_END_BEFORE_START',
      'The event must end after it starts.',
    );
}

async function create(call: Call) {
  const server = serverOf(call);
  const body = await checked(call, 'scheduled-event');
  demandRight(call, server, 'CreateEvents');
  // 1 scheduled and 2 active count towards the 100.
  const open = [...server.scheduledEvents.values()].filter(({ status }) => status <= 2);
  demand(open.length < 100, 'tooManyScheduledEvents');
  demandFuture(call, body);
  const creatorId = call.world.application.botId;
  const event: ScheduledEvent = { id: call.world.nextId(), serverId: server.id, creatorId, body, status: 1 };
  server.scheduledEvents.set(event.id, event);
  call.world.events.emit('scheduled-event-created', { server, event });
  return ok(scheduledEventJson(event));
}

async function change(call: Call) {
  const [server, event] = eventOf(call);
  const body = await checked(call, 'scheduled-event-edit');
  demandRight(call, server, event.creatorId === call.world.application.botId ? 'CreateEvents' : 'ManageEvents');
  const { status, ...rest } = body;
  const changed = { ...event.body, ...rest };
  if ('scheduled_start_time' in rest) demandFuture(call, changed);
  event.body = changed;
  if (typeof status === 'number') event.status = status;
  call.world.events.emit('scheduled-event-changed', { server, event });
  return ok(scheduledEventJson(event));
}

function remove(call: Call) {
  const [server, event] = eventOf(call);
  demandRight(call, server, event.creatorId === call.world.application.botId ? 'CreateEvents' : 'ManageEvents');
  server.scheduledEvents.delete(event.id);
  call.world.events.emit('scheduled-event-deleted', { server, event });
  return noContent;
}

const path = '/guilds/:server/scheduled-events';

export const scheduledEventRoutes: readonly Route[] = [
  { method: 'GET', path, handle: (call) => ok([...serverOf(call).scheduledEvents.values()].map(scheduledEventJson)) },
  { method: 'POST', path, handle: create },
  { method: 'GET', path: `${path}/:event`, handle: (call) => ok(scheduledEventJson(eventOf(call)[1])) },
  { method: 'PATCH', path: `${path}/:event`, handle: change },
  { method: 'DELETE', path: `${path}/:event`, handle: remove },
];
