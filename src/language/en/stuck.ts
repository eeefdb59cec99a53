import { and } from './and.ts';
import { withFullStop } from './full-stop.ts';

export const stuck = {
  button: 'I’m stuck',
  formTitle: 'I’m stuck',
  words: 'What is in the way? (may stay empty)',
  wordsHint: 'Nobody reads this yet: you decide in the next step who is asked.',
  tooLong: (most: number) => `Please shorten it to ${most} characters.`,
  noStep: 'This step is not there any more.',

  // What whoever is stuck is offered, privately
  title: (step: string) => `Stuck with ${step}`,
  normal: 'Everybody is, now and then. Nobody has been told anything.',
  helpers: (names: string) => `Willing to help, and through with this step: ${names}. You can simply write to them.`,
  and,
  noHelpers: 'Nobody who is through with this step has offered to help yet. The group may still know more.',
  how: 'Ask them privately, or the whole group in its thread. Whoever can help is then brought together with you there.',
  alone: 'You learn alone, so there is no group to ask. The questions, the links and the pitfalls may lead on:',
  askHelpers: 'Ask them privately',
  askGroup: 'Ask the group',
  through: 'It is solved',
  step: 'The step',
  pitfalls: 'Pitfalls',

  asked: {
    helpers: 'I ask them privately. As soon as somebody says yes, you meet in the thread of your group.',
    group: 'It appears in the thread of your group, with your words and a button “I can help”.',
  },
  nobody: 'Nobody who is through with this step is there to be asked just now. Your group may still know more.',
  noThread: 'Your group has no thread yet: it begins with its first period.',
  gone: 'This is settled, or not there any more. Nothing was changed.',
  settled: 'Well done. Nobody is asked any more.',

  // In the thread
  callLine: (userId: string, step: string) => withFullStop(`<@${userId}> would be glad of a hand with **${step}**`),
  callText: 'Been there? One press brings the two of you together here.',
  callTitle: (step: string) => `A hand with ${step}`,
  canHelp: 'I can help',

  // Privately, to somebody who is willing to help
  wishLine: (userId: string, group: string, step: string) =>
    `<@${userId}> of **${group}** is stuck with **${step}**. You are through with it: can you help?`,
  wishText:
    'A question or a link is often enough. If it does not suit you, do nothing: nobody is told. You can stop being asked in **Settings**.',
  settings: 'Settings',

  // After "I can help"
  thanks: (userId: string) => `Thank you! I bring you and <@${userId}> together in the thread of your group.`,
  thanksAlready: (userId: string) => `You have offered <@${userId}> your help already. Thank you!`,
  own: 'That is your own. Somebody else will come along.',
  notNeeded: 'This is settled, or of a group that you are not in. Thank you for looking!',
};
