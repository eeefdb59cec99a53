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
  if (guild.ownerId === person.id) return true;
  const roleIds = [guild.id, ...person.roleIds];
  const base = new PermissionsBitField(roleIds.flatMap((id) => guild.roles.cache.get(id)?.permissions.bitfield ?? []));
  if (base.has(PermissionFlagsBits.Administrator)) return true;
  if (person.timedOutUntil && Temporal.Instant.compare(now, person.timedOutUntil) < 0) return false;
  return withOverwrites(base, channel, person).has(needed);
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
