import { expect, test } from 'vitest';
import { askForHelp } from '../../src/actions/ask-for-help.ts';
import { askGroup } from '../../src/actions/call-for-help.ts';
import { checkIn } from '../../src/actions/check-in.ts';
import { deletePersonalData } from '../../src/actions/delete-personal-data.ts';
import { leaveGroup } from '../../src/actions/join-group.ts';
import type { Member } from '../../src/domain/member.ts';
import { periodId } from '../../src/domain/period.ts';
import { helpEntry } from '../../src/domain/period-order.ts';
import { insertOutboxEntry } from '../../src/store/outbox-store.ts';
import { aContent } from '../support/check-ins.ts';
import { aCaller } from '../support/reader.ts';
import { realRoadmap } from '../support/real-content.ts';
import { Rhythm } from '../support/rhythm.ts';
import { sampleOf } from '../support/sample.ts';

const SENDING = /^POST \/channels\/\d+\/messages$/;

/** Has Ada ask for help with the first step. Returns the id of her request. */
async function ask({ deps, time }: Rhythm, ada: Member): Promise<string> {
  const asking = { ...aCaller({ userId: ada.userId }), member: ada, now: time.now() };
  const asked = await askForHelp(deps, { ...asking, stepId: realRoadmap().steps[0]?.id ?? '', words: 'Help!' });
  if (asked.kind !== 'noted') throw new Error(asked.kind);
  return asked.request.id;
}

/** What orders a message that names Ada in the thread of the first week. */
const orders = {
  async card({ deps, group, time }: Rhythm, ada: Member) {
    const input = { member: ada, periodId: periodId(group.id, 1), content: aContent(), language: 'en' };
    await checkIn(deps, { ...input, now: time.now() });
  },
  async help(rhythm: Rhythm, ada: Member, ben: Member) {
    const people = { blockerId: await ask(rhythm, ada), helperId: ben.id, askerUserId: ada.userId };
    const now = rhythm.time.now();
    await insertOutboxEntry(rhythm.db, helpEntry(rhythm.group, people, now), now);
  },
  async 'help-call'(rhythm: Rhythm, ada: Member) {
    const asking = { ...aCaller({ userId: ada.userId }), member: ada, now: rhythm.time.now() };
    await askGroup(rhythm.deps, { ...asking, requestId: await ask(rhythm, ada) });
  },
};

/** Ben's card stands in the thread; what names Ada is on its way there when she does this. */
async function meanwhile(kind: keyof typeof orders, act: (rhythm: Rhythm, ada: Member) => Promise<unknown>) {
  const rhythm = await Rhythm.begin();
  const [ada, ben] = [await rhythm.member('Ada'), await rhythm.member('Ben')];
  await rhythm.travelTo('2026-03-04T12:00Z');
  await rhythm.checkIn(ben, 1, { did: 'His.' });
  await orders[kind](rhythm, ada, ben);

  rhythm.playground.controls.delay(SENDING, 2000);
  const delivering = rhythm.deliver();
  const begun = rhythm.db.selectFrom('outbox').select('key').where('operation', '=', kind).where('attempts', '=', 1);
  await expect.poll(() => begun.where('state', '=', 'waiting').execute(), { timeout: 10_000 }).toHaveLength(1);
  await act(rhythm, ada);
  await delivering;
  await rhythm.deliver();
  expect(rhythm.playground.violations).toEqual([]);
  const removals = await rhythm.db.selectFrom('outbox').select('state').where('operation', '=', 'removal').execute();
  return {
    left: rhythm.threads[0]?.messages.map(({ text }) => text),
    removals: removals.map(({ state }) => state),
  };
}

const removed = { left: [expect.stringContaining('His.')], removals: ['sent'] };

test.each(sampleOf(['help-call', 'help', 'card'] as const))(
  'a %s that is on its way while the data of whom it names is deleted goes as soon as it stands there',
  async (kind) => {
    const deleteData = ({ deps, time }: Rhythm, { userId }: Member) => deletePersonalData(deps, { userId }, time.now());
    expect(await meanwhile(kind, deleteData)).toEqual(removed);
  },
  60_000,
);

test('what asks for help and is on its way while its author leaves the group goes, for it is wanted no more', async () => {
  const leave = ({ deps, time }: Rhythm, member: Member) => leaveGroup(deps, { member, now: time.now() });
  expect(await meanwhile('help-call', leave)).toEqual(removed);
}, 60_000);
