import type { CheckIn } from '../domain/check-in.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { excerpt, type Room, saidBlocks } from './check-in-words.ts';
import { type ActionRow, accent, button, buttonRow } from './kit.ts';
import type { NamedPeriod } from './period-words.ts';
import { periodName } from './period-words.ts';
import type { PostView } from './post.ts';

/** A check-in for the thread of its period, in the group's language. */
export interface CheckInCard {
  /** In the group's language. */
  readonly roadmap: Roadmap;
  readonly authorId: string;
  readonly period: NamedPeriod;
  readonly checkIn: CheckIn;
  /** What it will be found again by. */
  readonly marks: readonly string[];
}

/** A card stays small; **Read all** has the rest. */
const rooms: Readonly<Record<'did' | 'next' | 'obstacle', Room>> = {
  did: { characters: 500, lines: 10 },
  next: { characters: 250, lines: 5 },
  obstacle: { characters: 250, lines: 5 },
};

/** In the member's words, safely quoted. Hours are for the member alone. Its buttons answer whoever presses them privately. */
export function checkInCardView({ roadmap, authorId, period, checkIn, marks }: CheckInCard): PostView {
  const { checkIn: words } = catalogueOf(roadmap.language);
  const name = periodName(roadmap.language, period);
  let isCut = false;
  const blocks = saidBlocks(roadmap, checkIn, (part, text) => {
    const shown = excerpt(text, rooms[part]);
    isCut ||= shown.isCut;
    return shown.text;
  });
  const help = checkIn.asksForHelp ? [words.cardHelp] : [];
  return {
    content: words.cardLine(authorId, name),
    embed: { color: accent.neutral, description: [...blocks, ...help].join('\n') },
    rows: [cardRow(roadmap.language, checkIn, marks, isCut)],
    title: words.cardTitle(name),
  };
}

function cardRow(language: string, { id, asksForHelp }: CheckIn, marks: readonly string[], isCut: boolean): ActionRow {
  const { checkIn: words } = catalogueOf(language);
  return buttonRow(
    ...(isCut ? [button({ label: words.readAll, id: customId('checkin', 'read', id, 0) })] : []),
    ...(asksForHelp ? [button({ label: words.canHelp, id: customId('group', 'help', id) })] : []),
    button({ label: words.correct, id: customId('checkin', 'edit', id) }),
    button({ label: words.takeBack, id: customId('checkin', 'take-back', id) }),
    button({ label: words.hide, id: customId('checkin', 'hide', id, ...marks) }),
  );
}
