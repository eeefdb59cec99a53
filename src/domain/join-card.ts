import { DEFAULT_HOURS } from './member.ts';

/** What somebody has chosen so far on the join card. Everything is preselected: one press joins. */
export interface JoinCard {
  /** Undefined: not sure yet. */
  readonly trackId: string | undefined;
  /** Hours a week. */
  readonly hours: number;
  /** IANA name. */
  readonly zone: string;
  /** The draft of what was pressed before joining. */
  readonly resumeId: string | undefined;
}

/** The kind of draft that a card is kept in. */
export const JOIN_CARD = 'join-card';

/** The hours a week that the card offers; any other number from 1 to 60 can be typed. */
export const offeredHours = [5, 8, 10, 15, 20] as const;
export const FEWEST_HOURS = 1;
export const MOST_HOURS = 60;

/** The card as it is first shown. */
export function newJoinCard(zone: string, resumeId: string | undefined): JoinCard {
  return { trackId: undefined, hours: DEFAULT_HOURS, zone, resumeId };
}

/** A whole number of hours a week that a person typed, or undefined where it is none in range. */
export function readHours(typed: string): number | undefined {
  const hours = /^\s*\d{1,2}\s*h?\s*$/i.test(typed) ? Number.parseInt(typed, 10) : Number.NaN;
  return hours >= FEWEST_HOURS && hours <= MOST_HOURS ? hours : undefined;
}
