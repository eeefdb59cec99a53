import type { CheckInOutcome } from '../domain/check-in-outcome.ts';
import { nextItem, type Progress } from '../domain/progress.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import { isShown } from '../domain/streak.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { type ActionRow, accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { periodName } from './period-words.ts';
import { openItemId } from './place-id.ts';
import { changeNotice, type Notice, noNotice } from './progress-notice.ts';
import { reminderOffer } from './reminder-offer.ts';

export type CheckedIn = Exclude<CheckInOutcome, { kind: 'not-open' }>;

export interface CheckedInParts {
  readonly roadmap: Roadmap;
  readonly progress: Progress;
  readonly outcome: CheckedIn;
  /** Of the channel in which it appears; undefined: nobody but the member reads it. */
  readonly channelId: string | undefined;
  /** Another period that is open and not written yet. */
  readonly other: StoredPeriod | undefined;
}

/** The private answer to the form: what it did, who can read it, whether it counts, and what comes next. */
export function checkedInView(parts: CheckedInParts): MessageView {
  const { roadmap, progress, outcome, other } = parts;
  const { checkIn: words } = catalogueOf(roadmap.language);
  const finished = finishedNotice(outcome);
  const item = nextItem(progress);
  const isOffered = outcome.kind !== 'unchanged' && outcome.offersReminders;
  const offer = isOffered ? reminderOffer(roadmap.language) : undefined;
  const next = [
    ...(item ? [words.nextTopic(item.title)] : []),
    ...(other ? [words.openToo(periodName(roadmap.language, other))] : []),
  ];
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${headline(parts)}`,
      [...readersLine(parts), ...countsLine(parts), ...streakLine(parts)].join('\n'),
      ...finished.blocks,
      ...(next.length > 0 ? [next.join('\n')] : []),
      ...(offer ? [offer.block] : []),
    ],
    rows: [
      ...finished.rows,
      onwardRow(parts, item),
      ownRow(roadmap.language, outcome.checkIn.id),
      ...(offer ? [offer.row] : []),
    ],
  });
}

function headline({ roadmap, outcome: { kind, period } }: CheckedInParts): string {
  const { checkIn: words } = catalogueOf(roadmap.language);
  return kind === 'unchanged' ? words.unchanged : words[kind](periodName(roadmap.language, period));
}

function readersLine({ roadmap, outcome: { checkIn }, channelId }: CheckedInParts): string[] {
  const { checkIn: words } = catalogueOf(roadmap.language);
  if (channelId === undefined || checkIn.isPrivate)
    return [checkIn.partnerPairId === undefined ? words.forYou : words.forYouAndPartner];
  return [checkIn.hiddenAt ? words.staysHidden : words.appears(channelId)];
}

function countsLine({ roadmap, outcome: { checkIn } }: CheckedInParts): string[] {
  const { checkIn: words } = catalogueOf(roadmap.language);
  return [checkIn.counts ? words.counts : words.countsNot];
}

function streakLine({ roadmap, outcome }: CheckedInParts): string[] {
  if (outcome.kind === 'unchanged' || !isShown(outcome.streak)) return [];
  return [catalogueOf(roadmap.language).checkIn.streak(outcome.streak.kept)];
}

/** The step that was ticked as finished, with its undo. */
function finishedNotice(outcome: CheckedIn): Notice {
  if (outcome.kind === 'unchanged' || outcome.finished?.kind !== 'changed') return noNotice;
  return changeNotice(outcome.finished);
}

function onwardRow({ roadmap, other, outcome }: CheckedInParts, item: ReturnType<typeof nextItem>): ActionRow {
  const { checkIn: words, common, stuck } = catalogueOf(roadmap.language);
  const name = other && periodName(roadmap.language, other);
  return buttonRow(
    ...(other && name
      ? [button({ label: words.checkInFor(name), id: customId('checkin', 'period', other.id), style: 'primary' })]
      : []),
    ...(item
      ? [button({ label: words.nextTopicButton, id: openItemId(item), style: other ? 'plain' : 'primary' })]
      : []),
    ...(item && outcome.group ? [button({ label: stuck.button, id: customId('group', 'stuck', item.step.id) })] : []),
    button({ label: common.home, id: customId('help', 'open', 'home') }),
  );
}

function ownRow(language: string, checkInId: string): ActionRow {
  const { checkIn: words } = catalogueOf(language);
  return buttonRow(
    button({ label: words.correct, id: customId('checkin', 'edit', checkInId) }),
    button({ label: words.takeBack, id: customId('checkin', 'take-back', checkInId) }),
    button({ label: words.mine, id: customId('checkin', 'mine', 0) }),
  );
}
