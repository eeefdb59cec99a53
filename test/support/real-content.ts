import { loadContent } from '../../src/content/load-content.ts';
import type { ContentSource } from '../../src/domain/content-source.ts';
import type { Roadmap } from '../../src/domain/roadmap.ts';
import { spokenLanguages } from '../../src/language/languages.ts';
import { contentFolder } from '../content/content-files.ts';

let content: ContentSource | undefined;

/** The content that the bot ships with, read once for each test file. */
export function realContent(): ContentSource {
  content ??= loadContent(contentFolder, spokenLanguages());
  return content;
}

/** The same in English. */
export function realRoadmap(): Roadmap {
  return realContent().roadmap('en');
}
