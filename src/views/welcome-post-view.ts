import type { WelcomePost } from '../domain/post-reading.ts';
import { customId } from '../lib/custom-id.ts';
import { button, buttonRow } from './kit.ts';
import type { PostView } from './post.ts';

export function welcomePostView({ group, marks }: WelcomePost): PostView {
  return {
    content: group.name,
    title: group.name,
    rows: [buttonRow(button({ label: group.name, id: customId('group', 'next', ...marks) }))],
  };
}
