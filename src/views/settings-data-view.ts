import { ComponentType } from 'discord.js';
import type { DeletionOutcome, LeftMessage, PersonalSummary } from '../domain/personal-data.ts';
import type { Retention } from '../domain/retention.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { type ActionRow, accent, button, buttonRow, card, selectRow } from './kit.ts';
import type { FileView, MessageView } from './message.ts';
import { messageLink } from './message-link.ts';
import { ALL_SERVERS } from './settings-view.ts';

export interface StoredParts {
  readonly language: string;
  readonly summary: PersonalSummary;
  readonly retention: Retention;
  /** Undefined for a server that the bot is not in any more. */
  serverName(serverId: string): string | undefined;
}

/** What is stored about a person, in words and numbers, and what they can do about it. */
export function storedView(parts: StoredParts): MessageView {
  const { summary, retention, language } = parts;
  const { settings: words } = catalogueOf(language);
  const isEmpty = summary.tables.length === 0;
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.storedTitle}`,
      ...(isEmpty ? [words.nothingStored] : [...whereLine(parts), tableLines(words, summary)]),
      words.kept(retention.memberMonths, retention.serverDays),
      `-# ${words.backups(retention.backups)}`,
    ],
    rows: [...scopeSelect(parts), ...(isEmpty ? [] : [dataRow(parts)]), backRow(language)],
  });
}

/** Before deleting: exactly what goes. */
export function askDeleteView(parts: StoredParts): MessageView {
  const { summary, language } = parts;
  const { settings: words } = catalogueOf(language);
  if (summary.tables.length === 0) return storedView(parts);
  const shared = summary.tables.find(({ name }) => name === 'public_message')?.count ?? 0;
  const scope = scopeOf(summary);
  return card({
    accent: accent.warning,
    blocks: [
      `## ${words.askDelete}`,
      words.askDeleteText,
      ...whereLine(parts),
      tableLines(words, { tables: summary.tables.filter(({ isKept }) => !isKept) }),
      ...keptLine(words, summary),
      ...(shared > 0 ? [words.askDeleteShared(shared)] : []),
      `-# ${words.backups(parts.retention.backups)}`,
    ],
    rows: [
      buttonRow(
        button({ label: words.keep, id: customId('settings', 'stored', scope), style: 'primary' }),
        button({ label: words.exportFirst, id: customId('settings', 'export', scope) }),
        button({ label: words.deleteNow, id: customId('settings', 'delete', scope), style: 'danger' }),
      ),
    ],
  });
}

/** How many links to shared screens stand on the screen itself; all of them stand in a file then. */
const LISTED = 10;

/** After deleting: that it is done, and what of it the person has to do themselves. */
export function deletedView(language: string, outcome: DeletionOutcome): MessageView {
  const { settings: words, common } = catalogueOf(language);
  const rows = [
    buttonRow(
      button({ label: words.goOn, id: customId('roadmap', 'open', 'phases'), style: 'primary' }),
      button({ label: common.home, id: customId('help', 'open', 'home') }),
    ),
  ];
  if (outcome.kind === 'nothing-stored') return card({ accent: accent.neutral, blocks: [words.nothingStored], rows });
  const { summary, unreachable, keptRoles } = outcome;
  const view = card({
    accent: accent.neutral,
    blocks: [
      `## ${words.deleted}`,
      words.deletedText(countOf(summary.tables.filter(({ isKept }) => !isKept))),
      ...keptLine(words, summary),
      ...unreachableBlocks(words, unreachable),
      ...(keptRoles.length > 0 ? [words.keptRoles(keptRoles.map(({ roleId }) => `<@&${roleId}>`).join(', '))] : []),
      words.goodbye,
    ],
    rows,
  });
  if (unreachable.length <= LISTED) return view;
  const file = {
    name: 'not-removed.txt',
    data: unreachable.map(messageLink).join('\n'),
    description: words.unreachableFile,
  };
  return withFile(view, file);
}

/** What is not deleted, because it concerns a group: it loses the person's name. */
function keptLine(words: Catalogue['settings'], { tables }: PersonalSummary): string[] {
  const kept = countOf(tables.filter(({ isKept }) => isKept));
  return kept > 0 ? [words.keptUnnamed(kept)] : [];
}

function countOf(tables: PersonalSummary['tables']): number {
  return tables.reduce((sum, { count }) => sum + count, 0);
}

/** Shows a file below a screen. */
export function withFile(view: MessageView, file: FileView): MessageView {
  const shown = { type: ComponentType.File, file: { url: `attachment://${file.name}` } } as const;
  return { components: [...view.components, shown], files: [file] };
}

function unreachableBlocks(words: Catalogue['settings'], messages: readonly LeftMessage[]): string[] {
  if (messages.length === 0) return [];
  const lines = messages.slice(0, LISTED).map((message) => `- <#${message.channelId}>: ${messageLink(message)}`);
  const more = messages.length > LISTED ? [words.moreUnreachable] : [];
  return [[words.unreachable(messages.length), ...lines, ...more].join('\n')];
}

/** What each table holds, with its number of rows. A table without words of its own is named as it is. */
function tableLines(words: Catalogue['settings'], { tables }: Pick<PersonalSummary, 'tables'>): string {
  return tables
    .map(({ name, count }) => words.tableLine(count, words.tables[name] ?? words.otherTable(name)))
    .join('\n');
}

/** Nothing for what belongs to no server, such as a draft of whoever has not joined. */
function whereLine({ summary, language, serverName }: StoredParts): string[] {
  const { settings: words } = catalogueOf(language);
  const name = (serverId: string) => serverName(serverId) ?? words.server(serverId);
  const { serverId } = summary.scope;
  if (serverId !== undefined) return [words.storedHere(name(serverId))];
  return summary.serverIds.length === 0 ? [] : [words.storedIn(summary.serverIds.map(name).join(', '))];
}

/** Whoever has data in several servers can look at, export and delete one of them alone. */
function scopeSelect({ summary, language, serverName }: StoredParts): ActionRow[] {
  const { settings: words } = catalogueOf(language);
  if (summary.serverIds.length < 2) return [];
  const all = { label: words.everywhere, value: ALL_SERVERS, selected: summary.scope.serverId === undefined };
  const servers = summary.serverIds.slice(0, 24).map((serverId) => ({
    label: serverName(serverId) ?? words.server(serverId),
    value: serverId,
    selected: summary.scope.serverId === serverId,
  }));
  return [selectRow(customId('settings', 'scope'), words.chooseScope, [all, ...servers])];
}

function dataRow({ summary, language }: StoredParts): ActionRow {
  const { settings: words } = catalogueOf(language);
  const scope = scopeOf(summary);
  return buttonRow(
    button({ label: words.export, id: customId('settings', 'export', scope), style: 'primary' }),
    button({ label: words.delete, id: customId('settings', 'ask-delete', scope), style: 'danger' }),
  );
}

function backRow(language: string): ActionRow {
  const { settings: words, common } = catalogueOf(language);
  return buttonRow(
    button({ label: words.settingsButton, id: customId('settings', 'open') }),
    button({ label: common.home, id: customId('help', 'open', 'home') }),
  );
}

function scopeOf({ scope }: PersonalSummary): string {
  return scope.serverId ?? ALL_SERVERS;
}
