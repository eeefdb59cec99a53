import { expect, test } from 'vitest';
import { freshDeps } from '../support/database.ts';
import { aReader } from '../support/reader.ts';
import { controlLabelled } from '../support/view-text.ts';

test('a form that waited behind Go on opens again for whoever closed it', async () => {
  const ada = await aReader(await freshDeps());
  const card = await ada.use('plan:change-zone');
  if (card.kind !== 'show') throw new Error(card.kind);
  const joined = await ada.use(controlLabelled(card.view, 'Start').id ?? '');
  if (joined.kind !== 'show') throw new Error(joined.kind);
  const goOn = controlLabelled(joined.view, 'Go on').id ?? '';
  expect((await ada.use(goOn)).kind).toBe('form');
  expect((await ada.use(goOn)).kind).toBe('form');
});
