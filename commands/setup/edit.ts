import { z } from 'zod';
import { editGroup, previewEdit } from '../../src/actions/edit-group.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import { saveDraft } from '../../src/actions/save-draft.ts';
import { undoGroupChange } from '../../src/actions/undo-group-change.ts';
import { type Answer, type Caller, type Deps, defineButton, show } from '../../src/discord/command.ts';
import { settingsOf } from '../../src/domain/group-settings.ts';
import { SETUP_CARD } from '../../src/domain/setup-card.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { groupRefusalView } from '../../src/views/group-care-views.ts';
import { setupReviewView } from '../../src/views/setup-review-view.ts';
import { undoneText } from '../../src/views/undone-text.ts';
import { type OpenCard, showCard, withCard, writeCard } from './card.ts';
import { draftArgs } from './card-parts.ts';
import { groupArgs, withGroup } from './group.ts';
import { showGroup } from './show.ts';

/** A card to change this group with. */
export async function openEdit(caller: Caller, deps: Deps, group: StudyGroup): Promise<Answer> {
  const { userId, now } = caller;
  const card = { kind: 'edit', groupId: group.id, change: {} } as const;
  const draftId = await saveDraft(deps, { userId, kind: SETUP_CARD, content: writeCard(card), now });
  return showCard(caller, deps, { draftId, card, serverId: group.serverId, settings: settingsOf(group), group });
}

/** Everything that differs and every date that moves; nothing is saved yet. */
async function review(caller: Caller, deps: Deps, open: OpenCard): Promise<Answer> {
  const { draftId, card, group, settings } = open;
  if (!group || card.kind === 'new') return showCard(caller, deps, open);
  const { now } = caller;
  const { fields, moved } = await previewEdit(deps, group, card.change, now);
  if (fields.length === 0) return showCard(caller, deps, open, catalogueOf(caller.language).setup.unchanged);
  const roadmap = readRoadmap(deps, caller.language);
  const before = settingsOf(group);
  const tags = deps.discord.findChannel(group.serverId, settings.channelId)?.tags ?? [];
  return show(setupReviewView({ roadmap, draftId, before, after: settings, fields, tags, moved }));
}

async function save(caller: Caller, deps: Deps, open: OpenCard): Promise<Answer> {
  const { card } = open;
  if (card.kind === 'new') return showCard(caller, deps, open);
  const { userId: actorId, now } = caller;
  const outcome = await editGroup(deps, { groupId: card.groupId, change: card.change, actorId, now });
  if (outcome.kind === 'not-there') return show(groupRefusalView(caller.language, 'not-there'));
  const { saved, unchanged } = catalogueOf(caller.language).setup;
  return outcome.kind === 'edited'
    ? showGroup(caller, deps, outcome.group, saved, outcome.changeId)
    : showGroup(caller, deps, outcome.group, unchanged);
}

async function takeBack(caller: Caller, deps: Deps, groupId: string, changeId: string): Promise<Answer> {
  const { userId: actorId, now, language } = caller;
  const outcome = await undoGroupChange(deps, { groupId, changeId, actorId, now });
  if (outcome.kind === 'not-there') return show(groupRefusalView(language, 'not-there'));
  // As it stands now.
  return withGroup(caller, deps, groupId, (group) =>
    showGroup(caller, deps, group, undoneText(readRoadmap(deps, language), group, outcome)),
  );
}

export const editButtons = {
  edit: defineButton({
    args: groupArgs,
    press: (caller, [groupId], deps) => withGroup(caller, deps, groupId, (group) => openEdit(caller, deps, group)),
  }),
  review: defineButton({
    args: draftArgs,
    press: (caller, [draftId], deps) => withCard(caller, deps, draftId, (open) => review(caller, deps, open)),
  }),
  undo: defineButton({
    args: z.tuple([z.string(), z.string()]),
    press: (caller, [groupId, changeId], deps) =>
      withGroup(caller, deps, groupId, () => takeBack(caller, deps, groupId, changeId)),
  }),
  save: defineButton({
    args: draftArgs,
    press: (caller, [draftId], deps) => withCard(caller, deps, draftId, (open) => save(caller, deps, open)),
  }),
};
