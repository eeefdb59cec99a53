import type { Milestone } from '../domain/milestone.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { GroupBreak, StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { comingDates } from './coming-dates.ts';
import { type FactParts, factsOf } from './group-facts.ts';
import { accent, bulletList, button, buttonRow, card, selectRow } from './kit.ts';
import type { MessageView } from './message.ts';
import { quoted } from './quoted.ts';

export interface GroupShowParts extends FactParts {
  readonly roadmap: Roadmap;
  readonly group: StudyGroup;
  readonly coming: readonly Milestone[];
  /** The one that lasts. */
  readonly pause: GroupBreak | undefined;
  /** The number of its next welcome card. */
  readonly welcome: number;
  readonly note?: string | undefined;
  /** The entry of the log that **Undo** takes back. */
  readonly undoId?: string | undefined;
}

/** Everything about a group, and the ways to look after it. */
export function groupShowView(parts: GroupShowParts): MessageView {
  const { language, roadmap, group, coming, pause, welcome, note, undoId } = parts;
  const { groupCare, setup } = catalogueOf(language);
  return card({
    accent: accent.neutral,
    blocks: [
      ...(note === undefined ? [] : [note]),
      `## ${quoted(group.name)}`,
      `${groupCare.where(group.channelId)}\n${factsOf(parts)}`,
      comingDates(roadmap, group, coming, pause),
    ],
    rows: [
      buttonRow(
        button({ label: groupCare.dates, id: customId('milestone', 'list', group.id, 0), style: 'primary' }),
        button({ label: groupCare.check, id: customId('setup', 'check', group.id) }),
        button({ label: groupCare.edit, id: customId('setup', 'edit', group.id) }),
        ...(undoId === undefined
          ? []
          : [button({ label: groupCare.undo, id: customId('setup', 'undo', group.id, undoId) })]),
      ),
      buttonRow(
        button({ label: groupCare.membersButton, id: customId('setup', 'members', group.id, 0) }),
        button({ label: groupCare.reportButton, id: customId('setup', 'report', group.id) }),
        button({ label: setup.welcome, id: customId('setup', 'welcome', group.id, welcome) }),
        button({ label: groupCare.archive, id: customId('setup', 'ask-archive', group.id) }),
      ),
    ],
  });
}

/** What the caller wants to do once they have said with which group. */
export const groupScreens = ['show', 'edit', 'check', 'members', 'report', 'archive'] as const;
export type GroupScreen = (typeof groupScreens)[number];

/** Asked where a moderator looks after several groups and named none. */
export function whichGroupView(language: string, screen: GroupScreen, groups: readonly StudyGroup[]): MessageView {
  return pickGroupView(language, customId('setup', 'pick', screen), groups);
}

/** The same for `/milestone`. `draftId` keeps what was typed. */
export function whichGroupForView(language: string, draftId: string, groups: readonly StudyGroup[]): MessageView {
  return pickGroupView(language, customId('milestone', 'group', draftId), groups);
}

function pickGroupView(language: string, pickId: string, groups: readonly StudyGroup[]): MessageView {
  const { groupCare } = catalogueOf(language);
  const options = groups.map(({ id, name }) => ({ label: name, value: id }));
  return card({
    accent: accent.neutral,
    blocks: [groupCare.which],
    rows: [selectRow(pickId, groupCare.whichPlaceholder, options)],
  });
}

export type GroupRefusal =
  | 'no-channel'
  | 'no-groups'
  | 'not-yours'
  | 'not-manager'
  | 'not-there'
  | 'card-gone'
  | 'typed-gone';

/** Why somebody does not get what they asked for, in a friendly sentence. */
export function groupRefusalView(language: string, refusal: GroupRefusal): MessageView {
  const { groupCare, setup, common } = catalogueOf(language);
  const sentences: Readonly<Record<GroupRefusal, string>> = {
    'no-channel': setup.cannotBeThere,
    'no-groups': groupCare.noGroups,
    'not-yours': groupCare.notYours,
    'not-manager': groupCare.notManager,
    'not-there': groupCare.notThere,
    'card-gone': groupCare.cardGone,
    'typed-gone': groupCare.typedGone,
  };
  return card({
    accent: accent.neutral,
    blocks: [sentences[refusal]],
    rows: [buttonRow(button({ label: common.home, id: customId('help', 'open', 'home') }))],
  });
}

/** Asks before a group is archived, and says exactly what ends. */
export function askArchiveView(language: string, group: StudyGroup, dates: number, members: number): MessageView {
  const { groupCare } = catalogueOf(language);
  const ends = [
    ...(dates > 0 ? [groupCare.endsDates(dates)] : []),
    groupCare.endsWaiting,
    ...(members > 0 ? [groupCare.endsMembers(members)] : []),
    ...(group.showsEvents ? [groupCare.endsEvents] : []),
    ...(group.memberRoleId && members > 0 ? [groupCare.endsNoRole(group.memberRoleId)] : []),
    groupCare.endsLists,
  ];
  return card({
    accent: accent.warning,
    blocks: [`## ${groupCare.askArchive(quoted(group.name))}`, bulletList(ends), groupCare.stays],
    rows: [
      buttonRow(
        button({ label: groupCare.doArchive, id: customId('setup', 'archive', group.id), style: 'danger' }),
        button({ label: groupCare.show, id: customId('setup', 'show', group.id) }),
      ),
    ],
  });
}

/** After archiving, with the way back. */
export function archivedView(language: string, group: StudyGroup, kind: 'changed' | 'unchanged'): MessageView {
  const { groupCare, common } = catalogueOf(language);
  return card({
    accent: accent.neutral,
    blocks: [kind === 'changed' ? groupCare.archived(quoted(group.name)) : groupCare.archivedBefore],
    rows: [
      buttonRow(
        button({ label: groupCare.undo, id: customId('setup', 'revive', group.id) }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}
