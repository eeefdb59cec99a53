/** Moves the group's clock. The page asks; whoever starts the bot knows how. */
export interface TimeTravel {
  /** Milliseconds since 1970, by the clock that the bot and the playground share. */
  now(): number;
  /** The next moment at which the bot has something to do (a post, a reminder), or undefined when there is none. */
  nextDue(): Promise<number | undefined>;
  /** The time zone of the study group whose clock it is (IANA), or undefined while there is none. */
  zone(): Promise<string | undefined>;
  /** Moves the clock forward and resolves when everything that fell due on the way is done. */
  travelTo(ms: number): Promise<void>;
}
