import type { PersonalScope, PersonalSummary } from '../domain/personal-data.ts';
import type { Db } from '../store/database.ts';
import { countPersonalRows, listPersonalServers } from '../store/personal-data-store.ts';
import type { Deps } from './deps.ts';

/** How much is stored about a person, also where they have left. */
export async function readPersonalData(deps: Pick<Deps, 'db'>, scope: PersonalScope): Promise<PersonalSummary> {
  return summarisePersonalData(deps.db, scope);
}

/** The same inside a transaction. */
export async function summarisePersonalData(db: Db, scope: PersonalScope): Promise<PersonalSummary> {
  const serverIds = await listPersonalServers(db, scope.userId);
  return { scope, serverIds, tables: await countPersonalRows(db, scope) };
}
