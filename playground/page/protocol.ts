/** What the page and its server say to each other: JSON, known to both sides as types alone. */
export type Json = Record<string, unknown>;

export interface PersonEntry {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly isModerator: boolean;
  /** False for somebody who is in no server. */
  readonly isInServer: boolean;
  /** A few words that help to choose, e.g. "learns Go, three months in". */
  readonly note: string | null;
}

export type ChannelKind = 'text' | 'announcement' | 'forum' | 'voice' | 'thread' | 'private';

export interface ChannelEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  /** Discord's number for it. */
  readonly type: number;
  readonly topic: string | null;
  /** The channel that a thread belongs to. */
  readonly parentId: string | null;
  readonly isArchived: boolean;
  readonly mayWrite: boolean;
}

export interface NamedEntry {
  readonly id: string;
  readonly name: string;
}

export interface MemberEntry extends NamedEntry {
  readonly isBot: boolean;
}

export interface ServerEntry {
  readonly id: string;
  readonly name: string;
  /** Those that the person may see, threads after their channel. */
  readonly channels: readonly ChannelEntry[];
  readonly roles: readonly NamedEntry[];
  readonly members: readonly MemberEntry[];
}

export interface ClockState {
  /** Rises with each reading: what was read before the last that came is out of date. */
  readonly reading: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How many times as fast as real time it goes by itself; 0 when it does not play. */
  readonly speed: number;
  /** The next moment at which the bot has something to do, if it knows one. */
  readonly nextDue: number | null;
  /** The zone of the study group whose clock it is; null: there is none yet, and the reader's own is shown. */
  readonly zone: string | null;
}

export interface SceneEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** Everything around the messages, as one person sees it. */
export interface Overview {
  readonly me: PersonEntry;
  readonly people: readonly PersonEntry[];
  readonly bot: NamedEntry & { readonly isConnected: boolean };
  readonly servers: readonly ServerEntry[];
  readonly privateChat: ChannelEntry;
  /** Where the addresses of files in messages begin. The page asks its own server for their paths. */
  readonly fileUrl: string;
  /** True until the person has used the bot for the first time. */
  readonly isNew: boolean;
  /** Null when time cannot be moved. */
  readonly clock: ClockState | null;
  readonly scenes: { readonly list: readonly SceneEntry[]; readonly current: string | null } | null;
  /** What is wrong with the last edit of the content: file, line, column, what was expected. Nothing: it is in use. */
  readonly contentProblems: readonly string[];
  readonly violations: number;
}

export interface ShownMessage {
  /** As Discord's API writes it. */
  readonly json: Json;
  /** The file that its words come from, when that is known. */
  readonly caption: string | null;
}

export interface ChannelState {
  /** Oldest first. */
  readonly messages: readonly ShownMessage[];
  readonly hasEarlier: boolean;
}

/** What came of an act. Messages arrive by the live stream. */
export interface ActResult {
  readonly form: Json | null;
}

export interface WireState {
  /** Newest first. */
  readonly exchanges: readonly WireExchange[];
  readonly requests: readonly WireRequest[];
  readonly violations: readonly WireViolation[];
}

export interface WireExchange {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly at: number;
  readonly ms: number | null;
  readonly error: string | null;
  readonly request: Json;
  readonly answers: readonly Json[];
}

export interface WireRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number | string;
  readonly ms: number;
  readonly body: unknown;
}

export interface WireViolation {
  readonly at: number;
  readonly route: string;
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Events of the live stream by name. */
export interface LiveEvents {
  /** A message is new. */
  readonly message: ShownMessage;
  /** One was edited, or the thread that hangs on it has news. */
  readonly 'message-changed': ShownMessage;
  readonly 'message-deleted': { readonly id: string; readonly channelId: string };
  /** Servers, channels, roles or people changed: look again. */
  readonly places: Json;
  /** The person did something, or it was answered: the side panel has news. */
  readonly wire: { readonly violations: number };
  readonly clock: ClockState;
}
