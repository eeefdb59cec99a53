export const roadmap = {
  title: 'The roadmap',
  summary: (steps: number, hours: number, months: number) =>
    `${steps} steps, ${hours} hours. At 15 hours a week that is ${months} months.`,
  stepLine: (position: number, title: string, hours: number) => `${position}. ${title} · ${hours} h`,
  byPhase: 'By phase',
  byMonth: 'By month',
  openStep: 'Open a step',
  openMonth: 'Open a month',
  stepChoice: (phase: string, month: number, hours: number) => `${phase} · month ${month} · ${hours} h`,
  monthTitle: (number: number, title: string) => `Month ${number}: ${title}`,
  doneMeans: 'Done means',
  monthSteps: 'The steps of this month',
  previousMonth: 'Month before',
  nextMonth: 'Month after',
  wholeRoadmap: 'Whole roadmap',
};
