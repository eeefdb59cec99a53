import { expect, test } from 'vitest';
import { instant } from '../support/builders.ts';
import { aCourse } from '../support/course.ts';

const WEDNESDAY = instant('2026-03-04T12:00Z');

/** A group that set out on Monday, in #study, and somebody who has joined it. */
async function aRunningCourse() {
  const course = await aCourse({ from: WEDNESDAY, group: { createdAt: instant('2026-02-01T12:00Z') } });
  const ada = course.playground.person('Ada').in('study');
  await ada.slash('join');
  await ada.press('Start');
  return { ...course, ada };
}

test('a member checks in, corrects it, finishes a step, looks back, and takes it back', async () => {
  const { ada, db } = await aRunningCourse();
  await ada.slash('checkin');
  expect(ada.form?.text).toContain('Check-in: Week of 2 March');
  expect(ada.form?.text).toContain('Everyone in #study reads this.');
  const step = ada.form?.fields.at(-1)?.options.at(0)?.label ?? '';
  const answer = await ada.fill({ did: '# Indexes @everyone', hours: '3,5', boxes: [step, 'help'], obstacle: 'Joins' });
  expect(answer.private).toBe(true);
  expect(answer.text).toContain('your check-in for **Week of 2 March** is in.');
  expect(answer.text).toContain('is done.');

  await ada.press('Correct');
  expect(ada.form?.fields.map(({ value }) => value)).toEqual([
    '# Indexes @everyone',
    '',
    'Joins',
    '3:30',
    expect.arrayContaining(['help']),
  ]);
  expect((await ada.fill({ hours: 'a few' })).text).toContain('I could not read the hours.');
  await ada.press('Correct');
  expect(ada.form?.fields[3]?.value).toBe('a few');
  expect((await ada.fill({ hours: '' })).text).toContain('says this now.');
  await ada.slash('checkin');
  expect((await ada.fill({})).text).toContain('nothing was changed.');

  const look = await ada.suggestions('checkin', { look: '2 mar' });
  expect((await ada.slash('checkin', { look: look[0]?.value ?? '' })).text).toContain('> \\# Indexes @everyone');
  await ada.press('Take back');
  expect((await ada.press('Take back')).text).toContain('is taken back.');
  expect(await db.selectFrom('check_in').select(['counts', 'did']).execute()).toEqual([
    { counts: 0, did: '# Indexes @everyone' },
  ]);
}, 60_000);

test('the same form sent twice at once is one check-in', async () => {
  const { ada, db, playground } = await aRunningCourse();
  const phone = playground.person('Ada').in('study');
  await ada.slash('checkin');
  const first = ada.fill({ did: 'Read.' });
  await Promise.allSettled([first, phone.slash('checkin')]);
  if (phone.form) await phone.fill({ did: 'Read.' });
  expect(await db.selectFrom('check_in').selectAll().execute()).toHaveLength(1);
  const orders = await db.selectFrom('outbox').select('operation').where('operation', '=', 'card').execute();
  expect(orders).toHaveLength(1);
}, 60_000);

test('whoever may not write in the channel is told, in the server and in the private chat, and keeps it private', async () => {
  const { ada, db, playground } = await aRunningCourse();
  playground.controls.overwrite('study', ada.id, { deny: ['SendMessagesInThreads'] });
  for (const place of [ada, ada.privately]) {
    await place.slash('checkin');
    expect(place.form?.text).toContain('You may not write in #study');
    expect(place.form?.fields.at(-1)?.value).toContain('private');
    expect((await place.fill({ did: 'Read.', boxes: [] })).text).toContain('so I do not write there for you');
  }
  await ada.slash('checkin');
  expect((await ada.fill({ did: 'Read.' })).text).toContain('Only you can read it.');
  expect(await db.selectFrom('check_in').select('is_private').execute()).toEqual([{ is_private: 1 }]);
  playground.controls.overwrite('study', ada.id, {});
  await ada.privately.slash('checkin');
  expect(ada.form?.text).toContain('Everyone in #study reads this.');
}, 60_000);

test('whoever is timed out is silent in the private chat, too, and until it is over', async () => {
  const { ada, playground, time } = await aRunningCourse();
  playground.controls.timeOut(ada, 60);
  await expect(ada.slash('checkin')).rejects.toThrow('Use Application Commands is missing');
  await ada.privately.slash('checkin');
  expect(ada.form?.text).toContain('You may not write in #study');
  expect((await ada.fill({ did: 'Read.', boxes: [] })).text).toContain('so I do not write there for you');
  await time.travelTo(WEDNESDAY.add({ minutes: 61 }));
  for (const place of [ada, ada.privately]) {
    await place.slash('checkin');
    expect(place.form?.text).toContain('Everyone in #study reads this.');
  }
}, 60_000);

test('a form that was open when its writer was timed out posts nothing', async () => {
  const { ada, db, playground } = await aRunningCourse();
  await ada.slash('checkin');
  playground.controls.timeOut(ada, 60);
  expect((await ada.fill({ did: 'Read.' })).text).toContain('so I do not write there for you');
  expect(await db.selectFrom('check_in').select('did').execute()).toEqual([]);
}, 60_000);

test('roles decide, too: where everybody is silent, those with a role that may write can', async () => {
  const { ada, playground } = await aRunningCourse();
  const { controls } = playground;
  controls.addRole('Writers');
  controls.overwrite('study', controls.server().id, { deny: ['SendMessagesInThreads'] });
  controls.overwrite('study', 'Writers', { allow: ['SendMessagesInThreads'] });
  for (const place of [ada, ada.privately]) {
    await place.slash('checkin');
    expect(place.form?.text).toContain('You may not write in #study');
  }
  controls.giveRole(ada, 'Writers');
  for (const place of [ada, ada.privately]) {
    await place.slash('checkin');
    expect(place.form?.text).toContain('Everyone in #study reads this.');
  }
}, 60_000);

test('a stranger who presses Check in joins first and then finds the form', async () => {
  const { playground } = await aRunningCourse();
  const bo = playground.person('Bo').in('study');
  await bo.slash('checkin');
  await bo.press('Start');
  expect(bo.screen?.labels ?? []).toContain('Go on');
  await bo.press('Go on');
  expect(bo.form?.text).toContain('Check-in: Week of 2 March');
}, 60_000);
