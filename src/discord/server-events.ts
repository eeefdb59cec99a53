import {
  type APIGuildScheduledEvent,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  Routes,
} from 'discord.js';
import type { SendOutcome, ServerEvent } from '../domain/delivery-port.ts';
import type { LookParts } from './look.ts';

/** Makes the scheduled event stand as it should. It is found again by its mark, which its description ends with. */
export async function setServerEvent(
  { rest, pace, botId }: LookParts,
  serverId: string,
  mark: string,
  event: ServerEvent | undefined,
): Promise<SendOutcome> {
  const events = (await rest.get(Routes.guildScheduledEvents(serverId))) as APIGuildScheduledEvent[];
  const known = events.find((one) => one.creator_id === botId && markOf(one) === mark);
  if (!event) {
    if (!known) return { kind: 'sent' };
    await pace();
    await rest.delete(Routes.guildScheduledEvent(serverId, known.id));
    return { kind: 'sent' };
  }
  const body = bodyOf(mark, event);
  if (known && isSame(known, body)) return { kind: 'sent', messageId: known.id };
  await pace();
  const route = known ? Routes.guildScheduledEvent(serverId, known.id) : Routes.guildScheduledEvents(serverId);
  const made = (await (known ? rest.patch(route, { body }) : rest.post(route, { body }))) as APIGuildScheduledEvent;
  return { kind: 'sent', messageId: made.id };
}

function bodyOf(mark: string, event: ServerEvent) {
  return {
    name: event.name,
    description: `${event.description}\n-# ${mark}`,
    scheduled_start_time: event.startsAt.toString(),
    scheduled_end_time: event.endsAt.toString(),
    entity_type: GuildScheduledEventEntityType.External,
    entity_metadata: { location: event.place },
    privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
  };
}

function markOf({ description }: APIGuildScheduledEvent): string | undefined {
  return description?.split('\n-# ').at(-1);
}

function isSame(known: APIGuildScheduledEvent, body: ReturnType<typeof bodyOf>): boolean {
  return (
    known.name === body.name &&
    known.description === body.description &&
    known.entity_metadata?.location === body.entity_metadata.location &&
    Date.parse(known.scheduled_start_time) === Date.parse(body.scheduled_start_time)
  );
}
