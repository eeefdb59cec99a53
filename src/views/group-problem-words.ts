import type { ChannelRight } from '../domain/discord-port.ts';
import type { GroupProblem } from '../domain/group-problems.ts';
import type { GroupSettings } from '../domain/group-settings.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';

/** What is in the way, each as one sentence with its cure, in Discord's own words. */
export function problemTexts(language: string, settings: GroupSettings, problems: readonly GroupProblem[]): string[] {
  const { groupProblems: words } = catalogueOf(language);
  const texts = problems.map((problem) => problemText(words, settings, problem));
  return problems.some(({ kind }) => kind === 'missing-rights') ? [...texts, words.grant] : texts;
}

function problemText(
  words: Catalogue['groupProblems'],
  { channelId, channelKind }: GroupSettings,
  problem: GroupProblem,
): string {
  switch (problem.kind) {
    case 'no-channel':
      return words.noChannelThere(channelId);
    case 'missing-rights': {
      const names = problem.rights.map((right) => rightName(words, channelKind, right));
      return problem.isNeeded
        ? words.missing(channelId, names)
        : words.missingOptional(channelId, names, effectsOf(words, problem.rights));
    }
    case 'tag-wanted':
      return words.tagWanted(channelId);
    case 'cannot-ping':
      return words.cannotPing(problem.roleId);
    case 'role-gone':
      return words.roleIsGone[problem.role];
    case 'cannot-give':
      return words.cannotGive(problem.roleId);
    case 'powerful-role':
      return words.powerfulRole(problem.roleId);
    case 'no-notices':
      return words.noNotices(problem.channelId);
    case 'no-reader':
      return channelKind === 'forum' ? words.noReaderInForum : words.noReader;
    case 'no-events':
      return words.noEvents;
  }
}

/** As Discord's settings call it: in a forum some have another name. */
function rightName(words: Catalogue['groupProblems'], kind: GroupSettings['channelKind'], right: ChannelRight): string {
  const inForum: Readonly<Record<string, string>> = words.forumRights;
  return (kind === 'forum' ? inForum[right] : undefined) ?? words.rights[right];
}

function effectsOf({ effects }: Catalogue['groupProblems'], rights: readonly ChannelRight[]): string[] {
  const known: Readonly<Record<string, string>> = effects;
  return rights.flatMap((right) => known[right] ?? []);
}
