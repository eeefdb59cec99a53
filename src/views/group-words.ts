import type { OpenGroup } from '../domain/group-place.ts';
import { PARTS } from '../domain/milestone-calendar.ts';
import { phaseDuring } from '../domain/milestone-place.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { dayOf } from './day-of.ts';
import { type ActionRow, button, buttonRow, selectRow } from './kit.ts';
import { quoted } from './quoted.ts';

/** Where a group is on its trail, in one sentence about it. */
export function whereLine(roadmap: Roadmap, { group, place, startsAt }: OpenGroup): string {
  const { group: words } = catalogueOf(roadmap.language);
  if (place.part > PARTS) return words.arrived;
  if (place.part === 0) return startsAt ? words.setsOut(dayOf(startsAt)) : words.notYet;
  const phase = phaseDuring(roadmap, place.part)?.title ?? '';
  return words.during(place.part, PARTS, group.schedule.months === PARTS, phase);
}

/** The same for whoever joins it, who may be late. */
export function whereForNewcomers(roadmap: Roadmap, open: OpenGroup): string {
  const { group: words } = catalogueOf(roadmap.language);
  const where = whereLine(roadmap, open);
  return open.place.part > 0 ? `${where} ${words.lateJoiner}` : where;
}

/** Groups to join: what they are, and a button for the one that there is, else a list to choose from. */
export function groupOffer(
  roadmap: Roadmap,
  groups: readonly OpenGroup[],
): { readonly blocks: readonly string[]; readonly rows: readonly ActionRow[] } {
  const { group: words } = catalogueOf(roadmap.language);
  const [first, ...others] = groups;
  if (!first) return { blocks: [], rows: [] };
  if (others.length === 0) {
    const label = words.joinNamed(first.group.name);
    return {
      blocks: [`${words.offerOne(quoted(first.group.name))} ${whereForNewcomers(roadmap, first)}`],
      rows: [buttonRow(button({ label, id: customId('group', 'join', first.group.id) }))],
    };
  }
  const lines = groups
    .slice(0, LISTED)
    .map((open) => words.offerLine(quoted(open.group.name), whereLine(roadmap, open)));
  const options = groups.map(({ group }) => ({ label: group.name, value: group.id }));
  return {
    blocks: [`${words.offerSeveral}\n${lines.join('\n')}\n${words.lateJoiner}`],
    rows: [selectRow(customId('group', 'choose'), words.choose, options)],
  };
}

/** How many groups are told with where they are: the list below holds them all. */
const LISTED = 5;
