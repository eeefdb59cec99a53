import { ButtonStyle, ComponentType } from 'discord.js';
import { type Frame, wordsOf } from './frame.ts';
import { type ActionRow, button, buttonRow, type ScreenPage } from './kit.ts';

/** Which screenful of a long page this is; nothing where there is only one. */
export function pageLine(frame: Pick<Frame, 'roadmap'>, { page, pages }: ScreenPage): string[] {
  return pages > 1 ? [`-# ${wordsOf(frame).common.pageOf(page + 1, pages)}`] : [];
}

/** The buttons to the screenfuls beside this one. `idOf` is the custom id of a screenful, counted from 0. */
export function readOnRow(
  frame: Pick<Frame, 'roadmap'>,
  { page, pages }: ScreenPage,
  idOf: (page: number) => string,
): ActionRow[] {
  if (pages < 2) return [];
  const { common } = wordsOf(frame);
  const back = { label: common.previousPage, id: idOf(page - 1) };
  const on = { label: common.nextPage, id: idOf(page + 1), style: 'primary' } as const;
  return [buttonRow(...(page > 0 ? [button(back)] : []), ...(page < pages - 1 ? [button(on)] : []))];
}

/** The controls of a long page: until its last screenful reading on is what stands out, and nothing else. */
export function besideReading(rows: readonly ActionRow[], { page, pages }: ScreenPage): ActionRow[] {
  if (page >= pages - 1) return [...rows];
  return rows.map((row) => ({ ...row, components: row.components.map(plain) }));
}

function plain(control: ActionRow['components'][number]): ActionRow['components'][number] {
  const isPrimary = control.type === ComponentType.Button && control.style === ButtonStyle.Primary;
  return isPrimary ? { ...control, style: ButtonStyle.Secondary } : control;
}
