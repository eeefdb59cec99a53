import type { SlashCommandStringOption, SlashCommandSubcommandBuilder } from 'discord.js';
import { z } from 'zod';
import { listModeratedGroups } from '../../src/actions/find-moderated-group.ts';
import { readMilestones } from '../../src/actions/read-milestones.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import { describe } from '../../src/discord/builders.ts';
import type { Choice, Suggest } from '../../src/discord/command.ts';
import { type MilestoneId, milestoneCode, parseMilestoneCode } from '../../src/domain/milestone.ts';
import { findNamed } from '../../src/domain/named-things.ts';
import { localDate } from '../../src/domain/plan-days.ts';
import type { Catalogue } from '../../src/language/languages.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { stateWords } from '../../src/views/milestone-state.ts';
import { dayText } from '../../src/views/plan-words.ts';
import { type Scope, titleIn } from './scope.ts';

type OptionName = keyof Catalogue['commands']['milestone']['options'];
type Subcommand = keyof Catalogue['commands']['milestone']['subcommands'];

/** A subcommand with its options, in the order in which they are typed; the group comes last and may be left out. */
export function subcommand(name: Subcommand, ...options: readonly SlashCommandStringOption[]) {
  return (builder: SlashCommandSubcommandBuilder): SlashCommandSubcommandBuilder => {
    describe(builder.setName(name), (words) => words.commands.milestone.subcommands[name]);
    for (const option of options) builder.addStringOption(option);
    return builder.addStringOption((option) =>
      described(option.setName('group'), 'group').setRequired(false).setAutocomplete(true),
    );
  };
}

export function described(option: SlashCommandStringOption, sentence: OptionName): SlashCommandStringOption {
  return describe(option, (words) => words.commands.milestone.options[sentence]);
}

export const groupOption = z.string().optional();
export const milestoneArg = z.string().transform((code, context): MilestoneId => {
  const id = parseMilestoneCode(code);
  if (id) return id;
  context.addIssue({ code: 'custom', message: 'No code of a milestone' });
  return z.NEVER;
});
export const dayArg = z.iso.date();
export const pageArg = z.coerce.number().int().min(0).max(1000);

export const suggestGroups: Suggest = async (typed, caller, deps) => {
  const groups = await listModeratedGroups(deps, caller);
  return findNamed(
    groups.map(({ id, name }) => ({ id, title: name })),
    typed,
  ).map(asChoice);
};

/** Each with its date and state, of the group that was typed or is the only one. */
export const suggestMilestones: Suggest = async (typed, caller, deps, options) => {
  const groups = await listModeratedGroups(deps, caller);
  const group = groups.find(({ id }) => id === options.group) ?? groups[0];
  if (!group) return [];
  const reading = await readMilestones(deps, group);
  const roadmap = readRoadmap(deps, caller.language);
  const { milestone: words } = catalogueOf(caller.language);
  const titleFor = titleIn({ group, roadmap });
  const isSure = groups.length === 1 || group.id === options.group;
  const items = reading.entries.map((entry) => {
    const day = dayText(localDate(entry.milestone.dueAt, group.schedule.zone), caller.language);
    const state = stateWords({ ...entry, isPaused: reading.pause !== undefined, now: caller.now }, caller.language);
    const title = titleFor(entry.milestone);
    const code = milestoneCode(entry.milestone);
    return { id: code, title: isSure ? words.choice(title, day, state) : title, words: code };
  });
  return findNamed(items, typed).map(asChoice);
};

const asChoice = ({ id, title }: { readonly id: string; readonly title: string }): Choice => ({
  name: title,
  value: id,
});

/** What somebody typed instead of taking a suggestion: a code, or words of a title. */
export async function findTypedMilestone(scope: Scope, typed: string): Promise<MilestoneId | undefined> {
  const code = parseMilestoneCode(typed.trim().toLowerCase());
  if (code || typed.trim() === '') return code;
  const { entries } = await readMilestones(scope.deps, scope.group);
  const titleFor = titleIn(scope);
  const items = entries.map(({ milestone }) => ({ id: milestoneCode(milestone), title: titleFor(milestone) }));
  const [found] = findNamed(items, typed, 1);
  return found && parseMilestoneCode(found.id);
}
