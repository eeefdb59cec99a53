import { type GroupProblem, isNeeded } from '../domain/group-problems.ts';
import { type SetupField, setupFields } from '../domain/setup-card.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { type Catalogue, catalogueOf, spokenLanguages } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { type FactParts, factsOf } from './group-facts.ts';
import { problemTexts } from './group-problem-words.ts';
import {
  type ActionRow,
  accent,
  type ButtonParts,
  bulletList,
  button,
  buttonRow,
  card,
  section,
  selectRow,
} from './kit.ts';
import type { MessageView } from './message.ts';
import { quoted } from './quoted.ts';

export interface SetupCardParts extends FactParts {
  readonly draftId: string;
  /** The group that is changed; undefined: a new one. */
  readonly group: StudyGroup | undefined;
  /** Whether anything was chosen that differs from the group. */
  readonly isChanged: boolean;
  readonly problems: readonly GroupProblem[];
  /** Groups that are in this channel already. */
  readonly neighbours: readonly StudyGroup[];
  readonly hasTags: boolean;
  /** Why something was not taken over. */
  readonly note?: string | undefined;
}

/** Everything on one card, preselected: one press sets the group up. Each thing is changed on a small screen of its own. */
export function setupCardView(parts: SetupCardParts): MessageView {
  const { language, group, problems, settings, neighbours, note } = parts;
  const { setup, groupProblems } = catalogueOf(language);
  const inTheWay = problemTexts(language, settings, problems);
  const isBlocked = problems.some(isNeeded);
  const hasNoReader = problems.some(({ kind }) => kind === 'no-reader');
  return card({
    accent: isBlocked ? accent.warning : accent.neutral,
    blocks: [
      ...(note === undefined ? [] : [note]),
      `## ${group ? setup.editTitle(quoted(group.name)) : setup.newTitle}`,
      `${setup.name(quoted(settings.name), settings.channelId)}\n${factsOf({ ...parts, isForReader: !group, hasNoReader })}`,
      ...(neighbours.length > 0 ? [neighbourText(language, settings.channelId, neighbours)] : []),
      ...(inTheWay.length > 0
        ? [section(isBlocked ? groupProblems.title : groupProblems.titleOptional, bulletList(inTheWay))]
        : []),
      `-# ${group ? setup.editHint : setup.newHint}`,
    ],
    rows: [changeRow(parts, setup), buttonRow(...buttonsOf(parts).map(button))],
  });
}

/** However many groups share a channel. */
const NEIGHBOURS_NAMED = 3;

export function neighbourText(language: string, channelId: string, groups: readonly StudyGroup[]): string {
  const names = groups
    .slice(0, NEIGHBOURS_NAMED)
    .map(({ name }) => `**${quoted(name)}**`)
    .join(', ');
  return catalogueOf(language).setup.sameChannel(channelId, names);
}

function changeRow({ draftId, hasTags }: SetupCardParts, setup: Catalogue['setup']): ActionRow {
  const isOffered = (field: SetupField) =>
    (field !== 'language' || spokenLanguages().length > 1) && (field !== 'tag' || hasTags);
  return selectRow(
    customId('setup', 'change', draftId),
    setup.changePlaceholder,
    setupFields
      .filter(isOffered)
      .map((field) => ({ label: setup.fields[field], value: field, description: setup.hints[field] })),
  );
}

function buttonsOf({ language, draftId, group, isChanged, problems }: SetupCardParts): ButtonParts[] {
  const { setup, groupCare } = catalogueOf(language);
  const again = { label: setup.checkAgain, id: customId('setup', 'card', draftId) };
  const wrongTime = { label: setup.wrongTime, id: customId('setup', 'wrong-time', draftId) };
  const checks = problems.length > 0 ? [again] : [];
  if (group) {
    const review = { label: setup.review, id: customId('setup', 'review', draftId), style: 'primary' } as const;
    const back = { label: groupCare.show, id: customId('setup', 'show', group.id) };
    return [...(isChanged ? [review] : []), wrongTime, ...checks, back];
  }
  if (problems.some(isNeeded)) return [{ ...again, style: 'primary' }, wrongTime];
  return [{ label: setup.set, id: customId('setup', 'make', draftId, 'ask'), style: 'primary' }, wrongTime, ...checks];
}
