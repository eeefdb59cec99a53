import type { Page, Phase, Roadmap, Step, Topic, Track } from '../domain/roadmap.ts';
import type { LanguageFiles, Outline, PageFile, SingleName } from './read-files.ts';

/**
 * Puts the files of one language together. Call it only when every file could be read.
 * @throws Error for a file that is missing although the reading reported no problem: a bug of ours.
 */
export function assemble(id: string, language: string, outline: Outline, files: LanguageFiles): Roadmap {
  const steps = assembleSteps(outline, files);
  const active = steps.filter((step) => !step.retired).map((step, index) => ({ ...step, position: index + 1 }));
  const page = <Name extends SingleName>(name: Name) => {
    const file = files.single(name);
    if (!file) throw new Error(`${name} was not read`);
    return pageOf(file) as ReturnType<typeof pageOf<NonNullable<ReturnType<typeof files.single<Name>>>['value']>>;
  };
  return {
    id,
    language,
    overview: page('overview'),
    groundRules: page('ground-rules'),
    needs: page('needs'),
    history: page('history'),
    field: page('field'),
    jobMarket: page('job-market'),
    places: page('places'),
    questions: page('questions'),
    choosingTrack: page('tracks'),
    tracks: files.folder('tracks').map(pageOf) satisfies Track[],
    phases: files.folder('phases').map((file) => toPhase(file, active)),
    steps: active,
    retiredSteps: steps.filter((step) => step.retired).map((step) => ({ ...step, position: 0 })),
    months: files.folder('months').map((file) => ({
      ...pageOf(file),
      number: Number(file.id),
      stepIds: active.filter((step) => step.month === Number(file.id)).map((step) => step.id),
    })),
    focusAreas: files.folder('focus-areas').map((file) => withStepIds(file, active)),
    pitfalls: files.folder('pitfalls').map((file) => withStepIds(file, active)),
    readinessChecks: files.folder('readiness-checks').map((file) => withStepIds(file, active)),
  };
}

function pageOf<Value>({ id, file, language, value }: PageFile<Value>): Value & Omit<Page, 'title'> {
  return { id, file, language, ...value };
}

/** With the ids of the steps it names, in the order of the roadmap, without the retired ones. */
function withStepIds<Value extends { readonly steps: readonly string[] }>(
  file: PageFile<Value>,
  active: readonly { readonly id: string }[],
) {
  const { steps: named, ...rest } = pageOf(file);
  return { ...rest, stepIds: active.map((step) => step.id).filter((id) => named.includes(id)) };
}

function toPhase(
  file: PageFile<Omit<Phase, keyof Page | 'stepIds'> & { title: string }>,
  steps: readonly Step[],
): Phase {
  const stepIds = steps.filter((step) => step.phaseId === file.id).map((step) => step.id);
  return { ...pageOf(file), stepIds };
}

function assembleSteps(outline: Outline, files: LanguageFiles): (Omit<Step, 'position'> & { retired: boolean })[] {
  const places = outline.phases.flatMap((phase) => phase.steps.map((step) => ({ ...step, phaseId: phase.id })));
  const byId = new Map(files.folder('steps').map((file) => [file.id, file]));
  return places.flatMap(({ id, month, phaseId }) => {
    const file = byId.get(id);
    if (!file) return [];
    const { topics, ...step } = pageOf(file);
    const withoutMark = (topic: Topic & { readonly retired: boolean }): Topic => {
      const { retired: _, ...rest } = topic;
      return rest;
    };
    return {
      ...step,
      phaseId,
      month,
      topics: topics.filter((topic) => !topic.retired).map(withoutMark),
      retiredTopics: topics.filter((topic) => topic.retired).map(withoutMark),
    };
  });
}
