import { offeredCommands, whyNotOffered } from '../world/commands.ts';
import { type Command, interactionTypes, type Json } from '../world/model.ts';
import { act } from './act.ts';
import type { Actor } from './actor.ts';
import { type Filled, fillOptions, type Options } from './command-options.ts';
import { createResolving } from './resolving.ts';
import { type Choice, createScreen, type Screen } from './screen.ts';
import { show } from './showing.ts';

/** Uses a slash command: `setup new` is the command `setup` with its subcommand `new`. */
export async function slash(actor: Actor, typed: string, options: Options): Promise<Screen> {
  const { stage, user } = actor.state;
  const [command, words] = findCommand(actor, typed);
  const data = commandData(actor, command, { words, options });
  const channel = actor.channel();
  const given = { type: interactionTypes.command, userId: user.id, data, sourceMessageId: null };
  const place = { channelId: channel.id, serverId: channel.serverId };
  return show(actor, ...(await act(stage, user.name, { ...given, ...place })), channel, null);
}

/** Asks for suggestions while an option is typed. Throws for an option without autocomplete. */
export async function suggestions(
  actor: Actor,
  typed: string,
  options: Options,
  focused = Object.keys(options).at(-1) ?? '',
): Promise<readonly Choice[]> {
  const { stage, user } = actor.state;
  const [command, words] = findCommand(actor, typed);
  const data = commandData(actor, command, { words, options, focused });
  if (!JSON.stringify(command.body).includes('"autocomplete":true'))
    throw new Error(`/${typed} has no option with autocomplete.`);
  const channel = actor.channel();
  const given = { type: interactionTypes.autocomplete, userId: user.id, data, sourceMessageId: null };
  const place = { channelId: channel.id, serverId: channel.serverId };
  return createScreen(stage, ...(await act(stage, user.name, { ...given, ...place }))).choices;
}

/** The command that is offered here under the first word. Throws with the reason, or with what is offered. */
function findCommand({ state: { stage, user }, channel }: Actor, typed: string): [Command, string[]] {
  const [name = '', ...words] = typed.replace(/^\//, '').split(/\s+/);
  const { world } = stage;
  const place = channel();
  const offered = offeredCommands(world, user.id, place);
  const found = offered.find(({ body }) => body.name === name);
  if (found) return [found, words];
  const server = world.servers.get(place.serverId ?? '');
  const hidden = [...(server?.commands.values() ?? []), ...world.commands.values()].find(
    ({ body }) => body.name === name,
  );
  if (hidden) {
    const reason = whyNotOffered(world, hidden, user.id, place);
    throw new Error(`Discord does not offer /${name} to ${user.name} here: ${reason}.`);
  }
  const names = offered.map(({ body }) => `/${body.name}`).join(', ');
  throw new Error(
    `There is no command /${name}. Offered here: ${names || 'none (did the bot register its commands?)'}.`,
  );
}

function commandData({ state, channel }: Actor, command: Command, filled: Filled): Json {
  const { world } = state.stage;
  const server = world.servers.get(channel().serverId ?? '');
  const resolving = createResolving({ world, server, channelId: channel().id, userId: state.user.id });
  const options = fillOptions(command.body, filled, resolving);
  return {
    id: command.id,
    name: command.body.name,
    type: command.body.type ?? 1,
    ...(command.serverId === null ? {} : { guild_id: command.serverId }),
    ...(options.length > 0 ? { options } : {}),
    ...(Object.keys(resolving.resolved).length > 0 ? { resolved: resolving.resolved } : {}),
  };
}
