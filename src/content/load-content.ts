import type { ContentSource } from '../domain/content-source.ts';
import { isTrackComplete, type Roadmap } from '../domain/roadmap.ts';
import { assemble } from './assemble.ts';
import { checkRoadmap } from './check-roadmap.ts';
import { checkTranslation } from './check-translation.ts';
import { ContentError } from './content-problem.ts';
import { filesOfLanguage, type Outline, readFiles } from './read-files.ts';
import { outlineSchema } from './schema.ts';
import { YamlFolder } from './yaml-file.ts';

const ROADMAP = 'backend';
const FALLBACK = 'en';

/**
 * Reads the roadmap in every language asked for; English is always among them.
 * @param root the content folder; @param languages those the bot can speak.
 * @throws ContentError with file, line and column of everything that does not fit. Then nothing is returned.
 */
export function loadContent(root: string, languages: readonly string[] = []): ContentSource {
  const folder = new YamlFolder(root);
  const outline = folder.read(`${ROADMAP}/roadmap.yaml`, outlineSchema);
  if (!outline) throw new ContentError(folder.problems);
  for (const language of new Set([FALLBACK, ...languages])) reportUnread(folder, outline.value, language);
  const english = readFiles(folder, ROADMAP, outline.value, FALLBACK);
  if (folder.problems.length > 0) throw new ContentError(folder.problems);

  const roadmaps = new Map<string, Roadmap>();
  for (const language of new Set([FALLBACK, ...languages])) {
    const files = language === FALLBACK ? english : readFiles(folder, ROADMAP, outline.value, language);
    if (folder.problems.length > 0) continue;
    const roadmap = assemble(ROADMAP, language, outline.value, files);
    folder.problems.push(...checkRoadmap(roadmap, outline, files), ...checkTranslation(files, english));
    roadmaps.set(language, roadmap);
  }
  if (folder.problems.length > 0) throw new ContentError(folder.problems);
  return contentOf(roadmaps);
}

/** A file that no page is read from is a typing error in its name, or a page that roadmap.yaml does not list. */
function reportUnread(folder: YamlFolder, outline: Outline, language: string): void {
  const known = new Set(filesOfLanguage(outline));
  for (const name of folder.list(`${ROADMAP}/${language}`)) {
    if (known.has(name)) continue;
    const message = 'no page is read from this file: correct its name, or list it in roadmap.yaml';
    folder.problems.push({ file: `${ROADMAP}/${language}/${name}`, line: 1, column: 1, message });
  }
}

function contentOf(roadmaps: ReadonlyMap<string, Roadmap>): ContentSource {
  const fallback = roadmaps.get(FALLBACK);
  if (!fallback) throw new Error('English was not loaded');
  return {
    roadmap: (language) => roadmaps.get(language) ?? fallback,
    languages: [...roadmaps.keys()],
  };
}

/** The tracks that are not offered yet, with the steps that they lack notes for. */
export function listDraftTracks(roadmap: Roadmap): { readonly trackId: string; readonly missing: readonly string[] }[] {
  return roadmap.tracks
    .filter((track) => !isTrackComplete(roadmap, track))
    .map((track) => ({
      trackId: track.id,
      missing: roadmap.steps.map((step) => step.id).filter((id) => track.notes[id] === undefined),
    }));
}
