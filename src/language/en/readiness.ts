export const readiness = {
  title: 'How ready are you?',
  intro: 'You are ready for a junior role when you can do these alone. Only you see your ratings.',
  levels: { 'not-yet': 'Not yet', 'with-help': 'With help', alone: 'Alone', teach: 'Could teach it' },
  unrated: 'not rated yet',
  withEvidence: 'with evidence',
  claimed: 'claimed',
  line: (number: number, title: string, standing: string) => `${number}. ${title}: **${standing}**`,
  levelWithEvidence: (level: string, kind: string) => `${level}, ${kind}`,
  summary: (proven: number, claimed: number, total: number) =>
    `Alone or better: ${proven} of ${total} with evidence, ${claimed} claimed.`,
  unratedLeft: (count: number) => (count === 1 ? '1 is not rated yet.' : `${count} are not rated yet.`),
  next: 'What to do next',
  weakest: (title: string, level: string) =>
    `Your weakest is **${title}** (${level}). Go back to the steps that build it:`,
  rateFirst: (title: string) =>
    `Begin with **${title}**: read what it means, test yourself, then say how well you can do it.`,
  question: (ask: string) => `Can you answer this? ${ask}`,
  rateOne: (title: string) => `Rate: ${title}`,
  improve: (title: string) => `Work on: ${title}`,
  openOne: 'Rate a check',
  steps: 'Steps that build it',
  growthButton: 'How I grew',
  all: 'All my ratings',
  iCan: 'I can',
  yours: 'Your rating',
  rating: (level: string, day: string) => `**${level}**, since ${day}.`,
  notRated: 'You have not rated this yet. How well can you do it, today?',
  evidence: 'Your evidence',
  noEvidence: 'You say so. A link, or a line about what you did, makes it evidence, for yourself and for an interview.',
  saved: (title: string, level: string) => `Saved: ${title} is now at “${level}”.`,
  evidenceSaved: 'Saved: your evidence stands with your rating.',
  evidenceRemoved: 'Saved: there is no evidence with this rating any more.',
  unchanged: 'It was so already: nothing was changed.',
  rateBeforeEvidence: 'Say first how well you can do it. Then your evidence has something to stand with.',
  gone: 'That check is not on the roadmap any more. Your ratings of it are kept.',
  addEvidence: 'Add evidence',
  changeEvidence: 'Change the evidence',
  howToProve: 'How to prove it',
  rateYourself: 'Rate yourself',
  formTitle: 'Your evidence',
  formField: 'A link, or what you did',
  formHint: (limit: number) => `At most ${limit} characters. Only you see it. Empty takes it away.`,
  tooLong: (length: number, limit: number) => `That is ${length} characters. Evidence may have ${limit}.`,
  readyTitle: 'You are ready',
  ready: (total: number) =>
    `All ${total} checks stand at “alone” or better. That is what a junior backend developer has to be able to do. You did this.`,
  readyProven: 'And there is evidence for every one of them: bring it to your interviews.',
  readyNoneProven: 'None of them has evidence yet. Add some: it is what you will be asked for.',
  readyClaimed: (count: number) =>
    count === 1
      ? 'One of them has no evidence yet. Add some: it is what you will be asked for.'
      : `${count} of them have no evidence yet. Add some: it is what you will be asked for.`,
  readyNext: 'Next: read how the job market works, and send the first application before you feel ready for it.',
  growthTitle: 'How you grew',
  stepsUp: (count: number) =>
    count === 0
      ? 'Every rating is kept here. When one goes up, you will see it.'
      : `You moved up ${count === 1 ? 'once' : `${count} times`} so far.`,
  growthLevel: (level: string, day: string) => `${level} (${day})`,
  earlier: (count: number) => `${count} earlier`,
  noGrowth: 'You have not rated anything yet.',
};
