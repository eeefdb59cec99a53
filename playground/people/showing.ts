import type { Channel, Interaction } from '../world/model.ts';
import type { Actor } from './actor.ts';
import type { Exchange } from './exchange.ts';
import { createScreen, type Screen } from './screen.ts';

/** Puts an answer in front of the person: as the newest screen, and as the open form when it is one. */
export function show(
  { state }: Actor,
  interaction: Interaction,
  exchange: Exchange,
  channel: Channel,
  sourceMessageId: string | null,
): Screen {
  const screen = createScreen(state.stage, interaction, exchange);
  state.screen = screen;
  state.open = screen.form ? { form: screen.form, channel, sourceMessageId } : undefined;
  return screen;
}
