/** What Discord shows while somebody types a command, and what /help says about it. */
export const commands = {
  help: { description: 'Home: what I can do for you, and where to go next' },
  roadmap: {
    description: 'The whole way from zero to junior backend developer',
    options: { view: 'How to look at it' },
    choices: { phases: 'by phase', months: 'by month' },
  },
  step: {
    description: 'One step of the roadmap: why, topics, build task, questions',
    options: { step: 'Which step (start typing; spelling is forgiven)' },
  },
  pitfall: {
    description: 'The six traps on the way: what they look like and how to get through',
    options: { pitfall: 'Which pitfall (left out: all of them)' },
  },
  readiness: {
    description: 'Eight things a junior backend developer can do, and how to test yourself',
    options: { check: 'Which readiness check (left out: all of them)' },
  },
  guide: {
    description: 'Everything else there is to read, and a search through all of it',
    options: { find: 'A page, or any words to search for (spelling is forgiven)' },
  },
};
