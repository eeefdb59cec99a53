import type { ComponentJson } from '../discord-json.ts';
import type { FormValue } from '../form-contract.ts';

/** One question of a form. */
export interface Field {
  readonly customId: string;
  readonly label: string;
  readonly element: HTMLElement;
  value(): FormValue;
  /** What Discord would not take, in words; undefined when it is all right. */
  problem(): string | undefined;
  /** Puts the problem beside the field, or takes it away. */
  show(problem: string | undefined): void;
  focus(): void;
}

/** What the Label around a field says. In an old-style row the text input says it itself. */
export interface FieldLabel {
  readonly text: string;
  readonly description: string | null | undefined;
}

/** Everything but a single checkbox is required unless it says otherwise. */
export function isRequired({ required }: ComponentJson): boolean {
  return required ?? true;
}
