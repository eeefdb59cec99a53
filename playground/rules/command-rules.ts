import type { CommandBody, CommandOption } from '../world/model.ts';
import { nameProblems } from './command-names.ts';
import { optionProblems } from './option-rules.ts';
import { type Problem, problem } from './problem.ts';
import type { Circumstances } from './rulebook.ts';
import type { BodyKind } from './schemas.ts';

/** The rules for registering commands that the schemas miss. */
export function commandProblems(kind: BodyKind, body: unknown, circumstances: Circumstances): Problem[] {
  if (kind === 'command-list') return listProblems(body as CommandBody[], circumstances);
  const whole =
    kind === 'command-edit' ? { ...circumstances.olderCommand, ...(body as CommandBody) } : (body as CommandBody);
  return oneCommand(whole, circumstances);
}

function listProblems(commands: readonly CommandBody[], circumstances: Circumstances): Problem[] {
  const keys = commands.map(({ name, type }) => `${type ?? 1} ${name}`);
  return [
    ...(commands.length > 100 ? [problem([], 'BASE_TYPE_BAD_LENGTH', 'Must be 100 or fewer in length.')] : []),
    ...keys.flatMap((key, index) =>
      keys.indexOf(key) < index
        ? [problem([index, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')]
        : [],
    ),
    ...commands.flatMap((command, index) =>
      oneCommand(command, circumstances).map((one) => ({ ...one, path: [index, ...one.path] })),
    ),
  ];
}

function oneCommand(command: CommandBody, { inServer }: Circumstances): Problem[] {
  const misplaced = inServer
    ? ['contexts', 'integration_types', 'dm_permission'].filter((key) => (command[key] ?? null) !== null)
    : [];
  return [
    ...misplaced.map((key) => problem([key], 'GLOBAL_COMMANDS_ONLY', `"${key}" exists for global commands only`)),
    ...((command.type ?? 1) === 1 ? slashProblems(command) : menuProblems(command)),
  ];
}

function menuProblems({ description, options }: CommandBody): Problem[] {
  return [
    ...(description
      ? [
          problem(
            ['description'],
            'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION',
            'Context menu commands cannot have description',
          ),
        ]
      : []),
    ...(options?.length
      ? [problem(['options'], 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS', 'Context menu commands cannot have options')]
      : []),
  ];
}

function slashProblems(command: CommandBody): Problem[] {
  const size = sizeOf(command);
  return [
    ...nameProblems(command),
    ...(command.description
      ? []
      : [problem(['description'], 'BASE_TYPE_REQUIRED', 'Must be between 1 and 100 in length.')]),
    ...(size > 8_000
      ? [problem([], 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (8000): it is ${size}`)]
      : []),
    ...optionProblems(command.options ?? []),
  ];
}

/** Names, descriptions and choice values together; of translations the longest counts (docs: Slash Commands). */
function sizeOf(part: CommandBody | CommandOption): number {
  const longest = (text: unknown, translations: unknown) =>
    Math.max(...[text ?? '', ...Object.values(translations ?? {})].map((one) => String(one).length));
  const choices = (part.choices as { name: string; name_localizations?: object; value: unknown }[] | undefined) ?? [];
  return (
    longest(part.name, part.name_localizations) +
    longest(part.description, part.description_localizations) +
    choices.reduce(
      (sum, choice) => sum + longest(choice.name, choice.name_localizations) + String(choice.value).length,
      0,
    ) +
    (part.options ?? []).reduce((sum, option) => sum + sizeOf(option), 0)
  );
}
