import { componentTypes, walkComponents } from '../world/components.ts';
import type { Component } from '../world/model.ts';
import { buttonProblems } from './button-rules.ts';
import { type Problem, problem } from './problem.ts';
import { isSelect, selectProblems } from './select-rules.ts';

/** The rules for components that the schemas miss (docs: Component Reference). */
export function componentProblems(components: readonly Component[]): Problem[] {
  const all = [...walkComponents(components, ['components'])];
  return [
    ...doubledIds(components),
    ...all.flatMap(([component, path]) =>
      oneComponent(component).map((one) => ({ ...one, path: [...path, ...one.path] })),
    ),
  ];
}

function oneComponent(component: Component): Problem[] {
  if (component.type === componentTypes.button) return buttonProblems(component);
  if (component.type === componentTypes.row) return rowProblems(component);
  if (component.type === componentTypes.file) return fileComponentProblems(component);
  return isSelect(component) ? selectProblems(component) : [];
}

/** Custom ids and ids are unique in a message or form; 0 counts as no id. */
export function doubledIds(components: readonly Component[]): Problem[] {
  const customIds = new Set<string>();
  const ids = new Set<number>();
  return [...walkComponents(components, ['components'])].flatMap(([{ custom_id: customId, id }, path]) => {
    const doubled = customId !== undefined && customIds.has(customId);
    const doubledId = Boolean(id) && ids.has(id ?? 0);
    if (customId !== undefined) customIds.add(customId);
    if (id) ids.add(id);
    return [
      ...(doubled
        ? [
            problem(
              [...path, 'custom_id'],
              'COMPONENT_CUSTOM_ID_DUPLICATED',
              'Component custom id cannot be duplicated',
            ),
          ]
        : []),
      ...(doubledId ? [problem([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated')] : []),
    ];
  });
}

/** A row holds up to 5 buttons or a single select. */
function rowProblems({ components = [] }: Component): Problem[] {
  if (!components.some(isSelect) || components.length === 1) return [];
  return components
    .slice(1)
    .map((_component, index) =>
      problem(
        ['components', index + 1],
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      ),
    );
}

function fileComponentProblems({ file }: Component): Problem[] {
  const url = String((file as { url?: unknown } | undefined)?.url);
  if (url.startsWith('attachment://')) return [];
  return [problem(['file', 'url'], 'FILE_ATTACHMENT_REFERENCE_REQUIRED', 'A file component takes attachment:// only')];
}
