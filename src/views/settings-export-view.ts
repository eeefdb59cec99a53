import type { PersonalRow, PersonalTable } from '../domain/personal-data.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { withFile } from './settings-data-view.ts';
import { ALL_SERVERS } from './settings-view.ts';

/** Columns that hold JSON: it is told as what it means, not as text in a text. */
const jsonColumns: readonly string[] = ['changes', 'json', 'change', 'marks', 'payload'];

/** The private message that carries a person's data. */
export function exportView(language: string, tables: readonly PersonalTable[], now: Temporal.Instant): MessageView {
  const { settings: words, common } = catalogueOf(language);
  const day = now.toString().slice(0, 10);
  const back = button({ label: words.storedButton, id: customId('settings', 'stored', ALL_SERVERS) });
  const screen = card({
    accent: accent.neutral,
    blocks: [`## ${words.exportTitle}`, words.exportText],
    rows: [buttonRow(back, button({ label: common.home, id: customId('help', 'open', 'home') }))],
  });
  return withFile(screen, {
    name: `cairn-${day}.json`,
    data: exportText(language, tables, now),
    description: words.exportDescription,
  });
}

/** All rows as JSON that explains itself: what each table holds and what each of its columns means. */
export function exportText(language: string, tables: readonly PersonalTable[], now: Temporal.Instant): string {
  const { settings: words } = catalogueOf(language);
  const told = tables.map(({ name, rows }) => [
    name,
    {
      about: words.tables[name] ?? words.otherTable(name),
      columns: Object.fromEntries(
        Object.keys(rows[0] ?? {}).map((column) => [column, words.columns[column] ?? column]),
      ),
      rows: rows.map(readable),
    },
  ]);
  const about = { format: 1, made: now.toString(), about: words.exportAbout };
  return `${JSON.stringify({ ...about, tables: Object.fromEntries(told) }, undefined, 2)}\n`;
}

function readable(row: PersonalRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      jsonColumns.includes(name) && typeof value === 'string' ? JSON.parse(value) : value,
    ]),
  );
}
