import type { Db } from './database.ts';

/** Undefined when it was never set for this application. */
export async function findSetting(db: Db, applicationId: string, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('application_id', '=', applicationId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value;
}

export async function saveSetting(db: Db, applicationId: string, name: string, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ application_id: applicationId, name, value })
    .onConflict((conflict) => conflict.columns(['application_id', 'name']).doUpdateSet({ value }))
    .execute();
}
