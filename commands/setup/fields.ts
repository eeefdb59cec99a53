import { firstTag } from '../../src/actions/open-setup-card.ts';
import type { Caller, Deps } from '../../src/discord/command.ts';
import { memberRoleProblems } from '../../src/domain/group-problems.ts';
import {
  type GroupSettings,
  LONGEST_GROUP_NAME,
  readGroupName,
  readStart,
  readTime,
} from '../../src/domain/group-settings.ts';
import { localDate } from '../../src/domain/plan-days.ts';
import type { RoleField, SetupField, TypedField } from '../../src/domain/setup-card.ts';
import { groupMonths, rhythms } from '../../src/domain/study-group.ts';
import { isZone } from '../../src/domain/zone.ts';
import { catalogueOf, spokenLanguages } from '../../src/language/languages.ts';
import { problemTexts } from '../../src/views/group-problem-words.ts';
import { quoted } from '../../src/views/quoted.ts';
import { type ChosenField, roleSettings } from '../../src/views/setup-choice-view.ts';
import type { OpenCard } from './card.ts';

/** What somebody gave for one field: a change of the card, or why it is none. */
export type FieldReading =
  | { readonly kind: 'change'; readonly change: Partial<GroupSettings> }
  | { readonly kind: 'refused'; readonly problem: string };

const change = (settings: Partial<GroupSettings>): FieldReading => ({ kind: 'change', change: settings });
const refused = (problem: string): FieldReading => ({ kind: 'refused', problem });

/** Reads what was typed. The zone is chosen from a list afterwards. */
export function readTyped(
  { language, now }: Caller,
  field: Exclude<TypedField, 'zone'>,
  typed: string,
  { settings }: OpenCard,
): FieldReading {
  const { setup } = catalogueOf(language);
  if (field === 'name') {
    const name = readGroupName(typed);
    return name === undefined ? refused(setup.nameWrong(LONGEST_GROUP_NAME)) : change({ name });
  }
  if (field === 'time') {
    const postTime = readTime(typed);
    return postTime ? change({ postTime }) : refused(setup.timeWrong(quoted(typed)));
  }
  const start = readStart(typed, settings.months, { today: localDate(now, settings.zone), language });
  if (start.kind === 'read') return change({ startDay: start.day });
  const problems = { 'no-day': setup.startWrong(quoted(typed)), 'too-late': setup.startTooLate, over: setup.startOver };
  return refused(problems[start.kind]);
}

/** Reads what was chosen; undefined for nothing. Values may be forged, so each is checked. */
export function readChosen(
  caller: Caller,
  deps: Deps,
  field: ChosenField | 'zone',
  value: string | undefined,
  open: OpenCard,
): FieldReading {
  switch (field) {
    case 'moderators':
    case 'members':
    case 'ping':
      return readRole(caller, deps, field, value, open);
    case 'channel':
      return readChannel(caller, deps, value, open);
    case 'notices':
      return readNotices(caller, deps, value, open);
    default:
      return change(readListed(field, value, deps, open));
  }
}

/** One of a list that we offered; anything else changes nothing. */
function readListed(
  field: Exclude<SetupField, RoleField | 'name' | 'start' | 'time' | 'channel' | 'notices'>,
  value: string | undefined,
  { discord }: Deps,
  { serverId, settings }: OpenCard,
): Partial<GroupSettings> {
  const offered = <Value>(values: readonly Value[]) => values.filter((one) => String(one) === value);
  const tags = discord.findChannel(serverId, settings.channelId)?.tags ?? [];
  const changes: Readonly<Record<typeof field, () => Partial<GroupSettings>[]>> = {
    pace: () => offered(groupMonths).map((months) => ({ months })),
    rhythm: () => offered(rhythms).map((rhythm) => ({ rhythm })),
    language: () => offered(spokenLanguages()).map((language) => ({ language })),
    tag: () => offered(tags.map(({ id }) => id)).map((forumTagId) => ({ forumTagId })),
    events: () => offered(['yes', 'no']).map((answer) => ({ showsEvents: answer === 'yes' })),
    zone: () => (value !== undefined && isZone(value) ? [{ zone: value }] : []),
  };
  return changes[field]()[0] ?? {};
}

function readRole(
  { language }: Caller,
  { discord }: Deps,
  field: RoleField,
  roleId: string | undefined,
  { serverId, settings }: OpenCard,
): FieldReading {
  const { setup } = catalogueOf(language);
  if (roleId === undefined) return change({ [roleSettings[field]]: undefined });
  if (roleId === serverId) return refused(setup.everybody); // Discord's role for everybody has the server's id.
  const role = discord.findRole(serverId, roleId);
  if (!role) return refused(setup.roleGone);
  const [problem] = field === 'members' ? problemTexts(language, settings, memberRoleProblems(role)) : [];
  return problem === undefined ? change({ [roleSettings[field]]: roleId }) : refused(problem);
}

function readChannel(
  { language }: Caller,
  { discord }: Deps,
  channelId: string | undefined,
  { serverId }: OpenCard,
): FieldReading {
  if (channelId === undefined) return change({});
  const channel = discord.findChannel(serverId, channelId);
  if (!channel?.kind) return refused(catalogueOf(language).setup.cannotBeThere);
  return change({ channelId, channelKind: channel.kind, forumTagId: firstTag(channel) });
}

function readNotices(
  { language }: Caller,
  { discord }: Deps,
  channelId: string | undefined,
  { serverId }: OpenCard,
): FieldReading {
  if (channelId === undefined) return change({ noticeChannelId: undefined });
  const kind = discord.findChannel(serverId, channelId)?.kind;
  if (kind === undefined || kind === 'forum') return refused(catalogueOf(language).setup.noticesWrong);
  return change({ noticeChannelId: channelId });
}
