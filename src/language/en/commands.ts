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
};
