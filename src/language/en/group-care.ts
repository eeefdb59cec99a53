/** What moderators read who look after a group. */
export const groupCare = {
  where: (channelId: string) => `In <#${channelId}>`,
  dates: 'All dates',
  edit: 'Change',
  check: 'Check',
  membersButton: 'Members',
  archive: 'Archive',
  show: 'Back to the group',
  which: 'Which group?',
  whichPlaceholder: 'Choose a group',
  noGroups: 'There is no study group here that you look after. Whoever manages the server makes one with /setup new.',
  notYours:
    'This is for the moderators of that study group: whoever holds its moderators’ role or manages the server. Nothing was changed.',
  notManager: 'Only somebody with the permission **Manage Server** can set up a study group. Nothing was changed.',
  notThere: 'I do not find that study group here. It may be archived, or in another server. Nothing was changed.',
  typedGone: 'What you typed is kept for a day, and that day is over. Please type the command again.',
  cardGone:
    'That card is older than a day, or belongs to somebody else. Please begin again: /setup new or /setup edit.',

  // Check
  checkTitle: (group: string) => `Check of ${group}`,
  allWell: (channelId: string) => `I have all I need in <#${channelId}>.`,
  last: (what: string, when: string, link: string) => `Last post: ${what}, ${when}. [Open it](${link})`,
  lastNone: 'Last post: none so far.',
  next: (what: string, when: string, distance: string) => `Next post: ${what}, ${when} (${distance})`,
  troublesTitle: 'What did not arrive',
  troublesNone: 'Every post so far has arrived.',
  states: {
    blocked: (what: string, when: string, reason: string) => `${what}, due ${when}, waits: ${reason}`,
    failed: (what: string, when: string) => `${what}, due ${when}: Discord refused it for good.`,
    uncertain: (what: string, when: string) =>
      `${what}, due ${when}: it was sent perhaps, and I cannot see whether it is there. Please look into the channel.`,
    missed: (what: string, when: string) => `${what}, due ${when}: it would have come too late, so I left it out.`,
  },
  announceAnew: 'You can still announce it: /milestone announce.',
  reasons: {
    'unknown-channel': 'its channel is gone. Choose another one with **Change**.',
    'unknown-server': 'I was not in the server.',
    'missing-access': 'I cannot see the channel. Grant me **View Channel** there.',
    'missing-permission': 'I lack a permission. See above for which one.',
    'tag-required': 'the forum demands a tag. Choose one with **Change**.',
    'closed-private-chat': 'whoever should read it takes no private messages. Choose a **Channel for notices**.',
    refused: 'Discord refused it.',
  },
  reasonUnknown: 'Discord did not take it.',
  orders: {
    'break-notice': 'The notice of a break',
    welcome: 'The card with **Join**',
    notice: 'A notice to moderators',
    role: 'The role of a member',
    event: 'A scheduled event',
    extra: (title: string) => `${title}, once more`,
  },
  moreTroubles: (count: number) => `${count} more are not listed. They show when these are settled.`,
  postIt: 'Post it',
  itIsThere: 'It is there',
  ofNumber: (text: string, number: number) => `${text} (${number})`,
  tryAgain: 'Try again',
  tryingAgain: 'I try again now.',
  decided: { post: 'Good: I post it now.', there: 'Good: it counts as posted.', gone: 'That was settled before.' },

  // Members
  membersTitle: (group: string) => `Members of ${group}`,
  membersCount: (count: number) => (count === 1 ? '1 member' : `${count} members`),
  membersNone: 'Nobody has joined yet. The card with **Join** invites them.',
  member: (userId: string, day: string) => `<@${userId}> since ${day}`,
  pick: 'Take somebody out of the group',
  notInGroup: (userId: string) => `<@${userId}> is not in this group.`,
  askRemove: (userId: string, group: string) =>
    `Take <@${userId}> out of **${group}**? Their progress stays as it is, and they can join again.`,
  remove: 'Take out',
  keep: 'Keep',
  removed: (userId: string) => `<@${userId}> is out of the group. Their progress is untouched.`,
  removedBefore: 'They were out of the group already. Nothing was changed.',

  // Archive
  askArchive: (group: string) => `Archive **${group}**?`,
  endsDates: (count: number) =>
    count === 1
      ? 'One milestone that is still to come is not posted.'
      : `${count} milestones that are still to come are not posted.`,
  endsWaiting: 'Posts that wait are dropped.',
  endsMembers: (count: number) =>
    count === 1 ? 'Its member is free to join another group.' : `Its ${count} members are free to join another group.`,
  endsNoRole: (roleId: string) => `Its members keep the role <@&${roleId}>.`,
  endsEvents: 'Its scheduled events go.',
  endsLists: 'Nobody can join it, and it stands in no list any more.',
  stays: 'Nothing is deleted: posts stay in the channel, everybody keeps their progress. You can undo it right after.',
  doArchive: 'Archive it',
  archived: (group: string) => `**${group}** is archived. Thank you for taking care of it.`,
  archivedBefore: 'It was archived already. Nothing was changed.',
  undo: 'Undo',
  revived: (group: string) => `**${group}** is back, with everything that was waiting.`,
  revivedBefore: 'It was not archived. Nothing was changed.',
};
