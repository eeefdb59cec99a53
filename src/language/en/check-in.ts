import { withFullStop } from './full-stop.ts';

const check = (count: number) => (count === 1 ? '1 check-in' : `${count} check-ins`);
const notThere = (channelId: string) => `You may not write in <#${channelId}>, so I do not write there for you.`;

export const checkIn = {
  // How a period is called, where no timestamp works: days are such as "2 March"
  weekOf: (day: string) => `Week of ${day}`,
  spanOf: (first: string, last: string) => `${first} to ${last}`,

  // What whoever did nothing may say
  nothingThisWeek: 'Nothing this week',
  nothingThisTime: 'Nothing this time',

  // The form
  formTitle: (period: string) => `Check-in: ${period}`,
  did: 'What I did',
  didGroup: (channel: string, nothing: string) => `Everyone in #${channel} reads this. “${nothing}” is a fine answer.`,
  didGroupUnnamed: (nothing: string) => `Everyone in your group’s channel reads this. “${nothing}” is a fine answer.`,
  didAlone: (nothing: string) => `Only you read this. “${nothing}” is a fine answer.`,
  didMayNotWrite: (channel: string) => `You may not write in #${channel}: keep it “Only for me”, and only you read it.`,
  didMayNotWriteUnnamed: 'You may not write in your group’s channel: keep it “Only for me”, and only you read it.',
  next: 'What is next (may stay empty)',
  obstacle: 'What is in the way (may stay empty)',
  hours: 'Hours (may stay empty)',
  hoursHint: (most: number) =>
    `Such as 3, 3.5, 3,5 or 3:30, at most ${most}. Only you see them; the recap has only the group’s sum.`,
  hoursHintAlone: (most: number) => `Such as 3, 3.5, 3,5 or 3:30, at most ${most}. Only you see them.`,
  boxes: 'If you like',
  boxesHint: 'None of these has to be ticked.',
  finishedBox: (step: string) => `I finished ${step}`,
  helpBox: 'Ask the group for help',
  helpHint: 'What is in your way also stands in the recap, with a button “I can help”.',
  privateBox: 'Only for me',
  privateHint: 'It counts for you. Neither channel nor moderators see it; no recap or report counts any of it.',
  partnerBox: 'My partner may read it, too',
  partnerHint: 'Only matters together with “Only for me”.',

  // Why a form comes back
  nothingSaid: (nothing: string) => `Please say in a word or two what you did. “${nothing}” is a fine answer.`,
  tooLong: (did: number, others: number) =>
    `What you did may have at most ${did} characters, the other two at most ${others} each. Please shorten it.`,
  noHours: 'I could not read the hours. Please write them such as 3, 3.5, 3,5 or 3:30, or leave the field empty.',
  tooManyHours: (most: number) => `These days have ${most} hours in all. Please correct the number, or leave it empty.`,
  privateHelp:
    'You ticked both **Ask the group for help** and **Only for me**. The group can only help with what it reads: please untick one of them.',
  mayNotWrite: (channelId: string) =>
    `${notThere(channelId)} Tick **Only for me** and it is kept for you alone; it counts all the same.`,
  mayNotWriteThere: notThere,
  closed: (period: string) =>
    `The time for that check-in is over. Your words are kept: **Correct** opens them for ${period}, which is open.`,
  closedForNow: 'That check-in is not open any more. Nothing was changed.',

  // After checking in
  written: (period: string) => `Thank you, your check-in for **${period}** is in.`,
  corrected: (period: string) => `Your check-in for **${period}** says this now.`,
  unchanged: 'It said exactly that already, so nothing was changed.',
  appears: (channelId: string) => `It appears in the thread in <#${channelId}>, in your words.`,
  staysHidden: 'A moderator has hidden it from the channel, and it stays hidden.',
  forYou: 'Only you can read it.',
  forYouAndPartner: 'Only you and your partner can read it.',
  counts: 'It counts.',
  countsNot: 'The time to count for this one is over; your words are kept all the same.',
  streak: (count: number) => `That makes **${check(count)} in a row**.`,
  nextTopic: (title: string) => withFullStop(`Next on your way: **${title}**`),
  openToo: (period: string) => `${period} is open, too.`,
  checkInFor: (period: string) => `Check in for ${period}`,
  checkIn: 'Check in',
  correct: 'Correct',
  takeBack: 'Take back',
  mine: 'My check-ins',
  nextTopicButton: 'My next topic',
  undoStep: 'Undo: not finished yet',

  // Which one?
  which: 'Which one is it for?',
  lastStillOpen: (period: string, until: string) => `**${period}** can still be written until ${until}.`,
  runningToo: (period: string) => `**${period}** has begun already.`,
  noneOpen: (day: string) => `There is nothing to check in for yet: the first time opens on ${day}.`,

  // The card in the thread
  cardLine: (userId: string, period: string) => `<@${userId}> has checked in for **${period}**.`,
  cardTitle: (period: string) => `A check-in for ${period}`,
  cardDid: 'Did',
  cardNext: 'Next',
  cardObstacle: 'In the way',
  cardFinished: (step: string) => withFullStop(`Finished **${step}**`),
  cardHelp: 'Would be glad of help.',
  readAll: 'Read all',
  hide: 'Hide',
  canHelp: 'I can help',
  notYours: 'Only whoever wrote this check-in can correct it or take it back. Your own are always here:',
  notModerator: 'Only moderators of the group can hide a check-in.',
  gone: 'This check-in is not there any more, or not for you to read.',

  // One of one's own, and all of them
  title: (period: string) => `Check-in: ${period}`,
  by: (userId: string) => `By <@${userId}>`,
  hoursLine: (hours: string) => `Hours: ${hours}`,
  writtenAt: (moment: string) => `Written ${moment}`,
  changedAt: (moment: string) => `last changed ${moment}`,
  asked: 'You asked the group for help.',
  isTakenBack: 'You took it back. Nobody else can read it; **Write it anew** brings it back.',
  isHidden: 'A moderator has hidden it from the channel. It counts all the same.',
  listTitle: 'My check-ins',
  listEmpty: 'You have not checked in yet. The first one takes a minute.',
  listHint: 'Newest first. Choose one to read it whole, correct it or take it back.',
  choose: 'Choose a check-in',
  entry: (period: string, words: string) => `**${period}**: ${words}`,
  stateTakenBack: 'taken back',
  stateHidden: 'hidden by a moderator',
  statePrivate: 'only for me',
  all: 'All my check-ins',

  // Taking back
  askTakeBack: (period: string) => `Take back your check-in for ${period}?`,
  askTakeBackCard: 'Its card leaves the channel, and so does what the recap says of it.',
  askTakeBackAlone: 'What you wrote stays yours, and you can bring it back at any time.',
  askTakeBackOpen: (until: string) =>
    `From now on it does not count: it counts again only if you write it anew until ${until}.`,
  askTakeBackLate: 'It counts as before, because its time is over.',
  keepIt: 'Keep it',
  takenBack: (period: string) => `Your check-in for **${period}** is taken back.`,
  takenBackAlready: 'It was taken back already, so nothing was changed.',
  bringBack: 'Write it anew',

  // Why this streak?
  streakTitle: (count: number) => `Why ${count} in a row`,
  streakNone: 'No streak right now',
  streakNoneText: 'Two check-ins in a row begin one. Your next check-in is a fine start, whenever it comes.',
  streakRules:
    'Every kept period adds a quarter of a spare week, two whole ones at most. A period without a check-in uses up a whole one and leaves the number as it is. Pauses, breaks, and periods in which nobody was asked cost nothing.',
  streakSum: (kept: number) => `${kept} times **kept** make ${kept}.`,
  streakSpare: (whole: number, quarters: number) =>
    `Spare weeks left: ${whole}${quarters > 0 ? `, and ${quarters} of the 4 quarters of another` : ''}.`,
  newCount: 'A new count begins here.',
  streakLine: (period: string, fate: string) => `${period}: ${fate}`,
  fates: {
    kept: (number: number) => `**kept** (${number})`,
    'no-check-in': 'no check-in',
    'spare-week': 'no check-in, carried by a spare week',
    open: 'still open',
    break: 'break of the group',
    paused: 'you were away',
    neutral: 'neutral: nobody was asked',
  },
  streakOff: 'You have turned streaks off, so I show none. What you wrote counts as before.',
  turnStreakOn: 'Show my streak',
  turnStreakOff: 'Show no streak',

  // Hiding, for moderators
  hidden: 'The card leaves the channel. Whoever wrote it is told privately; their words stay as they are.',
  shown: 'The card comes back to the thread.',
  hiddenAlready: 'There was nothing to do: it is so already, or its author took it back.',
  showAgain: 'Show it again',
  hiddenNoteLine: (period: string, group: string | undefined) =>
    group === undefined
      ? `Your check-in for **${period}** was hidden.`
      : `Your check-in for **${period}** in **${group}** was hidden.`,
  hiddenNote:
    'A moderator took it out of the channel. Your words are kept and it counts as before; nobody rewrote anything. If you wonder why, ask your moderators.',
  hiddenNoteTitle: 'Your check-in was hidden',
};
