import { listModeratedGroups } from '../../src/actions/find-moderated-group.ts';
import { findOwnGroup, listOpenGroups } from '../../src/actions/find-own-group.ts';
import { joinGroup } from '../../src/actions/join-group.ts';
import { listOtherGroups, readGroup } from '../../src/actions/read-group.ts';
import { readMemberProgress } from '../../src/actions/read-member-progress.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import { type Answer, type Caller, type Deps, type MemberCaller, show } from '../../src/discord/command.ts';
import { forReader } from '../../src/discord/reading.ts';
import { groupIdOf } from '../../src/domain/outbox.ts';
import { readPlace } from '../../src/domain/place.ts';
import { nextItem, type Progress } from '../../src/domain/progress.ts';
import type { Roadmap } from '../../src/domain/roadmap.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { roadsEndView } from '../../src/views/done-view.ts';
import { groupRefusalView, whichGroupView } from '../../src/views/group-care-views.ts';
import { askChangeView, groupOfferView, withOfferBelow } from '../../src/views/group-membership-views.ts';
import { groupView } from '../../src/views/group-view.ts';
import type { MessageView } from '../../src/views/message.ts';
import { placeOfItem } from '../../src/views/place-id.ts';
import { placeView } from '../../src/views/place-view.ts';
import { quoted } from '../../src/views/quoted.ts';

/** The caller's group; for whoever is in none those that they can join. `note`: what was just done. */
export async function showGroup(caller: MemberCaller, deps: Deps, note?: string): Promise<Answer> {
  const reading = await readGroup(deps, caller);
  if (reading) return show(groupView(reading, note));
  return offerGroups(caller, deps, note ?? catalogueOf(caller.language).group.none);
}

/** The groups of the server without the caller's own. */
export async function offerGroups(caller: MemberCaller, deps: Deps, note: string): Promise<Answer> {
  const { member, language, now } = caller;
  const others = await listOtherGroups(deps, member, now);
  return show(groupOfferView(readRoadmap(deps, language), others, note, await listModeratedGroups(deps, caller)));
}

/** The groups that the caller may moderate, to choose from. */
export async function chooseManaged(caller: Caller, deps: Deps): Promise<Answer> {
  const { language } = caller;
  const groups = await listModeratedGroups(deps, caller);
  return show(groups.length > 0 ? whichGroupView(language, 'show', groups) : groupRefusalView(language, 'no-groups'));
}

/** Joins a group. Whoever is in another one is asked first, unless they have said that they want to change. */
export async function join(caller: MemberCaller, deps: Deps, groupId: string, isChange = false): Promise<Answer> {
  const { group: words } = catalogueOf(caller.language);
  const outcome = await joinGroup(deps, { ...caller, groupId, isChange });
  switch (outcome.kind) {
    case 'joined':
      return showGroup(caller, deps, words.joined(quoted(outcome.group.name)));
    case 'already':
      return showGroup(caller, deps, words.already(quoted(outcome.group.name)));
    case 'in-another':
      return show(askChangeView(caller.language, outcome.group, outcome.wanted));
    case 'not-there':
      return offerGroups(caller, deps, words.notThere);
  }
}

/** The caller's next topic, wherever their group is; below it the group of the post for whoever is in none. */
export async function showNext(caller: MemberCaller, deps: Deps, marks: readonly string[]): Promise<Answer> {
  const { member, language, now } = caller;
  const roadmap = readRoadmap(deps, language);
  const progress = await readMemberProgress(deps, roadmap, member.id);
  const view = nextView(caller, roadmap, progress);
  if (await findOwnGroup(deps, member.id)) return show(view);
  const groups = await listOpenGroups(deps, member.serverId, now);
  const meant = groups.filter(({ group }) => marks.some((mark) => groupIdOf(mark) === group.id));
  return show(withOfferBelow(view, roadmap, meant.length > 0 ? meant : groups));
}

function nextView(caller: MemberCaller, roadmap: Roadmap, progress: Progress): MessageView {
  const item = nextItem(progress);
  const place = item && readPlace(roadmap, placeOfItem(item));
  const frame = { roadmap, audience: { ...forReader(caller), progress } };
  return (place && placeView(frame, place, 0)) ?? roadsEndView(roadmap);
}
