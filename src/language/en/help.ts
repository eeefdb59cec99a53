export const help = {
  title: 'Cairn, your study coach',
  intro: (steps: number, phases: number, hours: number) =>
    `I walk with you from zero to junior backend developer: ${steps} steps in ${phases} phases, about ${hours} hours in all. No experience is needed.`,
  how: 'Read one step, do its small tasks in the evening, build its piece of the project, then go on to the next.',
  privacy: 'Only you see my answers, unless you share one in the channel.',
  tonight: (title: string, step: string, hours: string) => `Tonight: **${title}** (${step}, ${hours}).`,
  soFar: (done: number, total: number, steps: number, allSteps: number) =>
    `So far you have done ${done} of ${total} hours, and ${steps} of ${allSteps} steps.`,
  atTheEnd: 'You have done every step. See whether you are ready: /readiness.',
  nextTopic: 'My next topic',
  progress: 'My progress',
  plan: 'My plan',
  group: 'My study group',
  join: 'Join',
  joinHint: 'Join, and I keep track of what you have done and tell you what comes next.',
  firstStep: 'Read the first step',
  roadmap: 'See the roadmap',
  commands: 'All commands',
  commandsTitle: 'All commands',
  commandLine: (name: string, description: string) => `**/${name}**\n${description}`,
  commandsNote: 'You never need to remember one: every screen has buttons to the next.',
};
