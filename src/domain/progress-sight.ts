import type { Member } from './member.ts';

/**
 * Whether another member of the server may see which steps a member has done. `isInSameGroup`: both are in one study
 * group now, and it is not archived.
 */
export function maySeeProgress(
  { progressVisibility }: Pick<Member, 'progressVisibility'>,
  isInSameGroup: boolean,
): boolean {
  switch (progressVisibility) {
    case 'nobody':
      return false;
    case 'group':
      return isInSameGroup;
    case 'server':
      return true;
  }
}
