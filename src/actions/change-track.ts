import type { Member } from '../domain/member.ts';
import { isTrackComplete, type Track } from '../domain/roadmap.ts';
import { updateMember } from '../store/member-store.ts';
import type { Deps } from './deps.ts';
import { readRoadmap } from './read-roadmap.ts';

export interface ChangeTrackInput {
  readonly member: Pick<Member, 'id'>;
  /** Undefined: not sure yet. */
  readonly trackId: string | undefined;
  readonly language: string;
}

export type ChangeTrackOutcome =
  | { readonly kind: 'changed'; readonly track: Track | undefined }
  /** It is not offered (any more): nothing was written. */
  | { readonly kind: 'unknown-track' };

/** Sets the language that a member learns with. Doing it twice changes nothing more. */
export async function changeTrack(
  deps: Deps,
  { member, trackId, language }: ChangeTrackInput,
): Promise<ChangeTrackOutcome> {
  const roadmap = readRoadmap(deps, language);
  const track = roadmap.tracks.find((one) => one.id === trackId && isTrackComplete(roadmap, one));
  if (trackId !== undefined && !track) return { kind: 'unknown-track' };
  await updateMember(deps.db, member.id, { trackId });
  return { kind: 'changed', track };
}
