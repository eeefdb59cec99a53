import type { PersonalScope, PersonalTable } from '../domain/personal-data.ts';
import { listPersonalRows } from '../store/personal-data-store.ts';
import type { Deps } from './deps.ts';

/** Every row about a person, all of one moment. */
export async function exportPersonalData(
  deps: Pick<Deps, 'db'>,
  scope: PersonalScope,
): Promise<readonly PersonalTable[]> {
  return deps.db.transaction().execute((trx) => listPersonalRows(trx, scope));
}
