import type { Member } from '../domain/member.ts';
import type { Deps } from './deps.ts';
import { type ReadStandingInput, readStanding } from './find-standing.ts';

export interface Reader {
  /** Undefined for whoever has not joined here. */
  readonly member: Member | undefined;
  /** The language that they chose, else that of their Discord. */
  readonly language: string;
}

/** Who reads, for screens that anybody may open and that tell members more. Does not count as being seen. */
export async function findReader(
  deps: Deps,
  caller: ReadStandingInput & { readonly language: string },
): Promise<Reader> {
  const standing = await readStanding(deps, caller);
  const member = standing.kind === 'member' ? standing.member : undefined;
  return { member, language: member?.language ?? caller.language };
}
