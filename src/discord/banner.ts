import type { Client } from 'discord.js';
import { inviteLink } from './invite.ts';

/** What the host reads once the bot is connected to Discord. */
export function connectedBanner(client: Client<true>): string {
  return [
    nameLine(client),
    `Install it in a server: ${inviteLink(client.application.id)}`,
    'Then type /help in that server.',
  ].join('\n');
}

/** What a newcomer reads at once who started without a token. */
export function onItsWayBanner(address: string): string {
  return `Cairn is on its way. Try it here: ${address}`;
}

/** And as soon as it can be used. `keptFile` is the database that stays; undefined: nothing does. */
export function tryOutBanner(address: string, keptFile: string | undefined): string {
  const data = keptFile === undefined ? 'and its data is removed at the end' : `and its data stays in ${keptFile}`;
  return [
    `Cairn is connected. Open ${address} in your browser. Ctrl+C stops it.`,
    `This is a Discord of its own on this machine: nobody on Discord sees it, ${data}.`,
    'To connect to Discord, set DISCORD_TOKEN in the file .env (the README shows how) and start again.',
  ].join('\n');
}

function nameLine(client: Client<true>): string {
  const servers = client.guilds.cache.map((server) => server.name);
  const where = servers.length === 0 ? 'It is in no server yet.' : `It is in ${listed(servers)}.`;
  return `${client.user.displayName} is connected. ${where}`;
}

const SHOWN = 10;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  const rest = names.length - SHOWN;
  return `${names.length === 1 ? '1 server' : `${names.length} servers`}: ${shown}${rest > 0 ? ` and ${rest} more` : ''}`;
}
