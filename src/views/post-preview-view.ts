import type { StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { type ActionRow, accent, card } from './kit.ts';
import type { MessageView } from './message.ts';
import type { PostView } from './post.ts';

export interface PostPreviewParts {
  readonly post: PostView;
  readonly group: StudyGroup;
  /** The reader's, not the group's. */
  readonly language: string;
  /** What stands above it. */
  readonly heading: string;
  readonly rows: readonly ActionRow[];
}

/**
 * A post before it is posted: the same words, picture and buttons. An answer is built of other parts than a post, so
 * they stand in a card, and the buttons are switched off.
 */
export function postPreviewView({ post, group, language, heading, rows }: PostPreviewParts): MessageView {
  const { milestone: words } = catalogueOf(language);
  const { embed, picture } = post;
  const ping = post.pingRoleId === undefined ? words.previewNoPing : words.previewPing(post.pingRoleId);
  const shown = card({
    accent: embed?.color ?? accent.neutral,
    blocks: [post.content, ...(embed ? [`### ${embed.title ?? ''}\n${embed.description ?? ''}`] : [])],
    ...(picture ? { picture } : {}),
    rows: post.rows.map(switchedOff),
  });
  const about = card({
    accent: accent.neutral,
    blocks: [heading, `-# ${words.previewNote(group.channelId)} ${ping}`],
    rows,
  });
  return { ...shown, components: [...about.components, ...shown.components] };
}

function switchedOff(row: ActionRow): ActionRow {
  return { ...row, components: row.components.map((control) => ({ ...control, disabled: true })) } as ActionRow;
}
