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
    description: 'The six traps on the way: what they look like and how to get through',
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
  progress: {
    description: 'How far you are, as a picture and in words',
    options: { member: 'Somebody else, if they allow it' },
  },
  plan: { description: 'Where you stand against your own pace, and ways back' },
  group: {
    description: 'Your study group: where it is, what comes next, and your own place on the trail',
    show: 'Where your group is, what comes next, and your own place on the trail',
  },
  settings: { description: 'Language, privacy, reminders, and everything stored about you' },
};
