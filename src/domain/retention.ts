/** How long what nobody uses is kept: the host's decision, told to every member. */
export interface Retention {
  /** Members who were not seen for so many months are deleted. */
  readonly memberMonths: number;
  /** What was kept for a server is deleted so many days after it removed the bot. */
  readonly serverDays: number;
  /** Backups of each kind that are kept: in them, what was deleted lives on until they are replaced. */
  readonly backups: number;
}
