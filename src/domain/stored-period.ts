import type { Period } from './period.ts';

/**
 * What became of the prompt. `due`: not ordered yet. `ordered`: on its way. `none`: there is none, for whoever learns
 * alone. `missed`: it could not be posted, or only when the period was over. `resting`: nobody had checked in for a
 * while. `break`: the group rests on that day.
 */
export const promptStates = ['due', 'ordered', 'posted', 'missed', 'resting', 'break', 'none'] as const;
export type PromptState = (typeof promptStates)[number];

/** What became of the recap. `empty`: there was nothing to tell. `missed`: it could not be posted. */
export const recapStates = ['due', 'posted', 'empty', 'missed', 'none'] as const;
export type RecapState = (typeof recapStates)[number];

/** A period that has opened, as it was written down then: its times never change. */
export interface StoredPeriod extends Period {
  /** As `periodId` makes it. */
  readonly id: string;
  /** Whose it is: a group's, or that of a member who learns alone. */
  readonly groupId: string | undefined;
  readonly memberId: string | undefined;
  readonly promptState: PromptState;
  readonly recapState: RecapState;
  /** The thread with its cards, on its short starter message; in a forum both are the post. */
  readonly thread: PeriodThread | undefined;
}

export interface PeriodThread {
  readonly channelId: string;
  readonly starterMessageId: string;
  readonly threadId: string;
}

/** Whether anybody was asked. A period in which nobody was costs nobody their streak. */
export function hadPrompt({ promptState }: Pick<StoredPeriod, 'promptState'>): boolean {
  return promptState === 'posted' || promptState === 'none';
}
