import type {
  AnySelectMenuInteraction,
  APISelectMenuComponent,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import { z } from 'zod';
import type { GivenFields } from './command.ts';

/**
 * What somebody did, as plain data: enough to find its handler, and to do it again later for whoever had to join first.
 */
export type Pressed =
  | { readonly kind: 'command'; readonly name: string; readonly subcommand: string | null; readonly options: unknown }
  | { readonly kind: 'button'; readonly customId: string }
  | {
      readonly kind: 'select';
      readonly customId: string;
      readonly values: readonly string[];
      /** What was chosen already in the message used. */
      readonly before: readonly string[];
    }
  | { readonly kind: 'form'; readonly customId: string; readonly fields: GivenFields };

const fieldValue = z.union([z.string(), z.array(z.string()), z.boolean(), z.null()]);

/** For reading it back from a draft. */
export const pressedSchema: z.ZodType<Pressed> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('command'),
    name: z.string(),
    subcommand: z.string().nullable(),
    options: z.record(z.string(), z.unknown()),
  }),
  z.object({ kind: z.literal('button'), customId: z.string() }),
  z.object({
    kind: z.literal('select'),
    customId: z.string(),
    values: z.array(z.string()),
    before: z.array(z.string()),
  }),
  z.object({ kind: z.literal('form'), customId: z.string(), fields: z.record(z.string(), fieldValue) }),
]);

export function pressedOf(
  interaction: ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction,
): Pressed {
  if (interaction.isChatInputCommand()) {
    return {
      kind: 'command',
      name: interaction.commandName,
      subcommand: interaction.options.getSubcommand(false),
      options: givenOptions(interaction.options.data),
    };
  }
  const { customId } = interaction;
  if (interaction.isModalSubmit()) return { kind: 'form', customId, fields: givenFields(interaction) };
  if (interaction.isAnySelectMenu()) {
    return { kind: 'select', customId, values: interaction.values, before: chosenBefore(interaction) };
  }
  return { kind: 'button', customId };
}

/** What the message used shows as chosen: options of a list, or ids of roles, channels or people. */
function chosenBefore({ component }: AnySelectMenuInteraction): string[] {
  if (!component) return []; // The custom id is forged.
  const shown: Partial<APISelectMenuComponent> = 'data' in component ? component.data : component;
  if ('options' in shown) return (shown.options ?? []).filter((option) => option.default).map(({ value }) => value);
  return 'default_values' in shown ? (shown.default_values ?? []).map(({ id }) => id) : [];
}

interface GivenOption {
  readonly name: string;
  readonly value?: unknown;
  readonly options?: readonly GivenOption[] | undefined;
}

/** Option values by name, without the level of the subcommand. */
function givenOptions(data: readonly GivenOption[]): Record<string, unknown> {
  return Object.fromEntries(
    data.flatMap((option) => option.options ?? [option]).map((option) => [option.name, option.value]),
  );
}

/** By custom id: text, ticks and single choices as they are, multiple choices as a list. */
function givenFields(interaction: ModalSubmitInteraction): GivenFields {
  return Object.fromEntries(
    [...interaction.fields.fields].map(([name, field]) => {
      if ('value' in field) return [name, field.value];
      return [name, 'values' in field ? [...field.values] : null];
    }),
  );
}
