import { componentTypes } from '../world/components.ts';
import type { Component, Json } from '../world/model.ts';
import type { Field, Form } from './form.ts';
import type { Resolvable, ResolvableKind, Resolving } from './resolving.ts';

export type FieldValue = string | number | boolean | null | Resolvable | readonly Resolvable[];

const resolvableKinds: Readonly<Record<number, ResolvableKind>> = {
  [componentTypes.userSelect]: 'user',
  [componentTypes.roleSelect]: 'role',
  [componentTypes.mentionableSelect]: 'mentionable',
  [componentTypes.channelSelect]: 'channel',
  [componentTypes.fileUpload]: 'file',
};

/**
 * The `components` of a submitted form. `values` is by label or custom id; what it leaves out keeps what stood there.
 * Throws what Discord's client would show: unknown field, missing value, too short, too long, too many.
 */
export function submittedComponents(
  form: Form,
  values: Readonly<Record<string, FieldValue>>,
  resolving: Resolving,
): Json[] {
  for (const key of Object.keys(values))
    if (!form.fields.some(({ label, customId }) => label === key || customId === key))
      throw new Error(`The form "${form.title}" has no field "${key}". It has: ${form.labels.join(', ')}.`);
  const part = (component: Component): Json => {
    const { type, id } = component;
    const field = form.fields.find(({ customId }) => customId === component.custom_id);
    if (field) return { type, id, custom_id: field.customId, ...answerOf(field, given(field, values), resolving) };
    if (component.component) return { type, id, component: part(component.component) };
    return { type, id, ...(component.components ? { components: component.components.map(part) } : {}) };
  };
  return form.components.map(part);
}

function given({ label, customId, value }: Field, values: Readonly<Record<string, FieldValue>>): FieldValue {
  return values[customId] ?? values[label] ?? value;
}

function answerOf(field: Field, value: FieldValue, resolving: Resolving): Json {
  if (field.type === componentTypes.checkbox) return { value: value === true };
  if (field.type === componentTypes.textInput) return { value: textFor(field, value === null ? '' : String(value)) };
  const list = (Array.isArray(value) ? value : value === null || value === '' ? [] : [value]) as readonly Resolvable[];
  const kind = resolvableKinds[field.type];
  const values = list.map((one) => (kind ? resolving.id(kind, one) : optionFor(field, String(one))));
  checkCount(field, values.length);
  return field.type === componentTypes.radioGroup ? { value: values[0] ?? null } : { values };
}

function textFor({ label, required, minLength, maxLength }: Field, text: string): string {
  if (required && text === '') throw new Error(`The field "${label}" is required.`);
  if (text.length > maxLength || (text !== '' && text.length < minLength))
    throw new Error(`The field "${label}" takes ${minLength} to ${maxLength} characters, not ${text.length}.`);
  return text;
}

function optionFor({ label, options }: Field, wanted: string): string {
  const found = options.find((option) => option.value === wanted || option.label === wanted);
  if (!found)
    throw new Error(
      `"${wanted}" is not among the options of "${label}": ${options.map((one) => one.label).join(', ')}.`,
    );
  return found.value;
}

function checkCount({ label, required, minValues, maxValues }: Field, count: number): void {
  if (count === 0 && !required) return;
  if (count === 0) throw new Error(`The field "${label}" is required.`);
  if (count < minValues || count > maxValues)
    throw new Error(`The field "${label}" takes ${minValues} to ${maxValues} values, not ${count}.`);
}
