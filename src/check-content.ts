import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ContentError } from './content/content-problem.ts';
import { listDraftTracks, loadContent } from './content/load-content.ts';
import { folderSchemas, singleSchemas } from './content/read-files.ts';
import { outlineSchema } from './content/schema.ts';
import { hoursOfStep } from './domain/roadmap.ts';
import { spokenLanguages } from './language/languages.ts';

/**
 * `npm run content`: checks the content, says what is wrong with file, line and column, and writes the JSON Schemas
 * with which an editor completes and underlines the YAML files.
 */
const root = process.env.CONTENT_DIR || 'content';

writeEditorSchemas(join(root, '.schema'));
try {
  const { steps, tracks, ...roadmap } = report();
  console.log(`The content is in order: ${steps.length} steps, ${tracks.length} tracks, ${roadmap.hours} hours.`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function report() {
  const roadmap = loadContent(root, spokenLanguages()).roadmap('en');
  for (const { trackId, missing } of listDraftTracks(roadmap)) {
    console.log(`The track "${trackId}" is a draft and is not offered. It has no notes for: ${missing.join(', ')}`);
  }
  return { ...roadmap, hours: roadmap.steps.reduce((sum, step) => sum + hoursOfStep(step), 0) };
}

function writeEditorSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const { 'ground-rules': list, needs: _needs, field: _field, tracks: introduction, ...singles } = singleSchemas;
  const {
    tracks,
    phases,
    steps,
    months,
    'focus-areas': focusArea,
    pitfalls,
    'readiness-checks': check,
  } = folderSchemas;
  const schemas: Record<string, z.ZodType> = {
    outline: outlineSchema,
    list,
    introduction,
    ...singles,
    track: tracks,
    phase: phases,
    step: steps,
    month: months,
    'focus-area': focusArea,
    pitfall: pitfalls,
    'readiness-check': check,
  };
  for (const [name, schema] of Object.entries(schemas)) {
    const json = z.toJSONSchema(schema, { io: 'input' });
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(json, undefined, 2)}\n`);
  }
}
