import { findDraft } from '../../src/actions/find-draft.ts';
import { findModeratedGroup, listModeratedGroups } from '../../src/actions/find-moderated-group.ts';
import { readMilestones } from '../../src/actions/read-milestones.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import { saveDraft } from '../../src/actions/save-draft.ts';
import { type Answer, type Caller, type Deps, show } from '../../src/discord/command.ts';
import type { MilestoneId } from '../../src/domain/milestone.ts';
import type { Roadmap } from '../../src/domain/roadmap.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { type Catalogue, catalogueOf } from '../../src/language/languages.ts';
import { type GroupRefusal, groupRefusalView, whichGroupForView } from '../../src/views/group-care-views.ts';
import { milestoneCardView } from '../../src/views/milestone-card-view.ts';
import { milestoneListView } from '../../src/views/milestone-list-view.ts';
import { milestoneTitle } from '../../src/views/milestone-words.ts';

/** A group that the caller may moderate, asked anew for each use of a control, with what an answer is made of. */
export interface Scope {
  readonly caller: Caller;
  readonly deps: Deps;
  readonly group: StudyGroup;
  /** In the caller's language. */
  readonly roadmap: Roadmap;
  readonly words: Catalogue['milestone'];
  readonly post: Catalogue['post'];
}

/** Runs `then` for whoever moderates this group, and refuses everybody else: a custom id may be forged. */
export async function inGroup(
  caller: Caller,
  deps: Deps,
  groupId: string,
  then: (scope: Scope) => Answer | Promise<Answer>,
): Promise<Answer> {
  const { milestone: words, post } = catalogueOf(caller.language);
  const found = await findModeratedGroup(deps, caller, groupId);
  if (found.kind === 'found') {
    return then({ caller, deps, group: found.group, roadmap: readRoadmap(deps, caller.language), words, post });
  }
  return show(groupRefusalView(caller.language, found.kind));
}

/** What was typed with a subcommand while it is not known for which group. */
const CHOOSING = 'milestone-options';

export interface TypedCommand {
  readonly subcommand: string;
  readonly options: { readonly group?: string | undefined };
}

/** The same for the group that was typed, else for the only one; of several the caller chooses first. */
export async function inTypedGroup(
  caller: Caller,
  deps: Deps,
  typed: TypedCommand,
  then: (scope: Scope) => Answer | Promise<Answer>,
): Promise<Answer> {
  const { group: wanted } = typed.options;
  if (wanted !== undefined) return inGroup(caller, deps, await groupIdOf(caller, deps, wanted), then);
  const groups = await listModeratedGroups(deps, caller);
  const [only] = groups;
  if (!only) return show(groupRefusalView(caller.language, 'no-groups'));
  if (groups.length === 1) return inGroup(caller, deps, only.id, then);
  const draftId = await saveDraft(deps, { ...caller, kind: CHOOSING, content: typed });
  return show(whichGroupForView(caller.language, draftId, groups));
}

/** What was typed before the group was chosen; undefined a day later. */
export async function findTyped(caller: Caller, deps: Deps, draftId: string): Promise<TypedCommand | undefined> {
  const draft = await findDraft(deps, { ...caller, id: draftId, kind: CHOOSING });
  return draft?.content as TypedCommand | undefined;
}

/** A group is named by its id, which is what a suggestion holds, or by its name. */
async function groupIdOf(caller: Caller, deps: Deps, typed: string): Promise<string> {
  const groups = await listModeratedGroups(deps, caller);
  const named = groups.find(({ name }) => name.toLowerCase() === typed.trim().toLowerCase());
  return named?.id ?? typed;
}

/** Why nothing was done. */
export const refused = ({ caller }: Scope, why: GroupRefusal): Answer => show(groupRefusalView(caller.language, why));

/** Who changes what, for an action. */
export const inputOf = ({ caller, group }: Scope) => ({
  groupId: group.id,
  actorId: caller.userId,
  now: caller.now,
});

/** What a milestone is called for the reader. */
export const titleIn = ({ roadmap, group }: Pick<Scope, 'roadmap' | 'group'>) => {
  return (id: MilestoneId) => milestoneTitle(roadmap, group.schedule.months, id);
};

/** The calendar as it stands now, below what was just done. */
export async function showCalendar(scope: Scope, page = 0, notice?: string, undoId?: string): Promise<Answer> {
  const { caller, deps, group, roadmap } = scope;
  const reading = await readMilestones(deps, group);
  const done = { ...(notice === undefined ? {} : { notice }), ...(undoId === undefined ? {} : { undoId }) };
  return show(milestoneListView({ reading, roadmap, page, now: caller.now, ...done }));
}

/** One milestone as it stands now, below what was just done. */
export async function showMilestone(
  scope: Scope,
  id: MilestoneId,
  done: { readonly notice?: string; readonly undoId?: string } = {},
): Promise<Answer> {
  const { caller, deps, group, roadmap } = scope;
  const reading = await readMilestones(deps, group);
  return show(milestoneCardView({ reading, id, roadmap, now: caller.now, ...done }));
}
