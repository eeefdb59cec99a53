import type { BreakPost } from '../domain/post-reading.ts';
import { customId } from '../lib/custom-id.ts';
import { button, buttonRow } from './kit.ts';
import type { PostView } from './post.ts';

export function breakPostView({ group, marks }: BreakPost): PostView {
  return {
    content: group.name,
    title: group.name,
    rows: [buttonRow(button({ label: group.name, id: customId('group', 'next', ...marks) }))],
  };
}
