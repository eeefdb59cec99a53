import { element, freshId, setAttribute } from '../element.ts';
import { words } from '../words.ts';
import type { FieldLabel } from './field.ts';

/** The label, description and error line around a control. */
export interface Frame {
  readonly element: HTMLElement;
  show(problem: string | undefined): void;
}

interface FrameOptions {
  readonly label: FieldLabel;
  readonly required: boolean;
  /** What is described and marked as wrong. */
  readonly control: HTMLElement;
  readonly inside: readonly HTMLElement[];
  /** Several controls that share the label, such as radio buttons. */
  readonly group?: boolean;
}

export function fieldFrame({ label, required, control, inside, group = false }: FrameOptions): Frame {
  const descriptionId = freshId('description');
  const problemId = freshId('problem');
  control.id ||= freshId('field');
  const problemLine = element('p', { class: 'field-problem', id: problemId, 'aria-live': 'polite' });
  const name = [
    element('span', { dir: 'auto' }, label.text),
    required
      ? element('span', { class: 'field-required' }, element('span', { 'aria-hidden': 'true' }, '*'), requiredNote())
      : null,
  ];
  const description = label.description
    ? element('p', { class: 'field-description', id: descriptionId, dir: 'auto' }, label.description)
    : null;
  const title = group
    ? element('legend', { class: 'field-label' }, ...name)
    : element('label', { class: 'field-label', for: control.id }, ...name);
  const frame = element(group ? 'fieldset' : 'div', { class: 'field' }, title, description, ...inside, problemLine);
  const described = group ? frame : control;
  setAttribute(described, 'aria-describedby', [description && descriptionId, problemId].filter(Boolean).join(' '));
  return {
    element: frame,
    show(problem) {
      problemLine.textContent = problem ?? '';
      frame.classList.toggle('field-wrong', problem !== undefined);
      setAttribute(control, 'aria-invalid', problem === undefined ? null : 'true');
    },
  };
}

function requiredNote(): HTMLElement {
  return element('span', { class: 'visually-hidden' }, ` (${words.form.required})`);
}
