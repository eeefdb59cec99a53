import { commandJson } from '../../payloads/command.ts';
import { ApiError, demand } from '../../world/api-error.ts';
import { commandsOf, registerCommand, replaceCommands } from '../../world/commands.ts';
import type { Command, CommandBody } from '../../world/model.ts';
import { type Call, checked, noContent, ok, param, type Route } from '../call.ts';

/** The server of the path, or null on the global routes. Throws 50001 for a server that the bot is not in. */
function placeOf(call: Call): string | null {
  demand(param(call, 'application') === call.world.application.id, 'missingAccess');
  const id = call.params.server;
  if (id === undefined) return null;
  demand(call.world.servers.get(id)?.members.has(call.world.application.botId), 'missingAccess');
  return id;
}

function commandOf(call: Call): Command {
  const command = commandsOf(call.world, placeOf(call)).get(param(call, 'command'));
  demand(command, 'unknownCommand');
  return command;
}

function list(call: Call) {
  const withLocalizations = call.query.get('with_localizations') === 'true';
  const commands = [...commandsOf(call.world, placeOf(call)).values()];
  return ok(commands.map((command) => commandJson(call.world, command, withLocalizations)));
}

async function replace(call: Call) {
  const place = placeOf(call);
  await checked(call, 'command-list', { inServer: place !== null });
  const commands = replaceCommands(call.world, place, call.body as CommandBody[]);
  return ok(commands.map((command) => commandJson(call.world, command)));
}

async function create(call: Call) {
  const place = placeOf(call);
  const body = (await checked(call, 'command', { inServer: place !== null })) as CommandBody;
  const known = commandsOf(call.world, place);
  const older = [...known.values()].some((command) => command.body.name === body.name);
  if (!older && known.size >= 100) throw new ApiError('tooManyCommands');
  return ok(commandJson(call.world, registerCommand(call.world, place, body)), older ? 200 : 201);
}

async function change(call: Call) {
  const command = commandOf(call);
  const place = placeOf(call);
  const edit = await checked(call, 'command-edit', { inServer: place !== null, olderCommand: command.body });
  const changed = { ...command, version: call.world.nextId(), body: { ...command.body, ...edit } as CommandBody };
  commandsOf(call.world, place).set(command.id, changed);
  return ok(commandJson(call.world, changed));
}

function remove(call: Call) {
  commandsOf(call.world, placeOf(call)).delete(commandOf(call).id);
  return noContent;
}

/** The same routes for global commands and for those of one server. */
export const commandRoutes: readonly Route[] = ['', '/guilds/:server'].flatMap((place) => {
  const path = `/applications/:application${place}/commands`;
  const one = `${path}/:command`;
  return [
    { method: 'GET', path, handle: list },
    { method: 'PUT', path, handle: replace },
    { method: 'POST', path, handle: create },
    { method: 'GET', path: one, handle: (call: Call) => ok(commandJson(call.world, commandOf(call))) },
    { method: 'PATCH', path: one, handle: change },
    { method: 'DELETE', path: one, handle: remove },
  ];
});
