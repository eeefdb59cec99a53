import { type Guild, type GuildBasedChannel, PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import type { RightsOfPerson } from '../domain/discord-port.ts';
import { Temporal } from '../lib/temporal.ts';

interface Person extends RightsOfPerson {
  readonly id: string;
}

/** Seeing the channel, and writing in its threads. */
const needed = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessagesInThreads];

/**
 * Whether a person may write in the threads of a channel, from memory. Reckoned by hand, because discord.js does so only
 * for members that it keeps, and the bot keeps none.
 * https://discord.com/developers/docs/topics/permissions#permission-overwrites
 * https://discord.com/developers/docs/topics/permissions#permissions-for-timed-out-members
 */
export function mayWriteIn(guild: Guild, channelId: string, person: Person, now: Temporal.Instant): boolean {
  const channel = guild.channels.cache.get(channelId);
  if (!channel || channel.isThread()) return false;
  const base = rightsInServer(guild, person);
  if (base.has(PermissionFlagsBits.Administrator)) return true;
  if (person.timedOutUntil && Temporal.Instant.compare(now, person.timedOutUntil) < 0) return false;
  return withOverwrites(base, channel, person).has(needed);
}

/** Whether a person holds Manage Server, from memory. Discord says so itself of whoever acts in the server. */
export function managesServer(guild: Guild, person: Person): boolean {
  return rightsInServer(guild, person).has(PermissionFlagsBits.ManageGuild);
}

/** What the roles of a person allow, before what channels change. The owner may everything. */
function rightsInServer(guild: Guild, { id: personId, roleIds }: Person): PermissionsBitField {
  if (guild.ownerId === personId) return new PermissionsBitField(PermissionsBitField.All);
  const held = [guild.id, ...roleIds];
  return new PermissionsBitField(held.flatMap((id) => guild.roles.cache.get(id)?.permissions.bitfield ?? []));
}

/** That of everybody first, then those of the roles together, then the person's own: each level denies, then allows. */
function withOverwrites(
  base: PermissionsBitField,
  channel: Exclude<GuildBasedChannel, { isThread(): true }>,
  { id, roleIds }: Person,
): PermissionsBitField {
  const rights = new PermissionsBitField(base);
  if (!('permissionOverwrites' in channel)) return rights;
  const overwrites = channel.permissionOverwrites.cache;
  for (const level of [[channel.guild.id], roleIds, [id]]) {
    const own = level.flatMap((holder) => overwrites.get(holder) ?? []);
    rights.remove(own.map(({ deny }) => deny.bitfield)).add(own.map(({ allow }) => allow.bitfield));
  }
  return rights;
}
