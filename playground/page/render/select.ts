import { choicesOf, chosenAtFirst } from './choices.ts';
import { type ComponentJson, componentTypes } from './discord-json.ts';
import { Picker } from './picker.ts';
import type { Scope } from './scope.ts';
import { words } from './words.ts';

const selectTypes: readonly number[] = [
  componentTypes.stringSelect,
  componentTypes.userSelect,
  componentTypes.roleSelect,
  componentTypes.mentionableSelect,
  componentTypes.channelSelect,
];

export function isSelect({ type }: ComponentJson): boolean {
  return selectTypes.includes(type);
}

/** A select of a message: what is chosen is sent when the list closes. */
export function renderSelect(component: ComponentJson, scope: Scope): HTMLElement {
  const { custom_id: customId, placeholder, min_values: least = 1 } = component;
  const choices = choicesOf(component, scope.context);
  const most = Math.min(component.max_values ?? 1, Math.max(1, choices.length));
  const chosen = chosenAtFirst(component);
  const picker = new Picker({
    name: placeholder || words.choose,
    placeholder: placeholder || words.choose,
    customId,
    choices,
    chosen,
    least,
    most,
    hint: most > 1 ? words.chooseBetween(Math.min(least, most), most) : undefined,
    disabled: component.disabled ?? false,
    changed: (values) => void send(values),
  });
  const send = async (values: readonly string[]) => {
    const action = scope.context.act.choose(customId ?? '', values, scope.messageId);
    if (!(await scope.follow(picker.button, action))) picker.reset(chosen);
  };
  return picker.element;
}
