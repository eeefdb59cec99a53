import type { ChatServer } from '../domain/member.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { accent, button, buttonRow, card, selectRow } from './kit.ts';
import type { MessageView } from './message.ts';

/** Shown to whoever wants to look around first. */
export function lookingView(language: string): MessageView {
  const { join, help } = catalogueOf(language);
  return card({
    accent: accent.neutral,
    blocks: [join.looking],
    rows: [
      buttonRow(
        button({ label: help.roadmap, id: customId('roadmap', 'open', 'phases'), style: 'primary' }),
        button({ label: catalogueOf(language).guide.home, id: customId('guide', 'open') }),
        button({ label: join.joinButton, id: customId('join', 'open') }),
      ),
    ],
  });
}

/** In the private chat nobody can join: progress belongs to a server. */
export function onlyInServerView(language: string): MessageView {
  const { join, common } = catalogueOf(language);
  return card({
    accent: accent.neutral,
    blocks: [join.onlyInServer],
    rows: [buttonRow(button({ label: common.home, id: customId('help', 'open', 'home') }))],
  });
}

/** In the private chat, when several servers could be meant. `resumeId` leads back to what was pressed, if anything. */
export function whichServerView(language: string, servers: readonly ChatServer[], resumeId?: string): MessageView {
  const { join } = catalogueOf(language);
  return card({
    accent: accent.neutral,
    blocks: [join.whichServer, join.whichServerHint],
    rows: [
      selectRow(
        customId('join', 'server', ...(resumeId === undefined ? [] : [resumeId])),
        join.chooseServer,
        servers.map(({ id, name }) => ({ label: name ?? join.server(id), value: id })),
      ),
    ],
  });
}
