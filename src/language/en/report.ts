export const report = {
  title: (group: string) => `Report: ${group}`,
  none: 'No period of this group is over yet. The first report comes with the end of the first one.',
  period: (name: string, from: string, to: string) => `**${name}** (${from} to ${to})`,
  inGrace: (until: string) => `Check-ins for it still count until ${until}, so numbers may change.`,
  empty: 'Nobody checked in for others to see.',
  checkIns: (count: number) => `Check-ins: **${count}**`,
  hours: (hours: string) => `Hours, all together: **${hours}**`,
  hoursNone: 'Hours: fewer than three members gave theirs, so no sum is shown.',
  steps: 'Finished steps',
  step: (title: string, count: number) => `${title}: **${count}**`,
  blockers: 'Who asked for help',
  blocker: (userId: string | undefined, words: string) =>
    userId === undefined ? `Somebody who has left: ${words}` : `<@${userId}>: ${words}`,
  noWords: 'no words',
  moreBlockers: (count: number) => `${count} more stand in the file.`,
  private: 'Only you see this. What members keep private is in none of it.',
  choose: 'Another period',
  older: 'Older periods',
  newer: 'Newer periods',
  file: 'As a file',
  quiet: 'Quiet members',
  back: 'Report',
  show: 'The group',
  fileDescription: 'The report as a CSV file, for a spreadsheet',
  fileText: 'The numbers and the blockers as a CSV file (UTF-8). Only you see this message.',

  // Columns and rows of the file
  columns: ['What', 'Which', 'Value'],
  rows: {
    period: 'Period',
    first: 'First day',
    last: 'Last day',
    checkIns: 'Check-ins',
    hours: 'Hours',
    step: 'Finished step',
    blocker: 'Asked for help',
  },

  // Hidden check-ins
  hidden: 'Hidden check-ins',
  hiddenNone: 'No check-in is hidden.',
  hiddenText:
    'Moderators hid these from the channel, or deleted their card. They count all the same, and each can be shown again.',
  hiddenEntry: (number: number, period: string, userId: string | undefined, words: string) =>
    `**(${number})** **${period}**, ${userId === undefined ? 'somebody who has left' : `<@${userId}>`}: ${words}`,
  showAgain: (number: number) => `Show again (${number})`,
  readAll: (number: number) => `Read all (${number})`,
  olderHidden: 'Older ones',
  newerHidden: 'Newer ones',

  // Quiet members
  quietTitle: 'Quiet for three periods',
  quietNone: 'Nobody: everybody has checked in lately, or rests.',
  quietText:
    'Nothing has come from them for three check-ins in a row, without a pause or a break. That says nothing about why, and only moderators see this list.',
  quietMore: 'There are more who have been quiet.',
  quietPerhapsMore: 'There may be more: I have not looked at everybody yet.',
  quietNext: 'Go on',
  quietMessage: 'A message that you could send, privately',
  message: (group: string) =>
    `Hi! I was just thinking of you. It has been a while since we heard from you in ${group}, and that is fine: there is nothing to catch up on, and your place on the trail is where you left it. Is there anything that would make it easier? If you need a pause, /plan has one. I would be glad to hear from you either way.`,
};
