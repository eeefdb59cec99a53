export const reminder = {
  // After the first check-in, once
  offerTitle: 'Shall I remind you?',
  offer:
    'If you like, I write to you privately when it is time for the next check-in: one friendly nudge, and none once you have checked in. Nobody else sees it, and one press ends it.',
  offerYes: 'Yes, one nudge',
  offerOther: 'More choices',
  offerNo: 'No, thank you',

  // A reminder: the line that stands in a notification
  prompt: (period: string, group: string | undefined) =>
    group === undefined
      ? `**${period}**: how did it go? A few words are enough.`
      : `**${period}** with **${group}**: how did it go? A few words are enough.`,
  lastHours: (period: string, group: string | undefined, distance: string) =>
    group === undefined
      ? `**${period}** ends ${distance}. A single sentence is a check-in, too.`
      : `**${period}** with **${group}** ends ${distance}. A single sentence is a check-in, too.`,
  grace: (period: string, group: string | undefined) =>
    group === undefined
      ? `You can still check in for **${period}**, and it counts.`
      : `You can still check in for **${period}** with **${group}**, and it counts.`,
  snoozed: (period: string, group: string | undefined) =>
    group === undefined
      ? `You asked me to come back: **${period}**.`
      : `You asked me to come back: **${period}** with **${group}**.`,
  nudge: (partnerId: string, period: string) =>
    `You and <@${partnerId}>: neither of you has checked in for **${period}** yet. Do it together?`,

  // Below it
  until: (moment: string, distance: string, nothing: string) =>
    `Open until ${moment} (${distance}). “${nothing}” is a fine answer, and so is skipping it.`,
  nudgeText: (moment: string) => `You both get this one message, and nobody else does. Open until ${moment}.`,
  checkIn: 'Check in',
  later: 'Later',
  off: 'No more reminders',
  group: 'My study group',

  // What its buttons answer
  snoozedUntil: (moment: string, distance: string) => `Fine, I come back ${distance} (${moment}).`,
  over: 'There is no later moment left for this one. Never mind: the next one is a fresh start.',
  kept: 'You have checked in for this one already: I do not remind you of it again.',
  snoozeWhileOff: 'Your reminders are off, so there is nothing to put off.',
  switchedOff: 'You get no more reminders. Check in whenever you like; nothing else changes.',
  switchedOn: (strength: string) =>
    `Your reminders: **${strength}**. Nobody else sees them, and each has a button to end them.`,
  onAgain: 'Turn them on again',
  settings: 'Settings',
  unknown: 'This reminder is not yours, or its time has passed long ago.',

  // For whoever takes no private messages, once
  closedTitle: 'I could not write to you',
  closed: 'I wanted to write to you, but Discord says that you take no private messages from this server.',
  closedTried: {
    reminder: 'It was to remind you of a check-in.',
    nudge: 'It was a nudge for you and your partner.',
    'pair-note': 'It was about learning with a partner: **/group partner** shows it.',
    'help-wish': 'It was a question whether you can help somebody with a step.',
  },
  closedReminders: 'So I have turned your reminders off; nothing else changes.',
  closedCureReminders:
    'If you want them back: allow direct messages in the privacy settings of this server, then choose a strength in **Settings**.',
  closedCure: 'If you want such messages: allow direct messages in the privacy settings of this server.',
  goOn: 'Go on',
};
