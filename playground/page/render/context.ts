/** What a message or form must know beside its own JSON. The app shell builds one for each reader and place. */
export interface RenderContext {
  readonly readerId: string;
  /** An IANA name, such as Europe/Lisbon. */
  readonly timeZone: string;
  /** A BCP 47 tag, such as en-GB. */
  readonly locale: string;
  /** The group's clock, in milliseconds since 1970. */
  readonly now: number;
  /** By id, in the order in which a user select offers them. */
  readonly users: ReadonlyMap<string, UserLook>;
  readonly roles: ReadonlyMap<string, RoleLook>;
  /** Channels, threads and categories. */
  readonly channels: ReadonlyMap<string, ChannelLook>;
  /**
   * The address from which the page may load a file that a message names, or undefined when it may not (a file of
   * another site): then its description stands in its place, and nothing is requested.
   */
  readonly mediaAddress: (url: string) => string | undefined;
  readonly act: Actions;
}

export interface UserLook {
  readonly name: string;
  /** The address of the avatar; without one it is an initial. */
  readonly picture?: string;
  /** Of the avatar: any CSS colour that white letters can be read on. */
  readonly color?: string;
  readonly bot?: boolean;
  /** In none of the reader's servers: known by name, and offered by no select. */
  readonly isOutside?: boolean;
}

export interface RoleLook {
  readonly name: string;
  /** A CSS colour; null for a role without one. */
  readonly color: string | null;
}

export interface ChannelLook {
  readonly name: string;
  /** Discord's channel type. */
  readonly type: number;
}

/**
 * What a reader can do on a message. While a returned promise is open, the control is busy and takes nothing; when it
 * is rejected, the message says so underneath ("This interaction failed", or the error's words).
 */
export interface Actions {
  press(customId: string, messageId: string): Promise<unknown> | undefined;
  /** Option values, or ids of users, roles and channels. */
  choose(customId: string, values: readonly string[], messageId: string): Promise<unknown> | undefined;
  /** Also leads to one of its messages. */
  openChannel(channelId: string, messageId?: string): void;
  openThread(threadId: string): void;
  /** Puts a mentioned slash command, such as "step" or "plan show", into the message box. */
  useCommand(name: string): void;
  /** Takes a private answer off the reader's screen. */
  dismiss(messageId: string): void;
}
