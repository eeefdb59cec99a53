import { z } from 'zod';
import { findModeratedGroup, listModeratedGroups } from '../../src/actions/find-moderated-group.ts';
import { type Answer, type Caller, type Deps, type Suggest, show } from '../../src/discord/command.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import { type GroupScreen, groupRefusalView, whichGroupView } from '../../src/views/group-care-views.ts';

export const groupArgs = z.tuple([z.string()]);
/** On a notice the group is followed by what the notice is found again by. */
export const noticedGroupArgs = z.tuple([z.string()]).rest(z.string());
export const pagedArgs = z.tuple([z.string(), z.coerce.number().int().min(0).max(10_000)]);
export const groupOptions = z.object({ group: z.string().optional() });

/** Runs `use` for whoever may moderate the group; everybody else is told why not, and nothing happens. */
export async function withGroup(
  caller: Caller,
  deps: Deps,
  groupId: string,
  use: (group: StudyGroup) => Answer | Promise<Answer>,
  which: 'active' | 'archived' = 'active',
): Promise<Answer> {
  const found = await findModeratedGroup(deps, caller, groupId, which);
  return found.kind === 'found' ? use(found.group) : show(groupRefusalView(caller.language, found.kind));
}

/** The group that was named, by its id or as it is called; without a name the only one, else the question which. */
export async function withNamedGroup(
  caller: Caller,
  deps: Deps,
  screen: GroupScreen,
  named: string | undefined,
  use: (group: StudyGroup) => Answer | Promise<Answer>,
): Promise<Answer> {
  const all = await listModeratedGroups(deps, caller);
  const wanted = named === undefined ? all : all.filter((group) => isCalled(group, named));
  const [only] = wanted;
  if (only && wanted.length === 1) return use(only);
  if (all.length === 0) return show(groupRefusalView(caller.language, 'no-groups'));
  return show(whichGroupView(caller.language, screen, wanted.length > 0 ? wanted : all));
}

function isCalled({ id, name }: StudyGroup, named: string): boolean {
  return id === named || name.toLowerCase().includes(named.trim().toLowerCase());
}

/** The groups that the caller looks after, by name. */
export const suggestGroups: Suggest = async (typed, caller, deps) => {
  const groups = await listModeratedGroups(deps, caller);
  return groups.filter((group) => isCalled(group, typed)).map(({ id, name }) => ({ name, value: id }));
};
