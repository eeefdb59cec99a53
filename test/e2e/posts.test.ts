import { expect, test } from 'vitest';
import { instant } from '../support/builders.ts';
import { aCohort, insertPlannedGroup } from '../support/cohorts.ts';
import { openTestDatabase } from '../support/database.ts';
import { aMovedTime } from '../support/moved-time.ts';

test('a due milestone arrives in a text channel once, at its hour', async () => {
  const time = await aMovedTime(instant('2026-02-01T12:00Z'));
  const { playground } = time;
  const db = openTestDatabase(time.bot.databaseFile);
  const { id: serverId } = playground.controls.server();
  const { id: channelId } = playground.channel('study');
  await insertPlannedGroup(db, aCohort({ serverId, channelId }));

  await time.travelTo(instant('2026-03-01T12:00Z'));
  const { messages } = playground.channel('study');
  expect(messages.map(({ createdAt }) => new Date(createdAt).toISOString().slice(0, 16))).toEqual(['2026-02-23T17:00']);

  await time.travelTo(instant('2026-12-01T12:00Z'));
  expect(playground.channel('study').messages).toHaveLength(10);
});
