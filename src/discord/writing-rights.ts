import { type Guild, type GuildBasedChannel, PermissionFlagsBits, PermissionsBitField } from 'discord.js';

interface Person {
  readonly id: string;
  readonly roleIds: readonly string[];
}

/** Seeing the channel, and writing in its threads. */
const needed = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessagesInThreads];

/**
 * Whether a person may write in the threads of a channel, from memory. Reckoned by hand, because discord.js does so only
 * for members that it keeps, and the bot keeps none.
 * https://discord.com/developers/docs/topics/permissions#permission-overwrites
 */
export function mayWriteIn(guild: Guild, channelId: string, person: Person): boolean {
  const channel = guild.channels.cache.get(channelId);
  if (!channel || channel.isThread()) return false;
  const base = serverPermissionsOf(guild, person);
  return base.has(PermissionFlagsBits.Administrator) || withOverwrites(base, channel, person).has(needed);
}

/** What a person's roles allow in the whole server, from memory. The owner may everything. */
export function serverPermissionsOf(guild: Guild, { id, roleIds }: Person): PermissionsBitField {
  if (guild.ownerId === id) return new PermissionsBitField(PermissionsBitField.All);
  const held = [guild.id, ...roleIds];
  return new PermissionsBitField(held.flatMap((role) => guild.roles.cache.get(role)?.permissions.bitfield ?? []));
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
