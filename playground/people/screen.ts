import { callbackTypes } from '../world/answers.ts';
import type { Interaction, Message } from '../world/model.ts';
import type { Exchange } from './exchange.ts';
import { type Form, readForm } from './form.ts';
import { type MessageView, readMessage } from './reading.ts';
import type { Stage } from './stage.ts';
import { filledIn } from './wait.ts';

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** What came back after a person did something. Its getters always tell the newest state. */
export interface Screen {
  readonly kind: 'message' | 'update' | 'form' | 'choices';
  /** The message that answered or was changed; the newest follow-up when nothing else was answered. */
  readonly message: MessageView | undefined;
  readonly form: Form | undefined;
  /** Only for autocomplete. */
  readonly choices: readonly Choice[];
  readonly text: string;
  readonly labels: readonly string[];
  /** True for a private (ephemeral) answer. */
  readonly private: boolean;
  /** Messages sent after the answer, oldest first. */
  readonly followUps: readonly MessageView[];
  /** True while a deferred answer waits to be filled in. */
  readonly pending: boolean;
  /** Was the answer deferred? */
  readonly deferred: boolean;
  /** Milliseconds until the first answer. */
  readonly ms: number;
  readonly exchange: Exchange;
  /** Resolves when a deferred answer is filled in; at once otherwise. Rejects after the patience's `settleMs`. */
  settled(): Promise<Screen>;
}

export function createScreen(stage: Stage, interaction: Interaction, exchange: Exchange): Screen {
  const { world } = stage;
  const type = interaction.answer?.type ?? callbackTypes.message;
  const form = type === callbackTypes.form ? readForm(interaction) : undefined;
  const view = (id: string | null | undefined) => {
    const message: Message | undefined = world.messages.get(id ?? '');
    return message && readMessage(world, message);
  };
  return {
    kind: kindOf(type),
    form,
    exchange,
    ms: exchange.ms ?? 0,
    deferred: type === callbackTypes.deferred || type === callbackTypes.deferredUpdate,
    choices: (interaction.answer?.data.choices as Choice[] | undefined) ?? [],
    get message() {
      if (form) return undefined;
      const followUp = interaction.followUpIds.at(-1);
      // A deferred update that brought a follow-up only: that is what the person looks at.
      return view(interaction.pending && followUp ? followUp : interaction.originalId) ?? view(followUp);
    },
    get text() {
      return form?.text ?? this.message?.text ?? '';
    },
    get labels() {
      return form?.labels ?? this.message?.labels ?? [];
    },
    get private() {
      return this.message?.private ?? false;
    },
    get followUps() {
      return interaction.followUpIds.flatMap((id) => view(id) ?? []);
    },
    get pending() {
      return interaction.pending;
    },
    async settled() {
      if (interaction.pending) await filledIn(stage, interaction, stage.patience.settleMs);
      return this;
    },
  };
}

function kindOf(type: number): Screen['kind'] {
  if (type === callbackTypes.form) return 'form';
  if (type === callbackTypes.choices) return 'choices';
  return type === callbackTypes.update || type === callbackTypes.deferredUpdate ? 'update' : 'message';
}
