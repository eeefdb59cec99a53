import { type Client, Events, GatewayDispatchEvents, type GatewayThreadUpdateDispatchData } from 'discord.js';
import type { Deps } from './actions/deps.ts';
import { noteServerRemoval, noteServers } from './actions/note-server-removal.ts';
import { retryBlocked } from './actions/retry-blocked.ts';
import type { Logger } from './discord/log.ts';
import type { Clock } from './domain/clock.ts';

/** What happens in servers beside interactions: the bot comes or goes, and what it may do there changes. */
export function watchServers(client: Client, deps: Deps, clock: Clock, log: Logger): Client {
  const report = (error: unknown) => log.error({ err: error }, 'What happened in a server was not noted.');
  /** What was blocked in that server may go now. Whether it does is worked out from memory, and costs no request. */
  const retry = (serverId: string) => void retryBlocked(deps, { serverId, now: clock.now() }).catch(report);
  const retryIn = (place: object) => {
    if ('guildId' in place && typeof place.guildId === 'string') retry(place.guildId);
  };
  // Discord tells apart a server that removed the bot and an outage: discord.js has another event for that.
  client.on(Events.GuildDelete, ({ id }) => void noteServerRemoval(deps, id, clock.now()).catch(report));
  client.on(Events.GuildCreate, ({ id }) => void noteServers(deps, [id]).then(() => retry(id), report));
  client.on(Events.GuildAvailable, ({ id }) => retry(id));
  client.on(Events.ChannelCreate, retryIn);
  client.on(Events.ChannelUpdate, (_before, channel) => retryIn(channel));
  client.on(Events.ChannelDelete, retryIn);
  // As Discord sends it: discord.js tells nothing of a thread that was archived long ago.
  client.ws.on(GatewayDispatchEvents.ThreadUpdate, ({ guild_id: serverId }: GatewayThreadUpdateDispatchData) => {
    if (serverId !== undefined) retry(serverId);
  });
  client.on(Events.GuildRoleUpdate, ({ guild }) => retry(guild.id));
  client.on(Events.GuildRoleDelete, ({ guild }) => retry(guild.id));
  client.on(Events.GuildMemberUpdate, (_before, { id, guild }) => {
    if (id === client.user?.id) retry(guild.id);
  });
  return client;
}
