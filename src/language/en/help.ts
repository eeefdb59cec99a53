export const help = {
  title: 'Cairn, your study coach',
  intro: (steps: number, phases: number, hours: number) =>
    `I walk with you from zero to junior backend developer: ${steps} steps in ${phases} phases, about ${hours} hours in all. No experience is needed.`,
  how: 'Read one step, do its small tasks in the evening, build its piece of the project, then go on to the next.',
  privacy: 'Only you see my answers, unless you share one in the channel.',
  firstStep: 'Read the first step',
  roadmap: 'See the roadmap',
  commands: 'All commands',
  commandsTitle: 'All commands',
  commandLine: (name: string, description: string) => `**/${name}**\n${description}`,
  commandsNote: 'You never need to remember one: every screen has buttons to the next.',
};
