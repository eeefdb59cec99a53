import { findPage, isPageKind, listReferences } from '../domain/page-reference.ts';
import { hoursOfStep, type Roadmap } from '../domain/roadmap.ts';
import { textsIn } from '../lib/texts-in.ts';
import type { ContentProblem } from './content-problem.ts';
import type { LanguageFiles, Outline, PageFile } from './read-files.ts';
import type { YamlFile } from './yaml-file.ts';

/** What no single file can tell: references between files, hours, and ids that must be unique. */
export function checkRoadmap(roadmap: Roadmap, outline: YamlFile<Outline>, files: LanguageFiles): ContentProblem[] {
  return [
    ...files.all.flatMap((file) => checkReferences(file, roadmap)),
    ...checkStepIds(files, roadmap),
    ...checkUniqueIds(files),
    ...checkFormerIds(files),
    ...checkHours(roadmap, outline),
  ];
}

/** Also misspelt ones, such as `[[Step/sql]]`. Shell conditions such as `[[ -f x ]]` have spaces. */
const ANYTHING_LIKE_A_REFERENCE = /\[\[[^\s\]]*\/[^\s\]]*\]\]/g;

function checkReferences(file: PageFile<unknown>, roadmap: Roadmap): ContentProblem[] {
  const isGood = (written: string) =>
    listReferences(written).some(({ kind, id }) => isPageKind(kind) && findPage(roadmap, { kind, id }));
  return textsIn(file.value).flatMap(({ path, text }) =>
    (text.match(ANYTHING_LIKE_A_REFERENCE) ?? [])
      .filter((written) => !isGood(written))
      .map((written) => file.problemAt(path, `${written} refers to a page that does not exist`)),
  );
}

function checkStepIds(files: LanguageFiles, roadmap: Roadmap): ContentProblem[] {
  const known = new Set([...roadmap.steps, ...roadmap.retiredSteps].map((step) => step.id));
  const lists = [...files.folder('focus-areas'), ...files.folder('pitfalls'), ...files.folder('readiness-checks')];
  const inLists = lists.flatMap((file) =>
    file.value.steps.flatMap((id, index) =>
      known.has(id) ? [] : [file.problemAt(['steps', index], `there is no step "${id}"`)],
    ),
  );
  const inNotes = files
    .folder('tracks')
    .flatMap((file) =>
      Object.keys(file.value.notes).flatMap((id) =>
        known.has(id) ? [] : [file.problemAt(['notes', id], `there is no step "${id}"`)],
      ),
    );
  return [...inLists, ...inNotes];
}

/** Progress is kept under these ids, so two of one name would share it. */
function checkUniqueIds(files: LanguageFiles): ContentProblem[] {
  return files
    .folder('steps')
    .flatMap((file) => [
      ...checkRepeats(file, 'topics', file.value.topics),
      ...checkRepeats(file, 'questions', file.value.questions),
    ]);
}

/** A former id that is alive would count one person's tick for two things. */
function checkFormerIds(files: LanguageFiles): ContentProblem[] {
  const steps = files.folder('steps');
  const alive = new Set(steps.flatMap(({ id, value }) => [id, ...value.topics.map((topic) => `${id}/${topic.id}`)]));
  return steps.flatMap((file) => {
    const lists: (readonly [readonly PropertyKey[], readonly string[]])[] = [
      [['was'], file.value.was],
      ...file.value.topics.map((topic, index) => [['topics', index, 'was'], topic.was] as const),
    ];
    return lists.flatMap(([path, was]) =>
      was
        .filter((id) => alive.has(id))
        .map((id) => file.problemAt(path, `"${id}" is still in use, so it cannot be a former id`)),
    );
  });
}

function checkRepeats(file: PageFile<unknown>, list: string, items: readonly { readonly id: string }[]) {
  return items.flatMap(({ id }, index) =>
    items.findIndex((item) => item.id === id) === index
      ? []
      : [file.problemAt([list, index, 'id'], `the id "${id}" stands twice in this list`)],
  );
}

function checkHours(roadmap: Roadmap, outline: YamlFile<Outline>): ContentProblem[] {
  const sum = roadmap.steps.reduce((hours, step) => hours + hoursOfStep(step), 0);
  if (sum === outline.value.hours) return [];
  return [outline.problemAt(['hours'], `hours: all steps together have ${sum} hours, not ${outline.value.hours}`)];
}
