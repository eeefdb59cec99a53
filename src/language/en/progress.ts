import { withFullStop } from './full-stop.ts';

const list = (titles: readonly string[]) => titles.map((title) => `**${title}**`).join(', ');
const ofHours = (done: number, total: number) => `${done} of ${total} hours`;

export const progress = {
  // On a step's page
  tickPlaceholder: 'Tick what you have done',
  buildOption: (title: string) => `Build task: ${title}`,
  start: 'Start',
  done: 'Done',
  setAside: 'Set aside',
  openAgain: 'Open again',
  tickOff: 'Done: tick it off',
  undo: 'Undo',
  states: { open: 'Not started', started: 'Started', done: 'Done', aside: 'Set aside' },
  standing: (state: string, done: number, total: number) => `**${state}** · you have done ${ofHours(done, total)}`,
  standingAside: 'You have set this step aside: it does not count until you open it again. Your ticks are kept.',
  standingWhole: 'All of it is ticked. Press **Done** when you are content with it.',

  // What just happened
  ticked: (titles: readonly string[]) => `Ticked: ${list(titles)}.`,
  unticked: (titles: readonly string[]) => `Ticked no longer: ${list(titles)}.`,
  stepDone: (title: string) => `**${title}** is done.`,
  stepStarted: (title: string) => `**${title}** is started.`,
  stepAside: (title: string) =>
    `**${title}** is set aside: it leaves your total, and your ticks in it are kept. You can open it again at any time.`,
  stepOpen: (title: string) => `**${title}** is open again. Your ticks in it are kept.`,
  total: (done: number, total: number) => `That makes ${ofHours(done, total)}.`,
  nothingChanged: 'It was so already, so nothing changed.',
  undone: 'Taken back. It is as it was before.',
  alreadyUndone: 'That was taken back already, so nothing changed.',
  overtaken: 'You have changed that again since then, so nothing was taken back.',
  notToUndo: 'There is nothing of yours here to take back.',

  // /done
  doneTitle: (title: string) => `${title}: done`,
  doneAlready: 'This step was done already, so nothing changed.',
  doneTotal: (steps: number, allSteps: number, done: number, total: number) =>
    `That makes ${steps} of ${allSteps} steps and ${ofHours(done, total)}.`,
  nextUp: (title: string) => withFullStop(`Next comes **${title}**`),
  goOnTo: (title: string) => `Go on to ${title}`,
  roadsEndTitle: 'You have walked the whole road',
  roadsEnd: 'No step is open any more. The readiness checks show what you can do now, and how to prove it.',
  checkReadiness: 'See the readiness checks',

  // A proof or a note
  addEvidence: 'Add a proof or note',
  changeEvidence: 'Change proof or note',
  evidence: 'Your proof and note, for you alone',
  evidenceTitle: 'A proof or note, if you like',
  linkField: 'Link (may stay empty)',
  linkHint: (limit: number) => `To a repository, a page or a picture: https://…, at most ${limit} characters`,
  noteField: 'Note (may stay empty)',
  noteHint: (limit: number) => `What you built, what was hard: at most ${limit} characters. Only you see it.`,
  evidenceSaved: 'Kept, for you alone.',
  evidenceRemoved: 'Both fields are empty, so nothing is kept for this step.',
  noLink: 'The link must be a whole address that begins with http:// or https://. It may also stay empty.',
  tooLong: (link: number, note: number) =>
    `A link may have at most ${link} characters, a note at most ${note}. Please shorten it.`,

  // /progress
  title: 'Your progress',
  titleOf: (userId: string) => `How far <@${userId}> is`,
  open: 'My progress',
  hours: (done: number, total: number, steps: number, allSteps: number) =>
    `**${ofHours(done, total)}** · ${steps} of ${allSteps} steps done`,
  stepsOnly: (steps: number, allSteps: number) => `**${steps} of ${allSteps} steps done**`,
  current: (title: string, done: number, total: number) => `You are at **${title}**: ${ofHours(done, total)}.`,
  tonight: (title: string, hours: string) => `Tonight: **${title}** · ${hours}`,
  forecast: (early: string, late: string) =>
    early === late
      ? `At this pace the road ends around ${early}.`
      : `At this pace the road ends between ${early} and ${late}.`,
  streak: (count: number) => `**${count} check-ins in a row**. Breaks, pauses and spare weeks do not end it.`,
  whyStreak: 'Why this streak?',
  phases: 'By phase',
  phaseLine: (title: string, steps: number, allSteps: number, done: number, total: number) =>
    `**${title}**: ${steps} of ${allSteps} steps, ${ofHours(done, total)}`,
  phaseSteps: (title: string, steps: number, allSteps: number) => `**${title}**: ${steps} of ${allSteps} steps`,
  stepsOfState: (state: string, titles: readonly string[]) => `${state}: ${titles.join(', ')}`,
  tonightButton: 'Tonight’s topic',
  tickButton: 'Tick topics',
  notShown: (userId: string) =>
    `I have nothing to show about <@${userId}>: they have not joined here, or they keep their progress to themselves. That is fine.`,

  // In the picture, where there is no Markdown
  picture: {
    hours: (done: number, total: number) => ofHours(done, total),
    steps: (done: number, total: number) => `${done} of ${total} steps`,
    stepsDone: (done: number, total: number) => `${done} of ${total} steps done`,
    shortHours: (done: number, total: number) => `${done} of ${total} h`,
    someone: 'one stone for each step',
    here: 'you are here',
    states: { open: 'open', started: 'started', done: 'done', aside: 'set aside' },
    alt: (facts: readonly string[]) =>
      `A trail past ${facts.length === 1 ? 'one cairn' : `${facts.length} cairns`}, one stone for each step. ${facts.join(' ')}`,
    altPhase: (phase: string, steps: readonly string[]) => `${phase}: ${steps.join(', ')}.`,
    altStep: (title: string, state: string) => `${title} ${state}`,
  },
};
