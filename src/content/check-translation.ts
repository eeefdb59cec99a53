import type { z } from 'zod';
import type { ContentProblem } from './content-problem.ts';
import type { LanguageFiles, PageFile } from './read-files.ts';
import type { stepSchema } from './schema.ts';

/** A translation may change words only: what progress and forecasts count on must be as it is in English. */
export function checkTranslation(translated: LanguageFiles, english: LanguageFiles): ContentProblem[] {
  const originals = new Map(english.folder('steps').map((file) => [file.id, file]));
  return translated
    .folder('steps')
    .filter((file) => file.language !== 'en')
    .flatMap((file) => {
      const original = originals.get(file.id);
      return original ? checkTopics(file, original) : [];
    });
}

type StepFile = PageFile<z.infer<typeof stepSchema>>;

function checkTopics(file: StepFile, original: StepFile): ContentProblem[] {
  const problems: ContentProblem[] = [];
  if (shapeOf(file.value) !== shapeOf(original.value)) {
    problems.push(
      file.problemAt(['topics'], 'ids, hours, order and "retired" must be the same as in the English file'),
    );
  }
  if (file.value.build.hours !== original.value.build.hours) {
    problems.push(file.problemAt(['build', 'hours'], 'the hours must be the same as in the English file'));
  }
  return problems;
}

function shapeOf({ topics }: StepFile['value']): string {
  return JSON.stringify(topics.map(({ id, hours, retired }) => [id, hours, retired]));
}
