/** What several screens say. */
export const common = {
  share: 'Share in channel',
  shareOption: 'Show it to everybody in this channel (otherwise only you see it)',
  remove: 'Remove for everybody',
  notYours: 'Only whoever shared this, or somebody who manages the server, can remove it.',
  sharedBy: (userId: string) => `Shared by <@${userId}>`,
  home: 'Home',
  back: 'Back',
  previousPage: 'Page back',
  nextPage: 'Read on',
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  hours: (count: number) => (count === 1 ? '1 hour' : `${count} hours`),
  month: (number: number) => `Month ${number}`,
  months: (numbers: readonly number[]) =>
    numbers.length === 1 ? `Month ${numbers[0]}` : `Months ${numbers[0]} to ${numbers.at(-1)}`,
  steps: (count: number) => (count === 1 ? '1 step' : `${count} steps`),
};
