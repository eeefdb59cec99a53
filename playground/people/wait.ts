import { callbackTypes } from '../world/answers.ts';
import { failInteraction } from '../world/interactions.ts';
import type { Interaction } from '../world/model.ts';
import type { Stage } from './stage.ts';

/**
 * Resolves when the bot has given its first answer.
 * Rejects after `limits.answerMs` (real time) and when the bot's answer broke a rule.
 */
export function firstAnswer(stage: Stage, interaction: Interaction): Promise<void> {
  const { world } = stage;
  return watch(stage, interaction, () => interaction.state === 'answered', {
    ms: world.limits.answerMs,
    onTimeout(reject) {
      failInteraction(world, interaction);
      const offline = stage.gateway.isConnected() ? '' : ' (the bot is not connected to the gateway)';
      reject(new Error(`The application did not respond within ${world.limits.answerMs / 1000} seconds${offline}.`));
    },
  });
}

/** Resolves when a deferred answer was filled in (or deleted). Rejects after `settleMs`. */
export function filledIn(stage: Stage, interaction: Interaction, settleMs: number): Promise<void> {
  return watch(stage, interaction, () => !interaction.pending || interaction.followUpIds.length > 0, {
    ms: settleMs,
    onTimeout: (reject) =>
      reject(new Error(`The bot deferred its answer and was still thinking after ${settleMs} ms.`)),
  });
}

/** Waits as a test usually wants: for a deferred answer to be filled in, for a deferred update only a while. */
export async function settle(stage: Stage, interaction: Interaction): Promise<void> {
  if (!interaction.pending) return;
  if (interaction.answer?.type === callbackTypes.deferred) return filledIn(stage, interaction, stage.patience.settleMs);
  await filledIn(stage, interaction, stage.patience.quietMs).catch((error: unknown) => {
    if (ruleBroken(stage, interaction)) throw error;
  });
}

interface Limit {
  readonly ms: number;
  onTimeout(reject: (error: Error) => void): void;
}

/** Resolves when `done()` is true; looks again at each event of the interaction. */
function watch(stage: Stage, interaction: Interaction, done: () => boolean, limit: Limit): Promise<void> {
  if (done()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stops: (() => void)[] = [];
    const finish = (act: () => void) => {
      for (const stop of stops) stop();
      clearTimeout(timer);
      act();
    };
    const timer = setTimeout(() => finish(() => limit.onTimeout(reject)), limit.ms);
    const look = ({ id }: Interaction) => {
      if (id === interaction.id && done()) finish(resolve);
    };
    stops.push(
      stage.world.events.on('interaction-answered', look),
      stage.world.events.on('interaction-changed', look),
      stage.rulebook.events.on('violation', ({ interactionId }) => {
        // All problems of a body are recorded in one go: wait for the rest of them.
        if (interactionId === interaction.id)
          setImmediate(() => finish(() => reject(new Error(ruleBroken(stage, interaction) ?? 'A rule was broken.'))));
      }),
    );
  });
}

/** The rules that the bot's answers to this interaction broke, as a sentence. */
function ruleBroken({ rulebook }: Stage, { id }: Interaction): string | undefined {
  const broken = rulebook.violations.filter(({ interactionId }) => interactionId === id);
  if (broken.length === 0) return undefined;
  const lines = broken.map(({ path, message, route }) => `- ${path.join('.') || 'body'}: ${message} (${route})`);
  return `The bot's answer broke Discord's rules:\n${lines.join('\n')}`;
}
