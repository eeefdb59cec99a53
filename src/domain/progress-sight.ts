import type { Member } from './member.ts';

/**
 * Whether others in the server may see which steps a member has done. Until there are study groups, nobody but the
 * member is in the same one.
 */
export function maySeeProgress({ progressVisibility }: Pick<Member, 'progressVisibility'>): boolean {
  return progressVisibility === 'server';
}
