import type { ChatServer } from '../domain/member.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { button } from './kit.ts';
import { quoted } from './quoted.ts';

/** For which of several servers the private chat acts. */
export function chatServerLine(language: string, { id, name }: ChatServer): string {
  const { join } = catalogueOf(language);
  return join.chatServer(quoted(name ?? join.server(id)));
}

export function anotherServerButton(language: string) {
  return button({ label: catalogueOf(language).join.anotherServer, id: customId('join', 'servers') });
}
