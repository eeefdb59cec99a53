import type { RenderContext } from './context.ts';
import type { FormJson } from './discord-json.ts';
import { element, freshId, plainButton } from './element.ts';
import type { Field } from './fields/field.ts';
import { followAction, isBusy } from './follow.ts';
import type { FormHandlers, FormReading, RenderedForm } from './form-contract.ts';
import { formParts } from './form-parts.ts';
import { icon } from './icons.ts';
import { returnFocus } from './place-focus.ts';
import { words } from './words.ts';

/** A form (modal) as a dialog. Nothing is sent while a field holds what Discord would not take. */
export function renderForm(form: FormJson, context: RenderContext, on: FormHandlers): RenderedForm {
  const { elements, fields } = formParts(form.components, context);
  const summary = element('div', { class: 'form-summary', role: 'alert' });
  const submit = element('button', { type: 'submit', class: 'button button-primary' }, words.form.submit);
  const close = () => dialog.close();
  const body = element(
    'form',
    { class: 'form', novalidate: true },
    element('div', { class: 'form-fields' }, summary, ...elements),
    element('div', { class: 'form-buttons' }, plainButton('button button-secondary', close, words.form.cancel), submit),
  );
  const dialog: HTMLDialogElement = dialogAround(form.title, body, close);
  let sent = false;
  let left: Element | null = null;
  body.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isBusy(submit)) return;
    const reading = readFields(fields);
    showProblems(reading, fields, summary);
    if (!reading.ok) return;
    const action = followAction(submit, on.submit(reading.values), summary, words.form.notSent);
    sent = await action;
    if (sent) dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    returnFocus(left);
    if (!sent) on.cancel();
  });
  return {
    element: dialog,
    open() {
      left = document.activeElement;
      document.body.append(dialog);
      dialog.showModal();
      fields[0]?.focus();
    },
    read: () => readFields(fields),
  };
}

function dialogAround(title: string, body: HTMLElement, close: () => void): HTMLDialogElement {
  const titleId = freshId('form');
  const cross = plainButton('form-close', close, icon('close'));
  cross.setAttribute('aria-label', words.form.close);
  return element(
    'dialog',
    { class: 'form-dialog', 'aria-labelledby': titleId },
    element('div', { class: 'form-head' }, element('h2', { id: titleId, dir: 'auto' }, title), cross),
    body,
  );
}

function readFields(fields: readonly Field[]): FormReading {
  const problems = fields.flatMap(({ customId, label, problem }) => {
    const message = problem();
    return message === undefined ? [] : [{ customId, label, message }];
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, values: Object.fromEntries(fields.map(({ customId, value }) => [customId, value()])) };
}

/** Beside each field, and together where a screen reader speaks; the focus goes to the first. */
function showProblems(reading: FormReading, fields: readonly Field[], summary: HTMLElement): void {
  const problems = reading.ok ? [] : reading.problems;
  for (const field of fields) field.show(problems.find(({ customId }) => customId === field.customId)?.message);
  summary.textContent = problems.length > 0 ? words.form.problems(problems.map(({ label }) => label)) : '';
  fields.find(({ customId }) => customId === problems[0]?.customId)?.focus();
}
