import { parseMilestoneCode } from '../domain/milestone.ts';
import type { ModeratorNotice } from '../domain/outbox.ts';
import type { NoticePost } from '../domain/post-reading.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { shorten } from '../lib/graphemes.ts';
import { accent, button, buttonRow } from './kit.ts';
import type { PostView } from './post.ts';
import { quoted } from './quoted.ts';

type Words = Catalogue['notice'];

/** What the moderators of a group are told: what happened, and what to do now. */
export function noticePostView({ group, marks, notice, about }: NoticePost): PostView {
  const words = catalogueOf(group.language).notice;
  const { happened, cure } = textsOf(words, quoted(group.name), notice);
  const check = button({ label: words.check, id: customId('setup', 'check', group.id, ...marks) });
  const isOpen = notice.kind === 'uncertain' && about?.state === 'uncertain';
  return {
    content: happened,
    title: shorten(words.title(group.name), 100),
    embed: { description: cure, color: accent.warning },
    rows: [buttonRow(...(isOpen ? decisions(words, notice.key) : []), check)],
  };
}

function decisions(words: Words, key: string) {
  return [
    button({ label: words.postIt, id: customId('setup', 'post-it', key) }),
    button({ label: words.itIsThere, id: customId('setup', 'it-is-there', key) }),
  ];
}

function textsOf(words: Words, group: string, notice: ModeratorNotice) {
  switch (notice.kind) {
    case 'blocked':
      return { happened: words.blocked(group, notice.problem), cure: words.blockedCure };
    case 'uncertain':
      return { happened: words.uncertain(group), cure: words.uncertainCure };
    case 'missed':
      return { happened: words.missed(group, postsOf(words, notice.codes)), cure: words.missedCure };
    case 'failed':
      return { happened: words.failed(group), cure: words.failedCure };
  }
}

function postsOf({ post }: Words, codes: readonly string[]): string {
  const names = codes.flatMap((code) => {
    const id = parseMilestoneCode(code);
    if (!id) return [];
    const name = post[id.kind];
    return [typeof name === 'string' ? name : name(id.part)];
  });
  return names.join(', ');
}
