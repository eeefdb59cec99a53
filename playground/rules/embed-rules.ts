import type { Json } from '../world/model.ts';
import { type Problem, problem } from './problem.ts';

/** Docs: Embed Limits. Lengths of titles and the like stand in the schemas; these do not. */
export function embedProblems(embeds: readonly Json[]): Problem[] {
  const total = embeds.reduce((sum, embed) => sum + charactersOf(embed), 0);
  return [
    ...(total > 6_000
      ? [problem(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of 6000: it is ${total}`)]
      : []),
    ...embeds.flatMap((embed, index) =>
      oneEmbed(embed).map((one) => ({ ...one, path: ['embeds', index, ...one.path] })),
    ),
  ];
}

interface Field {
  readonly name: string;
  readonly value: string;
}

function fieldsOf({ fields }: Json): readonly Field[] {
  return (fields as Field[] | null | undefined) ?? [];
}

function textAt(embed: Json, key: string, inner: string): string {
  return ((embed[key] as Json | null | undefined)?.[inner] as string | undefined) ?? '';
}

function charactersOf(embed: Json): number {
  const texts = [
    (embed.title as string | undefined) ?? '',
    (embed.description as string | undefined) ?? '',
    textAt(embed, 'footer', 'text'),
    textAt(embed, 'author', 'name'),
    ...fieldsOf(embed).flatMap(({ name, value }) => [name, value]),
  ];
  // Spaces at both ends do not count.
  return texts.reduce((sum, text) => sum + text.trim().length, 0);
}

const limits = [
  ['footer', 'text', 2_048],
  ['author', 'name', 256],
] as const;

function oneEmbed(embed: Json): Problem[] {
  const shown = ['title', 'description', 'fields', 'image', 'thumbnail', 'author', 'footer', 'video'];
  const tooLong = limits.filter(([key, inner, most]) => textAt(embed, key, inner).length > most);
  return [
    ...(shown.some((key) => hasSomething(embed[key]))
      ? []
      : [problem(['description'], 'BASE_TYPE_REQUIRED', 'This field is required')]),
    ...tooLong.map(([key, inner, most]) =>
      problem([key, inner], 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`),
    ),
    ...fieldsOf(embed).flatMap((field, index) =>
      (['name', 'value'] as const)
        .filter((key) => field[key].trim() === '')
        .map((key) => problem(['fields', index, key], 'BASE_TYPE_REQUIRED', 'This field is required')),
    ),
  ];
}

function hasSomething(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
