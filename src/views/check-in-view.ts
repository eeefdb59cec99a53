import type { CheckIn } from '../domain/check-in.ts';
import type { PlacedCheckIn } from '../domain/check-in-outcome.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { hoursText, saidBlocks } from './check-in-words.ts';
import { momentOf } from './day-of.ts';
import { type ActionRow, accent, button, buttonRow, card, screenPage } from './kit.ts';
import type { MessageView } from './message.ts';
import { pageLine, readOnRow } from './paging.ts';
import { periodName } from './period-words.ts';

/** Somebody else's check-in, whole. `page` counts the screenfuls of a long one from 0. */
export function readCheckInView(
  roadmap: Roadmap,
  { checkIn, period, authorId }: PlacedCheckIn & { readonly authorId: string },
  page: number,
): MessageView {
  const { checkIn: words, common } = catalogueOf(roadmap.language);
  const screen = screenPage(saidBlocks(roadmap, checkIn), page);
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.title(periodName(roadmap.language, period))}\n-# ${words.by(authorId)}`,
      ...screen.blocks,
      ...pageLine({ roadmap }, screen),
    ],
    rows: [
      ...readOnRow({ roadmap }, screen, (other) => customId('checkin', 'read', checkIn.id, other)),
      buttonRow(
        ...(checkIn.asksForHelp ? [button({ label: words.canHelp, id: customId('group', 'help', checkIn.id) })] : []),
        button({ label: words.checkIn, id: customId('checkin', 'open') }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}

/** One of the member's own, with everything that only they see. `note`: what was just done. */
export function ownCheckInView(roadmap: Roadmap, placed: PlacedCheckIn, page: number, note?: string): MessageView {
  const { checkIn: words } = catalogueOf(roadmap.language);
  const { checkIn, period } = placed;
  const screen = screenPage([...saidBlocks(roadmap, checkIn), ...ownFacts(roadmap.language, placed)], page);
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.title(periodName(roadmap.language, period))}\n-# ${times(roadmap.language, checkIn)}`,
      ...(note === undefined ? [] : [note]),
      ...screen.blocks,
      ...pageLine({ roadmap }, screen),
    ],
    rows: [
      ...readOnRow({ roadmap }, screen, (other) => customId('checkin', 'look', checkIn.id, other)),
      ownRow(roadmap.language, checkIn),
    ],
  });
}

function times(language: string, { firstAt, changedAt }: CheckIn): string {
  const { checkIn: words } = catalogueOf(language);
  const first = words.writtenAt(momentOf(firstAt));
  return changedAt.equals(firstAt) ? first : `${first}, ${words.changedAt(momentOf(changedAt))}`;
}

/** One block, because nothing stands between its lines. */
function ownFacts(language: string, { checkIn, group }: PlacedCheckIn): string[] {
  const { checkIn: words } = catalogueOf(language);
  const { hours, asksForHelp, isPrivate, partnerPairId, takenBackAt, hiddenAt, counts } = checkIn;
  const isAlone = isPrivate || !group;
  const lines = [
    ...(hours === undefined ? [] : [words.hoursLine(hoursText(hours))]),
    ...(asksForHelp ? [words.asked] : []),
    ...(isAlone && !takenBackAt ? [partnerPairId === undefined ? words.forYou : words.forYouAndPartner] : []),
    ...(takenBackAt ? [words.isTakenBack] : []),
    ...(hiddenAt && !takenBackAt ? [words.isHidden] : []),
    ...(counts ? [words.counts] : []),
  ];
  return lines.length > 0 ? [lines.map((line) => `-# ${line}`).join('\n')] : [];
}

function ownRow(language: string, { id, takenBackAt }: CheckIn): ActionRow {
  const { checkIn: words, common } = catalogueOf(language);
  const correct = { label: takenBackAt ? words.bringBack : words.correct, id: customId('checkin', 'edit', id) };
  return buttonRow(
    button({ ...correct, style: 'primary' }),
    ...(takenBackAt ? [] : [button({ label: words.takeBack, id: customId('checkin', 'take-back', id) })]),
    button({ label: words.mine, id: customId('checkin', 'mine', 0) }),
    button({ label: common.home, id: customId('help', 'open', 'home') }),
  );
}
