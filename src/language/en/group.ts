import { withFullStop } from './full-stop.ts';

const stretch = (part: number, parts: number, isMonthly: boolean) =>
  `${isMonthly ? 'month' : 'part'} ${part} of ${parts}`;
const people = (count: number) => (count === 1 ? '1 member' : `${count} members`);

export const group = {
  open: 'Study group',

  // Where a group is on its trail
  notYet: 'It has not set out yet.',
  setsOut: (day: string) => `It sets out on ${day}.`,
  during: (part: number, parts: number, isMonthly: boolean, phase: string) =>
    `It is in **${stretch(part, parts, isMonthly)}**, in ${phase}.`,
  arrived: 'It has come to the end of its trail.',
  lateJoiner: 'You begin with the first step, and your dates are your own: nobody has to catch up.',

  // /group show
  title: (name: string) => `Study group ${name}`,
  home: (channelId: string, members: number) => `At home in <#${channelId}> · ${people(members)}`,
  beforeStart: (day: string) => `**The group** sets out on ${day}.`,
  beforeStartSoon: '**The group** sets out soon.',
  groupAt: (part: number, parts: number, isMonthly: boolean, phase: string, day: number) =>
    `**The group** is in ${phase}, on day ${day} of ${stretch(part, parts, isMonthly)}.`,
  groupArrived: '**The group** has come to the end of its trail.',
  resting: (until: string) => `It rests until ${until}: nothing is asked of anybody.`,
  paused: 'It rests until its moderators go on: nothing is asked of anybody.',
  next: (title: string, day: string, distance: string) => `Next: **${title}**, on ${day} (${distance}).`,
  youAt: (step: string, done: number, steps: number) =>
    `**You** are at ${step}, with ${done} of ${steps} steps done. Your way is your own.`,
  youArrived: (steps: number) => `**You** have done every one of the ${steps} steps.`,
  counts: 'How many have done which step',
  countLine: (step: string, count: number) => `${step}: **${count}**`,
  countsOf: (sharing: number) => `Of the ${people(sharing)} who show the group which steps they have done.`,
  noneYet: 'Nobody has finished a step yet: a good time to begin.',
  tooFew: 'How many have done which step stands here once three members show the group their steps.',
  nextTopic: 'My next topic',
  progress: 'My progress',
  partner: 'Partner',
  manage: 'Manage',
  manageOne: 'Manage a group',
  youLookAfter: (names: readonly string[], more: number) =>
    `You look after ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''} here.`,
  notJoined: 'You have not joined yourself, and you do not have to. If you want to learn along, press **Join**.',
  settings: 'Settings',

  // In the picture, where there is no Markdown
  picture: {
    you: 'you',
    group: 'the group',
    before: 'sets out soon',
    during: stretch,
    arrived: 'the end of the trail',
    alt: (facts: readonly string[], phases: readonly string[]) =>
      `A trail, one stone for each step. ${[...facts, ...phases].join(' ')}`,
    altGroup: (where: string) => `The group: ${where}.`,
    altYou: (step: string) => withFullStop(`You are at ${step}`),
  },

  // Without a group
  none: 'You are in no study group and learn alone. Roadmap, progress, plan and check-ins work just the same.',
  noneHere: 'There is no study group in this server yet. As soon as its moderators set one up, you can join it here.',
  offerOne: (name: string) => `**${name}** can be joined.`,
  offerSeveral: 'These study groups can be joined:',
  offerLine: (name: string, where: string) => `**${name}**: ${where}`,
  joinNamed: (name: string) => `Join ${name}`,
  choose: 'Choose a study group',

  // Joining, changing, leaving
  joined: (name: string) => `You are in **${name}** now.`,
  already: (name: string) => `You are in **${name}** already: nothing was changed.`,
  notThere: 'This study group is not there any more.',
  askOthers: 'A member is in one group at a time. Your progress goes with you wherever you go.',
  askChange: (wanted: string) => `Change to ${wanted}?`,
  askChangeText: (own: string) =>
    `You are in **${own}**, and in one group at a time. You would leave it: from then on the other group sees which steps you have done, as far as you show them.`,
  change: (name: string) => `Change to ${name}`,
  stay: (name: string) => `Stay in ${name}`,
  askLeave: (name: string) => `Leave ${name}?`,
  askLeaveText:
    'You stay a member of Cairn and learn on alone. The group does not see any more which steps you have done. Your progress, plan, ratings and notes stay as they are, and you can come back at any time.',
  losesRole: (roleId: string) => `The role <@&${roleId}> goes.`,
  leave: 'Leave the group',
  left: (name: string) => `You have left **${name}** and learn on alone. Everything that you did is still there.`,
  inNone: 'You were in no study group any more: nothing was changed.',
  comeBack: (name: string) => `Back to ${name}`,
};
