import type { GroupSettings } from '../domain/group-settings.ts';
import { hoursOfMonths } from '../domain/study-group.ts';
import { localTime } from '../domain/zone.ts';
import { type Catalogue, catalogueOf, spokenLanguages } from '../language/languages.ts';
import type { Temporal } from '../lib/temporal.ts';
import { languageName } from './language-name.ts';
import { dayStamp } from './plan-words.ts';
import { quoted } from './quoted.ts';

export interface FactParts {
  /** The reader's. */
  readonly language: string;
  readonly settings: GroupSettings;
  /** Of the forum's tag that is chosen. */
  readonly tagName: string | undefined;
  readonly now: Temporal.Instant;
  /** True while the zone is what we take for the reader's own. */
  readonly isForReader?: boolean;
  /** True where something else says that nobody can be told privately. */
  readonly hasNoReader?: boolean;
}

/** All that a group is set up with beside its name and channel, in short lines. What is not used stands together in the last one. */
export function factsOf(parts: FactParts): string {
  const { language, settings, tagName, now, isForReader = false } = parts;
  const { setup, join } = catalogueOf(language);
  const { moderatorRoleId, memberRoleId, pingRoleId, zone, months } = settings;
  const { members, ping, events } = setup.offThings;
  const off = [
    ...(memberRoleId ? [] : [members]),
    ...(pingRoleId ? [] : [ping]),
    ...(settings.showsEvents ? [] : [events]),
  ];
  return [
    setup.start(dayStamp(settings.startDay, zone), months, hoursOfMonths[months]),
    setup.posts(timeText(settings.postTime)),
    isForReader ? join.time(localTime(now, zone), zone) : setup.time(localTime(now, zone), zone),
    setup.rhythm(setup.rhythms[settings.rhythm]),
    ...(spokenLanguages().length > 1 ? [setup.language(languageName(language, settings.language))] : []),
    ...(tagName === undefined ? [] : [setup.tag(quoted(tagName))]),
    moderatorRoleId ? setup.moderators(setup.role(moderatorRoleId)) : setup.moderatorsNone,
    ...(memberRoleId ? [setup.members(setup.role(memberRoleId))] : []),
    ...(pingRoleId ? [setup.ping(setup.role(pingRoleId))] : []),
    ...noticesLine(parts, setup),
    ...(settings.showsEvents ? [setup.events] : []),
    ...(off.length > 0 ? [`-# ${setup.off(off)}`] : []),
  ].join('\n');
}

function noticesLine({ settings, hasNoReader }: FactParts, setup: Catalogue['setup']): string[] {
  const { noticeChannelId, channelKind } = settings;
  if (noticeChannelId) return [setup.notices(noticeChannelId)];
  if (hasNoReader) return [];
  return [channelKind === 'forum' ? setup.noticesNoneInForum : setup.noticesNone];
}

/** "18:00". */
export function timeText(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' });
}

/** One setting as it stands, for lists of what changes. */
export function settingText(language: string, field: keyof GroupSettings, settings: GroupSettings): string {
  const { setup } = catalogueOf(language);
  const role = (id: string | undefined) => (id ? setup.role(id) : setup.none);
  const texts: Readonly<Record<keyof GroupSettings, () => string>> = {
    name: () => quoted(settings.name),
    channelId: () => `<#${settings.channelId}>`,
    channelKind: () => settings.channelKind,
    forumTagId: () => settings.forumTagId ?? setup.none,
    language: () => languageName(language, settings.language),
    moderatorRoleId: () => role(settings.moderatorRoleId),
    memberRoleId: () => role(settings.memberRoleId),
    pingRoleId: () => role(settings.pingRoleId),
    noticeChannelId: () => (settings.noticeChannelId ? `<#${settings.noticeChannelId}>` : setup.none),
    showsEvents: () => setup.eventChoices[settings.showsEvents ? 'yes' : 'no'],
    zone: () => settings.zone,
    startDay: () => dayStamp(settings.startDay, settings.zone),
    months: () => setup.paces[settings.months].label,
    postTime: () => timeText(settings.postTime),
    rhythm: () => setup.rhythms[settings.rhythm],
  };
  return texts[field]();
}
