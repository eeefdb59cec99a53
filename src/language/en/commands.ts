/** What Discord shows while somebody types a command, and what /help says about it. */
export const commands = {
  help: { description: 'Home: what I can do for you, and where to go next' },
  roadmap: {
    description: 'The whole way from zero to junior backend developer',
    options: { view: 'How to look at it' },
    choices: { phases: 'by phase', months: 'by month' },
  },
  step: {
    description: 'One step: why, topics to tick off, build task, questions',
    options: { step: 'Which step (start typing; spelling is forgiven)' },
  },
  pitfall: {
    description: 'The six pitfalls on the way: what they look like and how to get through',
    options: { pitfall: 'Which pitfall (left out: all of them)' },
  },
  readiness: {
    description: 'Eight things a junior can do: test yourself, and rate how well you can',
    options: { check: 'Which readiness check (left out: all of them)' },
  },
  guide: {
    description: 'Everything else there is to read, and a search through all of it',
    options: { find: 'A page, or any words to search for (spelling is forgiven)' },
  },
  join: {
    description: 'Join Cairn here: one card, one press',
    options: { zone: 'Your time zone or city (spelling is forgiven)' },
  },
  done: {
    description: 'Mark a step as done',
    options: { step: 'Which step (left out: the one you are at)' },
  },
  checkin: {
    description: 'Check in: what you did, what is next, what is in the way',
    options: { look: 'One of your own to read, correct or take back (left out: check in now)' },
  },
  progress: {
    description: 'How far you are, as a picture and in words',
    options: { member: 'Somebody else, if they allow it' },
  },
  plan: { description: 'Where you stand against your own pace, and ways back' },
  group: {
    description: 'Your study group: where it is, what comes next, and your own place on the trail',
    subcommands: {
      show: 'Where your group is, what comes next, and your own place on the trail',
      partner: 'Somebody of your group with whom you share your check-ins',
    },
    options: { member: 'Whom you would like to ask' },
  },
  setup: {
    description: 'For moderators: set a study group up, change it, and look after it',
    subcommands: {
      new: 'Set up a study group: only a channel is needed',
      edit: 'Change a group; shows which dates move before it saves',
      show: 'Everything about a group',
      check: 'Is all well? Permissions, the last and next post, and what did not arrive',
      members: 'Who is in a group and since when; take somebody out',
      report: 'A past period in numbers, who asked for help, and who has been quiet; for your eyes only',
      archive: 'End a group; nothing is deleted',
    },
    options: {
      channel: 'Where its posts appear: a text channel, an announcement channel or a forum',
      group: 'Which group (left out: the only one, or a list to choose from)',
    },
  },
  settings: { description: 'Language, privacy, reminders, and everything stored about you' },
  milestone: {
    description: 'For moderators: the dates of a study group, and what is posted when',
    subcommands: {
      list: 'The whole calendar: what was posted, and what comes when',
      preview: 'Exactly what will be posted, for your eyes only',
      announce: 'Post a milestone now, with a note of yours if you like',
      move: 'Give a milestone another day',
      skip: 'Post nothing on the date of a milestone',
      restore: 'Announce after all what was to be skipped',
      pause: 'Let the whole group rest from today on',
      resume: 'End the pause: move everything, or keep the dates',
      break: 'Plan a break of the whole group, or note one that is over',
      log: 'Every change: who, when, what',
    },
    options: {
      group: 'Which study group (left out: the only one)',
      milestone: 'Which milestone (start typing)',
      to: 'The new day, such as 2026-12-24, 24.12., Dec 24 or tomorrow',
      from: 'The first day, such as 2026-12-24, 24.12. or Dec 24',
      until: 'The last day, such as 2027-01-06, 6.1. or Jan 6',
      note: 'A note of yours; it stands in the post as a quote',
    },
  },
};
