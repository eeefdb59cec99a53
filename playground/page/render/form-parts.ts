import type { RenderContext } from './context.ts';
import { type ComponentJson, componentTypes } from './discord-json.ts';
import { element } from './element.ts';
import { checkboxField } from './fields/checkbox-field.ts';
import type { Field, FieldLabel } from './fields/field.ts';
import { fileField } from './fields/file-field.ts';
import { checkboxGroupField, radioField } from './fields/option-fields.ts';
import { pickerField } from './fields/picker-field.ts';
import { textField } from './fields/text-field.ts';
import { renderMarkdown } from './markdown-element.ts';
import { isSelect } from './select.ts';

/** What stands in a form, top to bottom: questions, and texts between them. */
export interface FormParts {
  readonly elements: readonly HTMLElement[];
  readonly fields: readonly Field[];
}

export function formParts(components: readonly ComponentJson[], context: RenderContext): FormParts {
  const parts = components.flatMap((component) => partsOf(component, context));
  return {
    elements: parts.map((part) => ('element' in part ? part.element : part)),
    fields: parts.filter((part) => 'element' in part),
  };
}

function partsOf(component: ComponentJson, context: RenderContext): (Field | HTMLElement)[] {
  const { type, component: inner, components = [], content = '', label, description } = component;
  if (type === componentTypes.text) return [element('div', { class: 'form-text' }, renderMarkdown(content, context))];
  if (type === componentTypes.label && inner) return fieldOf(inner, { text: label ?? '', description }, context);
  if (type !== componentTypes.row) return [];
  return components.flatMap((one) => fieldOf(one, { text: one.label ?? '', description: undefined }, context));
}

/** A field of a kind that is not known yet is left out. */
function fieldOf(component: ComponentJson, label: FieldLabel, context: RenderContext): Field[] {
  if (isSelect(component)) return [pickerField(component, label, context)];
  switch (component.type) {
    case componentTypes.textInput:
      return [textField(component, label)];
    case componentTypes.radioGroup:
      return [radioField(component, label)];
    case componentTypes.checkboxGroup:
      return [checkboxGroupField(component, label)];
    case componentTypes.checkbox:
      return [checkboxField(component, label)];
    case componentTypes.fileUpload:
      return [fileField(component, label)];
    default:
      return [];
  }
}
