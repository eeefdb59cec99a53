import type { OpenGroup } from '../domain/group-place.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { groupOffer } from './group-words.ts';
import { accent, button, buttonRow, card } from './kit.ts';
import { manageButtons } from './manage-view.ts';
import type { MessageView } from './message.ts';
import { quoted } from './quoted.ts';

/**
 * The groups that a member could be in. `note`: why they are asked, or what was just done. `moderated`: those that they
 * may moderate.
 */
export function groupOfferView(
  roadmap: Roadmap,
  groups: readonly OpenGroup[],
  note: string,
  moderated: readonly StudyGroup[],
): MessageView {
  const { group: words, common } = catalogueOf(roadmap.language);
  const offer = groupOffer(roadmap, groups);
  return card({
    accent: accent.neutral,
    blocks: [note, ...(groups.length === 0 ? [words.noneHere] : offer.blocks)],
    rows: [
      ...offer.rows,
      buttonRow(
        ...manageButtons(roadmap.language, moderated),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}

/** Another screen with an offer of groups below it; the screen alone where there are none. */
export function withOfferBelow(view: MessageView, roadmap: Roadmap, groups: readonly OpenGroup[]): MessageView {
  if (groups.length === 0) return view;
  const { blocks, rows } = groupOffer(roadmap, groups);
  const below = card({ accent: accent.neutral, blocks, rows });
  return { ...view, components: [...view.components, ...below.components] };
}

/** Before changing: what it means to go from one group to another. */
export function askChangeView(language: string, own: StudyGroup, wanted: StudyGroup): MessageView {
  const { group: words } = catalogueOf(language);
  return card({
    accent: accent.warning,
    blocks: [
      `## ${words.askChange(quoted(wanted.name))}`,
      [words.askChangeText(quoted(own.name)), ...roleLine(language, own, wanted)].join(' '),
    ],
    rows: [
      buttonRow(
        button({ label: words.stay(own.name), id: customId('group', 'show'), style: 'primary' }),
        button({ label: words.change(wanted.name), id: customId('group', 'change', wanted.id) }),
      ),
    ],
  });
}

/** Before leaving: what goes, and what stays. */
export function askLeaveView(language: string, own: StudyGroup): MessageView {
  const { group: words } = catalogueOf(language);
  return card({
    accent: accent.warning,
    blocks: [
      `## ${words.askLeave(quoted(own.name))}`,
      [words.askLeaveText, ...roleLine(language, own, undefined)].join(' '),
    ],
    rows: [
      buttonRow(
        button({ label: words.stay(own.name), id: customId('group', 'show'), style: 'primary' }),
        button({ label: words.leave, id: customId('group', 'leave'), style: 'danger' }),
      ),
    ],
  });
}

/** After leaving, and the way back. Undefined: they had left before. */
export function groupLeftView(language: string, group: StudyGroup | undefined): MessageView {
  const { group: words, common } = catalogueOf(language);
  const back = group && button({ label: words.comeBack(group.name), id: customId('group', 'join', group.id) });
  return card({
    accent: accent.neutral,
    blocks: [group ? words.left(quoted(group.name)) : words.inNone],
    rows: [
      buttonRow(
        button({ label: common.home, id: customId('help', 'open', 'home'), style: 'primary' }),
        ...(back ? [back] : []),
        button({ label: words.settings, id: customId('settings', 'open') }),
      ),
    ],
  });
}

function roleLine(language: string, { memberRoleId }: StudyGroup, wanted: StudyGroup | undefined): string[] {
  const { group: words } = catalogueOf(language);
  return memberRoleId === undefined || memberRoleId === wanted?.memberRoleId ? [] : [words.losesRole(memberRoleId)];
}
