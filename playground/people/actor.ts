import type { Channel, Server, User } from '../world/model.ts';
import type { Form } from './form.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

/** What the faces of one person share. */
export interface PersonState {
  readonly stage: Stage;
  readonly user: User;
  readonly server: Server | undefined;
  screen: Screen | undefined;
  /** The open form, with the message on which it was opened. */
  open: { readonly form: Form; readonly channel: Channel; readonly sourceMessageId: string | null } | undefined;
}

/** A person acting in one place. */
export interface Actor {
  readonly state: PersonState;
  /** Looked up at each act: a channel may be gone by then. */
  channel(): Channel;
}
