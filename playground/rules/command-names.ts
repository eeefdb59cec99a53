import type { CommandBody, CommandOption } from '../world/model.ts';
import { type Problem, problem } from './problem.ts';

/** Docs: Application Commands, Naming. */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** For commands and options: the pattern, and lower case wherever there is one, in every language. */
export function nameProblems({ name, name_localizations: translations }: CommandBody | CommandOption): Problem[] {
  const named = [
    [['name'], name] as const,
    ...Object.entries((translations ?? {}) as Record<string, string>).map(
      ([locale, text]) => [['name_localizations', locale], text] as const,
    ),
  ];
  return named
    .filter(([, text]) => !namePattern.test(text) || text !== text.toLowerCase())
    .map(([path, text]) =>
      problem(
        path,
        'APPLICATION_COMMAND_INVALID_NAME',
        `Command name is invalid: "${text}" (lower case, letters, digits, - and _)`,
      ),
    );
}
