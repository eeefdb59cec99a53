import type { MilestonePost } from '../domain/post-reading.ts';
import { customId } from '../lib/custom-id.ts';
import { button, buttonRow } from './kit.ts';
import type { PostView } from './post.ts';

export function milestonePostView({ group, marks }: MilestonePost): PostView {
  return {
    content: group.name,
    title: group.name,
    rows: [buttonRow(button({ label: group.name, id: customId('group', 'next', ...marks) }))],
  };
}
