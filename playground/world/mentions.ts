import { walkComponents } from './components.ts';
import type { Channel, Component, Pings } from './model.ts';
import { may } from './permissions.ts';
import type { World } from './world.ts';

export interface AllowedMentions {
  readonly parse?: readonly string[] | null;
  readonly users?: readonly string[] | null;
  readonly roles?: readonly string[] | null;
}

export interface MentionSource {
  readonly content: string;
  readonly components: readonly Component[];
  readonly allowed: AllowedMentions | null | undefined;
}

/** What of a message can ping: its content and its text displays. Embeds never do. */
export function pingableText({ content, components }: Pick<MentionSource, 'content' | 'components'>): string {
  const texts = [...walkComponents(components)].filter(([component]) => component.type === 10);
  return [content, ...texts.map(([component]) => String(component.content ?? ''))].join('\n');
}

/**
 * Who is notified (docs: Message, Allowed Mentions). Without `allowed_mentions` everybody named is, with it only who it
 * allows. A role needs to be mentionable or the author to have Mention Everyone; so does @everyone.
 */
export function pingsOf(world: World, channel: Channel, authorId: string, source: MentionSource): Pings {
  const text = pingableText(source);
  const allows = (kind: 'users' | 'roles', id: string) =>
    !source.allowed || source.allowed.parse?.includes(kind) || source.allowed[kind]?.includes(id) || false;
  const everyoneAllowed = !source.allowed || source.allowed.parse?.includes('everyone') || false;
  const mentionsAll = may(world, authorId, channel, 'MentionEveryone');
  const server = world.servers.get(channel.serverId ?? '');
  return {
    users: idsIn(text, /<@!?(\d+)>/g).filter((id) => world.users.has(id) && allows('users', id)),
    roles: idsIn(text, /<@&(\d+)>/g).filter(
      (id) => allows('roles', id) && (mentionsAll || server?.roles.get(id)?.mentionable),
    ),
    everyone: everyoneAllowed && mentionsAll && server !== undefined && /@(everyone|here)\b/.test(text),
  };
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}
