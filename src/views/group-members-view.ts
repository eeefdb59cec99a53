import type { StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { dayOf } from './day-of.ts';
import { accent, bulletList, button, buttonRow, card, userSelectRow } from './kit.ts';
import type { MessageView } from './message.ts';
import { quoted } from './quoted.ts';

/** How many members one screen names. */
export const MEMBERS_A_PAGE = 15;

export interface GroupMembersParts {
  readonly language: string;
  readonly group: StudyGroup;
  readonly members: readonly { readonly userId: string; readonly joinedAt: Temporal.Instant }[];
  /** Counted from 0; a number beyond the end shows the last page. */
  readonly page: number;
  /** There Discord lists nobody else. */
  readonly isPrivateChat?: boolean | undefined;
  readonly note?: string | undefined;
}

/** Who is in a group and since when, and the way to take somebody out. */
export function groupMembersView(parts: GroupMembersParts): MessageView {
  const { language, group, members, page: wanted, isPrivateChat = false, note } = parts;
  const { groupCare, common } = catalogueOf(language);
  const pages = Math.max(Math.ceil(members.length / MEMBERS_A_PAGE), 1);
  const page = Math.min(Math.max(wanted, 0), pages - 1);
  const shown = members.slice(page * MEMBERS_A_PAGE, (page + 1) * MEMBERS_A_PAGE);
  const turn = (label: string, to: number) => button({ label, id: customId('setup', 'members', group.id, to) });
  return card({
    accent: accent.neutral,
    blocks: [
      ...(note === undefined ? [] : [note]),
      `## ${groupCare.membersTitle(quoted(group.name))}`,
      members.length === 0 ? groupCare.membersNone : groupCare.membersCount(members.length),
      ...(shown.length > 0
        ? [bulletList(shown.map(({ userId, joinedAt }) => groupCare.member(userId, dayOf(joinedAt))))]
        : []),
      ...(members.length > 0 && isPrivateChat ? [groupCare.listedInServer] : []),
      ...(pages > 1 ? [`-# ${common.pageOf(page + 1, pages)}`] : []),
    ],
    rows: [
      ...(members.length > 0 && !isPrivateChat
        ? [userSelectRow(customId('setup', 'person', group.id), groupCare.pick)]
        : []),
      buttonRow(
        ...(page > 0 ? [turn(common.previousPage, page - 1)] : []),
        ...(page < pages - 1 ? [turn(common.nextPage, page + 1)] : []),
        button({ label: groupCare.show, id: customId('setup', 'show', group.id) }),
      ),
    ],
  });
}

/** Asks before somebody is taken out of a group. */
export function askRemoveView(
  language: string,
  group: StudyGroup,
  { memberId, userId }: { readonly memberId: string; readonly userId: string },
): MessageView {
  const { groupCare } = catalogueOf(language);
  return card({
    accent: accent.warning,
    blocks: [groupCare.askRemove(userId, quoted(group.name))],
    rows: [
      buttonRow(
        button({ label: groupCare.remove, id: customId('setup', 'remove', group.id, memberId), style: 'danger' }),
        button({ label: groupCare.keep, id: customId('setup', 'members', group.id, 0) }),
      ),
    ],
  });
}
