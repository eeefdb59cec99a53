import type { z } from 'zod';
import type { Progress } from '../domain/progress.ts';
import type { Audience } from '../views/frame.ts';
import { type Answer, type Button, type Caller, type Deps, defineButton } from './command.ts';

/** A screen that can be read alone or shown to the channel, from what its custom id carries. */
export type Screen<Args> = (caller: Caller, args: Args, deps: Deps, audience: Audience) => Answer | Promise<Answer>;

/** Two buttons for one screen: `name` opens it for whoever pressed, `share-name` shows it to the channel. */
export function screenButtons<Args>(name: string, args: z.ZodType<Args>, screen: Screen<Args>): Record<string, Button> {
  return {
    [name]: defineButton({ args, press: (caller, given, deps) => screen(caller, given, deps, forReader(caller)) }),
    [`share-${name}`]: defineButton({
      args,
      landing: 'in-channel',
      press: (caller, given, deps) => screen(caller, given, deps, forChannel(caller)),
    }),
  };
}

/** A screen for the caller alone. It can be shared where there is a channel with other people. */
export function forReader(caller: Caller): Extract<Audience, { kind: 'reader' }> {
  return { kind: 'reader', canShare: caller.serverId !== undefined };
}

/** With what a reader has done, looked up for them alone: a screen for the channel never shows it. */
export async function withProgress(audience: Audience, look: () => Promise<Progress | undefined>): Promise<Audience> {
  if (audience.kind === 'channel') return audience;
  const progress = await look();
  return progress ? { ...audience, progress } : audience;
}

/** The same screen for everybody in the channel. */
function forChannel(caller: Caller): Audience {
  return { kind: 'channel', sharedBy: caller.userId };
}

/** Who reads the answer to a command with the option `share`. In the private chat nobody else reads along. */
export function audienceOf(caller: Caller, share: boolean): Audience {
  return share && caller.serverId !== undefined ? forChannel(caller) : forReader(caller);
}

/** What a shared screen is written in: the server's language, for it is for everybody. */
export function languageFor(caller: Caller, audience: Audience): string {
  return audience.kind === 'channel' ? caller.serverLanguage : caller.language;
}
