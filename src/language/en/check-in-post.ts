import { and } from './and.ts';

const count = (many: string, one: string) => (number: number) => (number === 1 ? `1 ${one}` : `${number} ${many}`);

/** What the channel and the thread of a period show. `period`: such as "Week of 2 March". */
export const checkInPost = {
  // What is asked
  promptLine: (group: string, period: string) =>
    `**${group}**: how did it go? It is time to check in for **${period}**.`,
  promptTitle: (period: string) => `Check-in: ${period}`,
  promptText: (nothing: string, until: string) =>
    `One line is enough, and “${nothing}” is a fine answer. You can write until ${until}.`,
  // In a thread on the message or, in a forum, right under it.
  saidBelow: 'Everything that is said about it stands below.',
  promptBefore: (link: string) => `Check-ins have begun: [the thread](${link})`,
  promptHere: 'Check-ins have begun, just above.',

  // Where somebody was quicker
  starterLine: (group: string, period: string) => `**${group}** has begun to check in for **${period}**.`,
  starterText: (until: string) => `You can write already, until ${until}.`,
  // The period first: a list of channels cuts what is long.
  threadTitle: (period: string) => `${period}: check-ins`,
  checkIn: 'Check in',

  // The recap
  recapLine: (group: string, period: string, sums: readonly string[]) => `**${group}**, ${period}: ${and(sums)}.`,
  recapWithheld: (group: string, period: string) => `**${group}**, ${period}: no check-in is shown here at the moment.`,
  checkIns: count('check-ins', 'check-in'),
  finished: count('steps finished', 'step finished'),
  recapTitle: (period: string) => `Recap: ${period}`,
  recapSteps: 'Finished',
  recapStep: (title: string, members: number) => (members === 1 ? `**${title}**` : `**${title}**, ${members} times`),
  recapStepsMore: (number: number) => `and ${number} more`,
  recapBlockers: 'Who can help?',
  blocker: (words: string) => `“${words}”`,
  blockerSilent: 'Somebody would be glad of help, and says the rest in the thread.',
  blockerRead: (link: string) => `[Read it](${link})`,
  recapThread: (link: string) => `All of it, in everybody’s own words: [the thread](${link})`,
  recapNext: 'The next stretch has begun. Thank you for walking together.',
  canHelp: 'I can help',
  numbered: (text: string, number: number) => `${text} (${number})`,
  more: (number: number) => `More (${number})`,

  // The rest of the blockers, privately
  blockersTitle: (period: string) => `Who can help? ${period}`,
  blockersNone: 'Nobody waits for help here any more. How kind of you to look.',

  // Two who meet
  helpLine: (asker: string, helper: string) => `<@${asker}>, <@${helper}> can help you.`,
  helpAbout: (words: string) => `It is about: ${words}`,
  helpText: 'Talk here, or privately, whenever it suits you both.',
  helpTitle: 'A hand is offered',
};
