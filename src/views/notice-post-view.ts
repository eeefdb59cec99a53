import { parseMilestoneCode } from '../domain/milestone.ts';
import type { NoticePost } from '../domain/post-reading.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { shorten } from '../lib/graphemes.ts';
import { accent, button, buttonRow } from './kit.ts';
import { messageLink } from './message-link.ts';
import { milestoneTitle } from './milestone-words.ts';
import type { PostView } from './post.ts';
import { quoted } from './quoted.ts';

type Words = Catalogue['notice'];

/** What the moderators of a group are told: what happened, and what to do now. */
export function noticePostView(reading: NoticePost): PostView {
  const { group, marks, notice, about } = reading;
  const words = catalogueOf(group.language).notice;
  const { happened, cure } = textsOf(words, reading);
  const check = button({ label: words.check, id: customId('setup', 'check', group.id, ...marks) });
  const isOpen = notice.kind === 'uncertain' && about?.state === 'uncertain';
  return {
    content: happened,
    title: shorten(words.title(group.name), 100),
    embed: { description: cure, color: accent.warning },
    rows: [
      buttonRow(
        ...(isOpen ? decisions(words, notice.key) : []),
        ...(notice.kind === 'resting'
          ? [button({ label: words.wake, id: customId('setup', 'wake', group.id), style: 'primary' })]
          : []),
        check,
      ),
    ],
  };
}

function decisions(words: Words, key: string) {
  return [
    button({ label: words.postIt, id: customId('setup', 'post-it', key) }),
    button({ label: words.itIsThere, id: customId('setup', 'it-is-there', key) }),
  ];
}

function textsOf(words: Words, reading: NoticePost) {
  const { notice } = reading;
  const group = quoted(reading.group.name);
  switch (notice.kind) {
    case 'blocked':
      return { happened: words.blocked(group, notice.problem), cure: words.blockedCure };
    case 'uncertain':
      return { happened: words.uncertain(group), cure: words.uncertainCure };
    case 'missed':
      return {
        happened: words.missed(group, postsOf(reading, notice.codes)),
        cure: notice.problem === undefined ? words.missedCure : words.missedBlockedCure(notice.problem),
      };
    case 'role-withheld':
      return { happened: words.roleWithheld(group), cure: words.roleWithheldCure };
    case 'resting':
      return { happened: words.resting(group), cure: words.restingCure };
    case 'not-removed':
      return {
        happened: words.notRemoved(group, messageLink({ serverId: reading.group.serverId, ...notice })),
        cure: words.notRemovedCure,
      };
    case 'failed':
      return { happened: words.failed(group), cure: words.failedCure };
  }
}

function postsOf({ group, roadmap }: NoticePost, codes: readonly string[]): string {
  const ids = codes.flatMap((code) => parseMilestoneCode(code) ?? []);
  return ids.map((id) => milestoneTitle(roadmap, group.schedule.months, id)).join(', ');
}
