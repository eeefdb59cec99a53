import { expect, test } from 'vitest';
import { changeReminders } from '../../src/actions/change-reminders.ts';
import { changeSettings } from '../../src/actions/change-settings.ts';
import { leave } from '../../src/actions/leave.ts';
import { findMember } from '../../src/store/member-store.ts';
import { instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';
import { joined } from '../support/progress-builders.ts';

const now = instant('2026-03-03T12:00Z');

test.each([{ change: { language: 'en' } }, { change: { progressVisibility: 'nobody' } }] as const)(
  'setting $change sets that and nothing else, and twice changes nothing',
  async ({ change }) => {
    const deps = await freshDeps();
    const member = await joined(deps);
    expect(await changeSettings(deps, member, change)).toEqual({ kind: 'changed', member: { ...member, ...change } });
    expect(await findMember(deps.db, 'study-hall', 'ada')).toEqual({ ...member, ...change });
    expect((await changeSettings(deps, member, change)).kind).toBe('unchanged');
  },
);

test('going back to the language of Discord clears the choice', async () => {
  const deps = await freshDeps();
  const member = await joined(deps, { language: 'en' });
  expect(await changeSettings(deps, member, { language: undefined })).toMatchObject({ kind: 'changed' });
  expect((await findMember(deps.db, 'study-hall', 'ada'))?.language).toBeUndefined();
});

test('two devices that set different things at once both get what they set', async () => {
  const deps = await freshDeps();
  const member = await joined(deps);
  await Promise.all([
    changeReminders(deps, { member, reminders: 'light', now }),
    changeSettings(deps, member, { progressVisibility: 'server' }),
  ]);
  expect(await findMember(deps.db, 'study-hall', 'ada')).toMatchObject({
    reminders: 'light',
    progressVisibility: 'server',
  });
});

test('leaving keeps everything but the membership, and leaving twice keeps the first time', async () => {
  const deps = await freshDeps();
  const member = await joined(deps);
  const ask = { userId: 'ada', serverId: 'study-hall' };
  const outcomes = await Promise.all(
    [now, now.add({ hours: 1 })].map((moment) => leave(deps, { ...ask, now: moment })),
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(['left', 'no-member']);
  expect(await findMember(deps.db, 'study-hall', 'ada')).toEqual({ ...member, leftAt: now });
});

test('nobody leaves a server for another person, nor one they never joined', async () => {
  const deps = await freshDeps();
  await joined(deps);
  expect(await leave(deps, { userId: 'eve', serverId: 'study-hall', now })).toEqual({ kind: 'no-member' });
  expect(await leave(deps, { userId: 'ada', serverId: 'library', now })).toEqual({ kind: 'no-member' });
  expect((await findMember(deps.db, 'study-hall', 'ada'))?.leftAt).toBeUndefined();
});
