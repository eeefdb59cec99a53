import type { z } from 'zod';
import {
  focusAreaSchema,
  historySchema,
  introductionSchema,
  jobMarketSchema,
  listSchema,
  monthSchema,
  type outlineSchema,
  overviewSchema,
  phaseSchema,
  pitfallSchema,
  placesSchema,
  questionsSchema,
  readinessCheckSchema,
  stepSchema,
  trackSchema,
} from './schema.ts';
import type { YamlFile, YamlFolder } from './yaml-file.ts';

export type Outline = z.infer<typeof outlineSchema>;

/** A file in the language it was found in: its own, or English where a translation is missing. */
export type PageFile<Value> = YamlFile<Value> & { readonly language: string; readonly id: string };

/** The schema of each kind of file, by folder or by name. */
export const folderSchemas = {
  tracks: trackSchema,
  phases: phaseSchema,
  steps: stepSchema,
  months: monthSchema,
  'focus-areas': focusAreaSchema,
  pitfalls: pitfallSchema,
  'readiness-checks': readinessCheckSchema,
} as const;

export const singleSchemas = {
  overview: overviewSchema,
  'ground-rules': listSchema,
  needs: listSchema,
  history: historySchema,
  field: listSchema,
  'job-market': jobMarketSchema,
  places: placesSchema,
  questions: questionsSchema,
  tracks: introductionSchema,
} as const;

export type FolderName = keyof typeof folderSchemas;
export type SingleName = keyof typeof singleSchemas;

/** Every file of one language. Files that could not be read are left out; the folder's problems say why. */
export interface LanguageFiles {
  single<Name extends SingleName>(name: Name): PageFile<z.infer<(typeof singleSchemas)[Name]>> | undefined;
  folder<Name extends FolderName>(name: Name): readonly PageFile<z.infer<(typeof folderSchemas)[Name]>>[];
  readonly all: readonly PageFile<unknown>[];
}

/** The ids that the outline asks for, by folder, in reading order. */
export function idsInOutline(outline: Outline): Readonly<Record<FolderName, readonly string[]>> {
  const steps = outline.phases.flatMap((phase) => phase.steps);
  const months = [...new Set(steps.map((step) => step.month))].sort((a, b) => a - b);
  return {
    tracks: outline.tracks,
    phases: outline.phases.map((phase) => phase.id),
    steps: steps.map((step) => step.id),
    months: months.map(String),
    'focus-areas': outline.focusAreas,
    pitfalls: outline.pitfalls,
    'readiness-checks': outline.readinessChecks,
  };
}

/** The names of all files that a language may have, below its folder. */
export function filesOfLanguage(outline: Outline): string[] {
  const inFolders = Object.entries(idsInOutline(outline)).flatMap(([name, ids]) => ids.map((id) => `${name}/${id}`));
  return [...Object.keys(singleSchemas), ...inFolders].map((name) => `${name}.yaml`);
}

/** Reads every file that the outline asks for. Whatever a language lacks is taken from English. */
export function readFiles(folder: YamlFolder, roadmapId: string, outline: Outline, language: string): LanguageFiles {
  const read = (name: string, id: string, schema: z.ZodType): PageFile<unknown> | undefined => {
    const found = folder.has(`${roadmapId}/${language}/${name}.yaml`) ? language : 'en';
    const file = folder.read(`${roadmapId}/${found}/${name}.yaml`, schema);
    return file && { ...file, language: found, id };
  };
  const singles = new Map<string, PageFile<unknown> | undefined>(
    Object.entries(singleSchemas).map(([name, schema]) => [name, read(name, name, schema)]),
  );
  const folders = new Map<string, readonly PageFile<unknown>[]>(
    Object.entries(idsInOutline(outline)).map(([name, ids]) => [
      name,
      ids.flatMap((id) => read(`${name}/${id}`, id, folderSchemas[name as FolderName]) ?? []),
    ]),
  );
  return {
    // The two maps are filled from the same schemas that give these their types.
    single: (name) => singles.get(name) as never,
    folder: (name) => (folders.get(name) ?? []) as never,
    all: [...singles.values(), ...[...folders.values()].flat()].filter((file) => file !== undefined),
  };
}
