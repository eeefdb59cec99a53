import type { Restoration } from '../domain/must-look.ts';
import { findRestoration as findStored } from '../store/restoration-store.ts';
import type { Deps } from './deps.ts';

/** That this database was put back from a copy, and what the copy cannot know. */
export function findRestoration({ db }: Pick<Deps, 'db'>): Promise<Restoration | undefined> {
  return findStored(db);
}
