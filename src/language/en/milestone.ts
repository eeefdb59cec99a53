const list = (texts: readonly string[]) => texts.map((text) => `**${text}**`).join(', ');

/** What the moderators of a group read. */
export const milestone = {
  // What was typed
  unknownMilestone: (typed: string) => `I know no milestone “${typed}”. Here are all of them.`,
  noDay: (typed: string) =>
    `I cannot tell which day “${typed}” is. Write it like **2026-12-24**, **24.12.**, **Dec 24** or **tomorrow**. Nothing was changed.`,

  // The calendar
  listTitle: (group: string) => `Milestones of ${group}`,
  zoneNote: (zone: string) => `You see each date in your own time. The group’s clock is that of ${zone}.`,
  paused: (since: string) => `The group has rested since ${since}. Nothing is posted until you resume.`,
  line: (titles: readonly string[], when: string) => `${list(titles)}\n${when}`,
  when: (day: string, state: string) => `${day} · ${state}`,
  choose: 'Choose a milestone',
  states: {
    planned: 'planned',
    moved: 'planned, on a day chosen by hand',
    onItsWay: 'on its way',
    resting: 'waits for the end of the pause',
    skipped: 'skipped',
    missed: 'missed: it was too late to post it',
    'before-cairn': 'before Cairn: not posted',
    sent: 'posted',
    waiting: 'on its way',
    blocked: 'held up: /setup check says why',
    uncertain: 'perhaps posted: /setup check asks you',
    failed: 'refused by Discord',
    dropped: 'given up',
  },
  link: (text: string, url: string) => `[${text}](${url})`,
  choice: (title: string, day: string, state: string) => `${title} · ${day} · ${state}`,
  calendar: 'All milestones',
  previewNext: 'See the next post',
  preview: 'See the post',
  log: 'Log',

  // What will be posted
  previewTitle: 'This is what the group will see',
  previewSent: 'This is what the group saw, as it would look today',
  previewNote: (channel: string) =>
    `It appears in <#${channel}>. There it is an ordinary message; the buttons work for each reader alone.`,
  previewPing: (roleId: string) => `It pings <@&${roleId}>. This preview pings nobody.`,
  previewNoPing: 'It pings nobody.',

  // Announce
  announce: 'Announce it now',
  announceNote: 'Add a note',
  noteTitle: 'A note of yours',
  noteField: 'What do you want to say?',
  noteHint: (limit: number) => `At most ${limit} characters. It stands in the post as a quote.`,
  noteTooLong: (limit: number) => `A note has at most ${limit} characters. Please shorten it.`,
  announceAsk: 'This is posted now instead of on its date.',
  announceAskLate: 'This is posted now.',
  announceSkips: (titles: readonly string[]) => `What comes before it keeps its date: ${list(titles)}.`,
  announceYes: 'Yes, post it now',
  announced: (titles: readonly string[]) => `On its way: ${list(titles)}. Nothing more is posted on the date.`,
  announcedAlready: 'It has a post already. Nothing more was posted.',
  againAsk: 'This was posted before. Posted again, it begins with “Once more”.',
  againYes: 'Yes, post it again',
  announcedAgain: 'On its way, once more.',
  againAlready: 'That was ordered already. Nothing more is posted.',

  // Move
  move: 'Move it',
  moveTitle: 'Another day',
  moveField: 'On which day?',
  moveHint: 'Such as 2026-12-24, 24.12., Dec 24 or tomorrow',
  moved: (title: string, from: string, to: string) => `**${title}** moves from ${from} to ${to}.`,
  moveUnchanged: (title: string, day: string) => `**${title}** is on ${day} already. Nothing was changed.`,
  movePast: (title: string) =>
    `The group’s hour of that day is over, so **${title}** stays where it is. Choose a day to come, or announce it now.`,
  movePosted: (title: string) => `**${title}** has a post already, so its date stays as it is.`,
  movePasses: (title: string, day: string, others: readonly string[]) =>
    `On ${day}, **${title}** would no longer come in its order: it passes ${list(others)}.`,
  moveAnyway: 'Move it all the same',
  leave: 'Leave it',

  // Skip and restore
  skip: 'Skip it',
  restore: 'Do not skip it',
  skipped: (title: string) => `**${title}** is skipped: nothing is posted on its date.`,
  skippedAlready: (title: string) => `**${title}** was skipped already. Nothing was changed.`,
  notToCome: (title: string) => `**${title}** is not to come any more, so there is nothing to skip.`,
  restored: (title: string, day: string) => `**${title}** is announced on ${day}, as planned.`,
  notSkipped: (title: string) => `**${title}** is not skipped. Nothing was changed.`,
  restorePast: (title: string) => `The date of **${title}** is over. Announce it now, or move it to a day to come.`,

  // Pause and resume
  pause: 'Pause',
  resume: 'Resume',
  pauseStarted: 'The group rests from today. Nothing is posted until you resume; then I ask what becomes of the dates.',
  pausedAlready: (since: string) => `The group has rested since ${since} already. Nothing was changed.`,
  notPaused: 'The group does not rest, so there is nothing to resume.',
  resumeAsk: (since: string, days: string) =>
    `The group has rested since ${since}: ${days}. What becomes of the dates?`,
  resumeShift: 'Move everything',
  resumeShiftText: (days: string) => `Everything to come moves by ${days}:`,
  resumeKeep: 'Keep the dates',
  resumeKeepText: 'Everything stays on its date.',
  resumeSkips: (titles: readonly string[]) => `What fell into the pause is skipped: ${list(titles)}.`,
  resumedShift: (days: string) => `The group goes on. Everything to come moved by ${days}.`,
  resumedKeep: 'The group goes on. All dates stay.',

  // Break
  planBreak: 'Plan a break',
  breakTitle: 'A break of the group',
  breakFrom: 'First day',
  breakTo: 'Last day',
  breakEndsBeforeStart:
    'The last day is before the first one. Please swap them, or add the years. Nothing was changed.',
  breakTooLong: (days: number) => `A break has at most ${days} days. Nothing was changed.`,
  breakOutOfReach: 'These days are before the group began, or more than two years away. Please check the years.',
  breakAsk: (first: string, last: string, days: string) =>
    `A break of the group from **${first}** to **${last}**: ${days}.`,
  breakMoves: 'These dates move:',
  breakMovesNone: 'No date moves.',
  movedDate: (title: string, from: string, to: string) => `${title}: ${from} → ${to}`,
  breakTells: (channel: string) =>
    `What is posted already stays. One notice in <#${channel}> tells the group. Its members’ own plans rest with it.`,
  breakYes: 'Yes, plan this break',
  breakPlanned: (first: string, last: string) => `Noted: a break of the group from **${first}** to **${last}**.`,
  breakAlready: (first: string, last: string) =>
    `The break from **${first}** to **${last}** was noted already. Nothing was changed.`,

  // Taking back
  undo: 'Undo',
  undoThat: (what: string) => `Undo: ${what}`,
  undone: 'Taken back. It is as it was before.',
  undoneBreak: 'Taken back: the dates are as they were. If the notice is in the channel already, it says so, too.',
  undoneLost: (titles: readonly string[]) =>
    `These now lie in the past, so nothing announces them: ${list(titles)}. You can announce them now, or move them.`,
  undoneAlready: 'That was taken back before. Nothing was changed.',
  overtaken: 'That was changed again since then, so nothing was taken back.',

  // The log
  logTitle: (group: string) => `What was changed in ${group}`,
  logEmpty: 'Nothing was changed yet.',
  logLine: (when: string, who: string, what: string) => `${when} · ${who}\n${what}`,
  somebody: 'somebody who had their data deleted',
  changes: {
    'set-up': 'set the group up',
    edited: (names: readonly string[]) => `changed the settings: ${names.join(', ')}`,
    archived: 'archived the group',
    revived: 'brought the group back',
    'member-removed': 'removed a member from the group',
    woken: 'had me ask for check-ins again',
    announced: (title: string) => `announced **${title}**`,
    announcedAgain: (title: string) => `announced **${title}** once more`,
    moved: (title: string, from: string, to: string) => `moved **${title}** from ${from} to ${to}`,
    skipped: (title: string) => `skipped **${title}**`,
    restored: (title: string) => `put **${title}** back after it was skipped`,
    paused: 'paused the group',
    resumedShift: (days: string) => `resumed the group and moved everything by ${days}`,
    resumedKeep: 'resumed the group and kept the dates',
    breakPlanned: (first: string, last: string) => `planned a break from ${first} to ${last}`,
    undone: (what: string) => `took back: ${what}`,
    decidedThere: 'said that an uncertain post is there',
    decidedPost: 'had an uncertain post sent again',
  },
};
