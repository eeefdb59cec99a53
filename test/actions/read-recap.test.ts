import { expect, test } from 'vitest';
import { checkIn } from '../../src/actions/check-in.ts';
import type { Deps } from '../../src/actions/deps.ts';
import { orderRecaps } from '../../src/actions/order-recap.ts';
import { readRecap } from '../../src/actions/read-recap.ts';
import { listOutboxRecords } from '../../src/store/outbox-store.ts';
import { findPeriod } from '../../src/store/period-store.ts';
import { findStudyGroup } from '../../src/store/study-group-store.ts';
import { aLearner, checkInDeps, WEDNESDAY } from '../support/check-in-people.ts';
import { aContent } from '../support/check-ins.ts';

const PERIOD = 'early.c.1';
/** When its recap is due. */
const DUE = WEDNESDAY.add({ hours: 24 * 7 + 6 });

/** "3 check-ins, 3 hours, 1 step", as the recap that is sent now says. */
async function recapNow(deps: Deps): Promise<string> {
  const group = await findStudyGroup(deps.db, 'early');
  const record = (await listOutboxRecords(deps.db, 'early')).find(({ order }) => order.kind === 'recap');
  if (!group || record?.order.kind !== 'recap') throw new Error('There is no recap to make');
  const post = await readRecap(deps, { record, order: record.order, group });
  const recap = post.kind === 'ready' && post.reading.kind === 'recap' ? post.reading.recap : undefined;
  if (!recap) throw new Error(`The recap is ${post.kind}`);
  const { checkIns, hours = 0, steps } = recap;
  return `${checkIns} check-ins, ${hours} hours, ${steps.length} steps`;
}

test('a correction while the recap is made is in it whole or not at all', async () => {
  const deps = await checkInDeps();
  const ada = await aLearner(deps, 'ada');
  const others = await Promise.all(['bo', 'cy', 'di'].map((id) => aLearner(deps, id)));
  const say = (member: typeof ada, content = {}) =>
    checkIn(deps, {
      member,
      periodId: PERIOD,
      content: aContent({ hours: 1, ...content }),
      language: 'en',
      now: WEDNESDAY,
    });
  for (const one of others) await say(one);
  const [step] = deps.content.roadmap('en').steps;
  await say(ada, { finishedStepId: step?.id });
  await orderRecaps(deps, [PERIOD], DUE);
  const before = '4 check-ins, 4 hours, 1 steps';
  const after = '3 check-ins, 3 hours, 0 steps';
  expect(await recapNow(deps)).toBe(before);

  // One reading of the database later each time, so that it comes between any two of those of the recap.
  for (let readings = 0; readings < 8; readings += 1) {
    const isPrivate = readings % 2 === 0;
    const correct = async () => {
      for (let reading = 0; reading < readings; reading += 1) await findPeriod(deps.db, PERIOD);
      await say(ada, { finishedStepId: step?.id, isPrivate });
    };
    const [told] = await Promise.all([recapNow(deps), correct()]);
    expect([before, after]).toContain(told);
    expect(await recapNow(deps)).toBe(isPrivate ? after : before);
  }
});
