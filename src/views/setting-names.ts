import type { GroupSettings } from '../domain/group-settings.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';

/** The kind of the channel goes with it. */
const names: Readonly<Record<keyof GroupSettings, keyof Catalogue['setup']['fields'] | undefined>> = {
  name: 'name',
  channelId: 'channel',
  channelKind: undefined,
  forumTagId: 'tag',
  language: 'language',
  moderatorRoleId: 'moderators',
  memberRoleId: 'members',
  pingRoleId: 'ping',
  noticeChannelId: 'notices',
  showsEvents: 'events',
  zone: 'zone',
  startDay: 'start',
  months: 'pace',
  postTime: 'time',
  rhythm: 'rhythm',
};

/** What a setting of a group is called; undefined for one that has no name of its own. */
export function settingName(language: string, field: keyof GroupSettings): string | undefined {
  const name = names[field];
  return name && catalogueOf(language).setup.fields[name];
}

/** The names of settings that were changed, as the log keeps them. */
export function changedNames(language: string, fields: readonly string[]): readonly string[] {
  const known = fields.flatMap((field) => (isSetting(field) ? (settingName(language, field) ?? []) : []));
  return known.length > 0 ? known : [catalogueOf(language).setup.fields.channel];
}

function isSetting(field: string): field is keyof GroupSettings {
  return field in names;
}
