import { expect, test } from 'vitest';
import type { MessageView } from '../../src/views/message.ts';
import { freshDeps } from '../support/database.ts';
import { joined } from '../support/progress-builders.ts';
import { aCaller, aReader } from '../support/reader.ts';
import { realContent } from '../support/real-content.ts';
import { controlLabelled, controlsOf, textOf } from '../support/view-text.ts';

/** Ada, ten weeks behind, and the two ways on her screen that change the plan. */
async function behind() {
  const deps = await freshDeps({ content: realContent() });
  const now = aCaller().now.add({ hours: 70 * 24 });
  await joined(deps, { seenAt: now });
  const ada = await aReader(deps, aCaller({ now }));
  const view = await ada.slash('plan');
  const [moreHours = '', laterEnd = ''] = ['more-hours', 'later-end'].map(
    (kind) => controlsOf(view).find(({ id }) => id?.startsWith(`plan:${kind}:`))?.id,
  );
  const use = async (id: string): Promise<MessageView> => {
    const answer = await ada.use(id);
    if (answer.kind !== 'show') throw new Error(answer.kind);
    return answer.view;
  };
  const undo = (screen: MessageView) => use(controlLabelled(screen, 'Undo').id ?? '');
  return { use, undo, moreHours, laterEnd };
}

test('a way that was taken back is said to be of an older screen, and the plan is shown with new ways', async () => {
  const { use, undo, laterEnd } = await behind();
  const taken = await use(laterEnd);
  expect(textOf(taken)).toContain('this is your plan now');
  expect(textOf(await use(laterEnd))).toContain('It was so already');
  expect(textOf(await undo(taken))).toContain('the plan is as it was');

  const again = textOf(await use(laterEnd));
  expect(again).toContain('That button was on an older screen');
  expect(again).toContain('weeks later than planned');
});

test('the other way of the same screen can still be taken after the first one was taken back', async () => {
  const { use, undo, moreHours, laterEnd } = await behind();
  await undo(await use(laterEnd));
  const taken = await use(moreHours);
  expect(textOf(taken)).toContain('this is your plan now');
  expect(textOf(await undo(taken))).toContain('the plan is as it was');
});
