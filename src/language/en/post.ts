import { and } from './and.ts';

const bold = (text: string) => `**${text}**`;

/** What the bot says to a whole channel. A group in half the speed has parts, not months. */
export const post = {
  month: (number: number, months: number) => `Month ${number} of ${months}`,
  part: (number: number, parts: number) => `Part ${number} of ${parts}`,
  titled: (stretch: string, title: string) => `${stretch}: ${title}`,
  weekBefore: 'One week to go',
  kickOff: 'The group sets out',
  halfWay: 'Half-way',
  phaseEnd: (phase: string) => `${phase} lies behind the group`,
  graduation: 'The end of the trail',

  // The line that stands in a notification: who, then what they do
  line: (group: string, does: readonly string[]) => `**${group}** ${and(does)}.`,
  doesSetOutOn: (day: string) => `sets out on ${day}`,
  doesWelcome: 'welcomes new members',
  doesSetOut: 'sets out',
  doesLeaveBehind: (phases: readonly string[]) => `leaves ${and(phases)} behind`,
  doesReachHalf: 'is half-way',
  doesArrive: 'arrives at the end of the trail',
  doesBeginMonth: (number: number, months: number, title: string) => `begins month ${number} of ${months}: ${title}`,
  doesBeginPart: (number: number, parts: number, title: string) => `begins part ${number} of ${parts}: ${title}`,
  doesMoveToMonth: (number: number, months: number, title: string) =>
    `moves on to month ${number} of ${months}: ${title}`,
  doesMoveToPart: (number: number, parts: number, title: string) => `moves on to part ${number} of ${parts}: ${title}`,
  late: (day: string, line: string) => `Sorry, this comes late (it was due on ${day}): ${line}`,
  digest: (first: string, last: string, line: string) =>
    `Sorry, these come late and all in one (they were due from ${first} to ${last}): ${line}`,
  again: (line: string) => `Once more: ${line}`,

  // The text below it
  lateText: (day: string) => `This was due on ${day}. Nothing else has moved: the dates ahead stay as they are.`,
  digestText:
    'Some announcements did not get through at the time. Here they are in one; the dates ahead stay as they are.',
  digestEntry: (day: string, title: string) => `${day}: ${title}`,
  note: 'From the moderators',
  weekBeforeText: (start: string) =>
    `The group sets out on ${start}. There is nothing to prepare, and nothing to know yet.`,
  weekBeforeUndated: 'There is nothing to prepare, and nothing to know yet.',
  weekBeforeJoin:
    'If you like, join already: one card, one press. You choose a programming language and your hours there, and can change both later.',
  kickOffText: (steps: number, phases: number) =>
    `From here on the group walks the trail: ${steps} steps in ${phases} phases, one small topic an evening. Joining later is fine, too; everybody starts at the first step.`,
  phaseEndText: (phases: readonly string[]) => `The group leaves ${and(phases.map(bold))} behind.`,
  phaseNext: (phase: string, purpose: string) => `Ahead lies **${phase}**. ${purpose}`,
  halfWayText:
    'The group stands in the middle of the trail. A good evening to look back: open **My progress** and compare it with your first week.',
  graduationText:
    'The group has come to the end of the trail, and you walk yours at your own pace: your steps and your plan stay as they are, for as long as you like.',
  graduationReadiness: 'What can you do by now? Eight checks tell you, and how to show it to others: /readiness',
  steps: 'The steps now',
  doneMeans: 'What “done” looks like',
  pitfalls: 'Pitfalls on this stretch',
  pitfallsText: (titles: readonly string[]) =>
    `${and(titles.map(bold))}. What they look like, and the way through: /pitfall`,
  behind:
    'Still at an earlier step, or further on? That is fine. The group moves on and nothing is taken from you: your next step is always the one where you are.',
  next: (title: string, day: string) => `Next: **${title}**, on ${day}.`,

  // A break
  breakTitle: 'The group rests',
  breakPastTitle: 'The group rested',
  breakLine: (group: string, first: string, last: string) => `**${group}** rests from ${first} to ${last}.`,
  breakOneDay: (group: string, day: string) => `**${group}** rests on ${day}.`,
  breakPastLine: (group: string, first: string, last: string) => `**${group}** rested from ${first} to ${last}.`,
  breakPastOneDay: (group: string, day: string) => `**${group}** rested on ${day}.`,
  breakText: (days: string) =>
    `${days} with nothing to do. Nothing is asked of anybody, and these days count against nobody.`,
  breakPastText: (days: string) => `${days} of rest, which count against nobody.`,
  breakMoves: (days: string) => `Everything after it comes ${days} later.`,
  breakPlan:
    'Your own plan rests on these days, too, and its dates move with them. If you rest longer, press **I rest longer**.',
  breakPastPlan:
    'Your own plan rested on these days, too, and its dates move with them. If your rest is longer, press **I rest longer**.',
  breakPlanButton: 'I rest longer',
  breakBackTitle: 'The break was taken back',
  breakBackLine: (group: string, first: string, last: string) =>
    `**${group}**: the break from ${first} to ${last} was taken back.`,
  breakBackOneDay: (group: string, day: string) => `**${group}**: the break on ${day} was taken back.`,
  breakBackText: 'Every date is where it would be without it.',
  breakBackPlan: 'Your own plan goes by that, too. A pause of your own stays as it is until you change it: `/plan`.',
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),

  // The card for joining
  welcomeTitle: (group: string) => `Welcome to ${group}`,
  welcomeLine: (group: string) => `**${group}** learns backend development together. Everybody is welcome to join in.`,
  welcomeText: (steps: number, months: number) =>
    `From zero to junior backend developer: ${steps} steps in ${months} months, one small topic an evening. No experience is needed.`,
  welcomeSlowText: (steps: number) =>
    `From zero to junior backend developer: ${steps} steps in 8 parts, at a gentle pace, one small topic an evening. No experience is needed.`,
  welcomeHow:
    'Press **Join**: one card, one press, and only you see it. From then on I tell you what comes next and keep track of what you have done.',
  welcomePrivacy:
    'Your group sees which steps you have done, and your check-ins stand in this channel. Hours, notes and plan are yours alone.',

  joinOrNext: 'Join / My next step',
  nextStep: 'My next step',
  checkIn: 'Check in',
  progress: 'My progress',
  join: 'Join',

  // In the picture, where there is no Markdown
  picture: {
    ahead: 'The trail ahead',
    aheadLine: (steps: number) => `${steps} steps, one stone each`,
    arrived: 'The end of the trail',
    arrivedLine: 'and everybody walks at their own pace',
    here: 'the group',
    months: (first: number, last: number) => (first === last ? `month ${first}` : `months ${first} to ${last}`),
    parts: (first: number, last: number) => (first === last ? `part ${first}` : `parts ${first} to ${last}`),
    states: { done: 'passed', started: 'now', open: 'ahead' },
    alt: (headline: string, steps: readonly string[]) =>
      `The trail of the group, one stone for each step. ${headline}. ${steps.join(' ')}`,
    altSteps: (state: string, titles: readonly string[]) => `Steps ${state}: ${titles.join(', ')}.`,
  },
};
