import type { ActResult, ChannelEntry, Overview } from '../protocol.ts';
import type { RenderContext } from '../render/context.ts';

/** What the parts of the page know and can do together. */
export interface Shell {
  readonly overview: Overview;
  /** Where the person is. */
  readonly channel: ChannelEntry;
  /** For everything that is drawn from Discord's JSON. */
  readonly context: RenderContext;
  /** The group's clock, in milliseconds since 1970. */
  now(): number;
  become(personId: string): Promise<void>;
  openChannel(channelId: string): Promise<void>;
  /** Looks again at everything around the messages. */
  refresh(): Promise<void>;
  /** Lets the person do something; a form that answers is opened. Rejects with words for the person. */
  act(path: string, body: object): Promise<ActResult>;
  useCommand(words: string): void;
}

/** A part of the page. It is made once and told when something changed. */
export interface Part {
  readonly element: HTMLElement;
  /** The person, the place or what is around changed. */
  update?(): void;
}
