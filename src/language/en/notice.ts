import type { DeliveryProblem } from '../../domain/outbox.ts';

/** What moderators are told when a post did not go as planned. */
export const notice = {
  title: (group: string) => `${group}: a post needs you`,
  blocked: (group: string, problem: DeliveryProblem) => `A post for ${group} is waiting: ${problems[problem]}`,
  blockedCure:
    'It appears by itself as soon as that is mended, unless it is too late by then. A milestone may be 7 days late.',
  uncertain: (group: string) => `I cannot tell whether a post for ${group} appeared.`,
  uncertainCure:
    'Discord did not answer when I sent it, and I may not read the history of the channel, so I will not send it twice. Is it there? (As soon as I have Read Message History I look for myself.)',
  missed: (group: string, posts: string) => `Too late for ${group}: ${posts}`,
  missedCure: 'That was due more than 7 days ago, so nothing was posted. `/milestone announce` posts it anyway.',
  missedBlockedCure: (problem: DeliveryProblem) =>
    `Nothing was posted, because for 7 days something was in the way: ${problems[problem]} After that \`/milestone announce\` posts it anyway.`,
  failed: (group: string) => `A post for ${group} could not be sent.`,
  failedCure: '`/setup check` says what is in its way.',
  roleWithheld: (group: string) => `${group}: I may not give or take its role. Everything else works.`,
  roleWithheldCure:
    '`/setup check` says what is in the way. Whoever joined or left meanwhile keeps the roles that they have.',
  notRemoved: (group: string, link: string) =>
    `${group}: I could not take a check-in away that is no longer meant to be read: ${link}`,
  notRemovedCure:
    'I tried for a week: its thread is locked, or I may not see it. Please delete that message by hand. Whoever wrote it took it back, keeps it private, or it was hidden.',
  resting: (group: string) => `${group}: nobody has checked in for a while, so I have stopped asking.`,
  restingCure:
    'The next check-in wakes me by itself. If the group is only quiet, press **Ask again**, and I ask the next time as before.',
  wake: 'Ask again',
  event: (group: string, post: string) => `${group}: ${post}`,
  eventDescription: (group: string) => `A milestone of ${group}. The post in its channel says more.`,
  postIt: 'Post it',
  itIsThere: 'It is there',
  check: 'Check the group',
};

const problems: Readonly<Record<DeliveryProblem, string>> = {
  'unknown-channel': 'its channel is gone. Choose another one with `/setup edit`.',
  'unknown-server': 'I am not in the server any more.',
  'missing-access': 'I may not see its channel. Allow me View Channel there.',
  'missing-permission':
    'I may not post in its channel. Allow me Send Messages, Embed Links and Attach Files there (in a forum Send Messages makes posts).',
  'tag-required': 'its forum asks for a tag on every post. Choose one with `/setup edit`.',
  'too-many-threads': 'the server has as many open threads as Discord allows. Close a few old ones.',
  'closed-private-chat': 'the private chat is closed.',
  'unknown-thread': 'the thread of its check-ins is gone.',
  'locked-thread': 'the thread of its check-ins is locked.',
  'unknown-message': 'the message was deleted.',
  refused: 'Discord refuses it.',
};
