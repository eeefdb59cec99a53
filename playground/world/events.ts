import type { Channel, Interaction, Member, Message, Role, ScheduledEvent, Server } from './model.ts';

type InServer<Name extends string, Value> = { readonly server: Server } & Readonly<Record<Name, Value>>;

/** What happens in the world. The gateway passes on what the bot may hear; a page can show all of it. */
export interface WorldEvents {
  'interaction-created': Interaction;
  /** The first callback came. */
  'interaction-answered': Interaction;
  /** Its answer was edited, filled in or deleted, or a follow-up came. */
  'interaction-changed': Interaction;
  'interaction-failed': Interaction;
  'message-created': Message;
  'message-edited': Message;
  'message-deleted': Message;
  'typing-started': Channel;
  /** The bot was added to a server, or an outage ended. */
  'server-joined': Server;
  'server-changed': Server;
  'server-left': { readonly server: Server; readonly unavailable: boolean };
  'channel-created': Channel;
  'channel-changed': Channel;
  'channel-deleted': Channel;
  'role-created': InServer<'role', Role>;
  'role-changed': InServer<'role', Role>;
  'role-deleted': InServer<'role', Role>;
  'member-joined': InServer<'member', Member>;
  'member-changed': InServer<'member', Member>;
  'member-left': InServer<'member', Member>;
  'scheduled-event-created': InServer<'event', ScheduledEvent>;
  'scheduled-event-changed': InServer<'event', ScheduledEvent>;
  'scheduled-event-deleted': InServer<'event', ScheduledEvent>;
}
