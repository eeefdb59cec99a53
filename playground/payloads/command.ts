import type { Command, Json } from '../world/model.ts';
import type { World } from '../world/world.ts';

/** A registered command (docs: Application Command Object). Translations only when asked for. */
export function commandJson(world: World, command: Command, withLocalizations = true): Json {
  const { body } = command;
  const json: Json = {
    ...body,
    id: command.id,
    application_id: world.application.id,
    version: command.version,
    type: body.type ?? 1,
    default_member_permissions: body.default_member_permissions ?? null,
    dm_permission: body.dm_permission ?? true,
    contexts: body.contexts ?? null,
    integration_types: body.integration_types ?? [0],
    nsfw: body.nsfw ?? false,
    ...(command.serverId === null ? {} : { guild_id: command.serverId }),
  };
  if (withLocalizations) return { name_localizations: null, description_localizations: null, ...json };
  return withoutLocalizations(json) as Json;
}

function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.endsWith('_localizations'))
      .map(([key, inner]) => [key, withoutLocalizations(inner)]),
  );
}
