import { and } from './and.ts';

const bold = (texts: readonly string[]) => and(texts.map((text) => `**${text}**`));

/** What in Discord keeps a group from working, each with the cure. */
export const groupProblems = {
  title: 'Before it works',
  titleOptional: 'It works, but have a look',
  missing: (channelId: string, rights: readonly string[]) =>
    `I lack ${bold(rights)} in <#${channelId}>. No post arrives without that.`,
  missingOptional: (channelId: string, rights: readonly string[], effects: readonly string[]) =>
    `I lack ${bold(rights)} in <#${channelId}>. All else works, but ${and(effects)}.`,
  grant: 'Grant permissions there: **Edit Channel**, **Permissions**, my role. Then press **Check again**.',
  rights: {
    view: 'View Channel',
    send: 'Send Messages',
    'send-in-threads': 'Send Messages in Threads',
    'create-threads': 'Create Public Threads',
    'embed-links': 'Embed Links',
    'attach-files': 'Attach Files',
    'read-history': 'Read Message History',
  },
  forumRights: { send: 'Create Posts', 'send-in-threads': 'Send Messages in Posts' },
  effects: {
    'send-in-threads': 'I cannot write into threads',
    'create-threads': 'check-ins get no thread of their own',
    'read-history': 'after a failure I have to ask you whether a post arrived',
  },
  noChannelThere: (channelId: string) =>
    `I do not find <#${channelId}>, or nothing can be posted there. Choose another **Channel**.`,
  tagWanted: (channelId: string) => `<#${channelId}> demands a tag on each post. Choose a **Tag in the forum**.`,
  cannotPing: (roleId: string) =>
    `I cannot ping <@&${roleId}>; posts appear without it. Allow **Allow anyone to @mention this role** in the role’s settings, or grant me **Mention @everyone, @here and All Roles**.`,
  cannotGive: (roleId: string) =>
    `I cannot give <@&${roleId}>. Grant my role **Manage Roles** and drag it above that one: **Server Settings**, **Roles**.`,
  powerfulRole: (roleId: string) =>
    `<@&${roleId}> allows moderating or managing the server, and everybody who joins would get it. Choose a plain role.`,
  roleIsGone: {
    moderators: 'The moderators’ role is not there any more. Only whoever manages the server may look after the group.',
    members: 'The members’ role is not there any more. Choose another one, or none.',
    ping: 'The role to ping is not there any more. Posts ping nobody.',
  },
  noNotices: (channelId: string) =>
    `I cannot write into <#${channelId}>. Grant me **View Channel**, **Send Messages**, **Embed Links** and **Attach Files** there, or choose another channel; until then I tell whoever set the group up.`,
  noReader:
    'There is nobody whom I can tell privately when something goes wrong, so I say it in the channel of the group, as far as I can. Choose a **Channel for notices**.',
  noReaderInForum:
    'When something goes wrong, nobody would hear of it: my private messages do not reach whoever set the group up, and a forum takes no notices. Choose a **Channel for notices**, or let them allow private messages from this server.',
  noEvents: 'I may not create events, so none appear. Grant my role **Create Events**: **Server Settings**, **Roles**.',
};
