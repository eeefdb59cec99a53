import type { ChannelFacts } from '../domain/discord-port.ts';
import type { GroupSettings } from '../domain/group-settings.ts';
import type { ChannelField, RoleField, SetupField, TypedField } from '../domain/setup-card.ts';
import { groupChannelKinds, groupMonths, rhythms } from '../domain/study-group.ts';
import { catalogueOf, spokenLanguages } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import {
  type ActionRow,
  accent,
  type ButtonParts,
  button,
  buttonRow,
  card,
  channelSelectRow,
  roleSelectRow,
  type SelectOption,
  selectRow,
} from './kit.ts';
import { languageName } from './language-name.ts';
import type { MessageView } from './message.ts';

/** What is chosen from a list; the rest is typed. */
export type ChosenField = Exclude<SetupField, TypedField>;

export interface SetupChoiceParts {
  readonly language: string;
  readonly draftId: string;
  readonly field: ChosenField;
  readonly settings: GroupSettings;
  readonly channel: ChannelFacts | undefined;
  /** There Discord lists neither roles nor channels. */
  readonly isPrivateChat?: boolean | undefined;
  /** Why the last choice was not taken. */
  readonly note?: string | undefined;
}

/** A small screen for one thing, with the way back to the card. */
export function setupChoiceView(parts: SetupChoiceParts): MessageView {
  const { language, draftId, field, note } = parts;
  const { setup } = catalogueOf(language);
  const isListed = !(parts.isPrivateChat && (isRole(field) || isChannel(field)));
  return card({
    accent: note === undefined ? accent.neutral : accent.warning,
    blocks: [
      ...(note === undefined ? [] : [note]),
      `## ${setup.fields[field]}`,
      setup.questions[field],
      ...(isListed ? [] : [setup.listedInServer]),
    ],
    rows: [
      ...(isListed ? [controlOf(parts)] : []),
      buttonRow(
        ...clearButtons(parts).map(button),
        button({ label: setup.backToCard, id: customId('setup', 'card', draftId) }),
      ),
    ],
  });
}

function isRole(field: ChosenField): field is RoleField {
  return field in roleSettings;
}

function isChannel(field: ChosenField): field is ChannelField {
  return field === 'channel' || field === 'notices';
}

function controlOf(parts: SetupChoiceParts): ActionRow {
  const { language, draftId, field, settings } = parts;
  const { choose } = catalogueOf(language).setup;
  const id = customId('setup', 'set', draftId, field);
  switch (field) {
    case 'moderators':
    case 'members':
    case 'ping':
      return roleSelectRow(id, choose, settings[roleSettings[field]]);
    case 'channel':
      return channelSelectRow(id, choose, groupChannelKinds, settings.channelId);
    case 'notices':
      return channelSelectRow(id, choose, ['text', 'announcement'], settings.noticeChannelId);
    default:
      return selectRow(id, choose, optionsOf(field, parts));
  }
}

/** Which setting a role or a channel is. */
export const roleSettings = {
  moderators: 'moderatorRoleId',
  members: 'memberRoleId',
  ping: 'pingRoleId',
} as const satisfies Record<RoleField, keyof GroupSettings>;

function optionsOf(
  field: Exclude<ChosenField, RoleField | ChannelField>,
  { language, settings, channel }: SetupChoiceParts,
): SelectOption[] {
  const { setup } = catalogueOf(language);
  switch (field) {
    case 'pace':
      return groupMonths.map((months) => ({
        label: setup.paces[months].label,
        description: setup.paces[months].hint,
        value: String(months),
        selected: months === settings.months,
      }));
    case 'rhythm':
      return rhythms.map((value) => ({
        label: setup.rhythms[value],
        value,
        selected: value === settings.rhythm,
      }));
    case 'language':
      return spokenLanguages().map((value) => ({
        label: languageName(language, value),
        value,
        selected: value === settings.language,
      }));
    case 'tag':
      return (channel?.tags ?? []).map(({ id, name }) => ({
        label: name,
        value: id,
        selected: id === settings.forumTagId,
      }));
    case 'events':
      return (['yes', 'no'] as const).map((value) => ({
        label: setup.eventChoices[value],
        value,
        selected: (value === 'yes') === settings.showsEvents,
      }));
  }
}

/** Takes away what is chosen, where it may be left out: on a phone that is easier than choosing nothing. */
function clearButtons({ language, draftId, field, settings }: SetupChoiceParts): ButtonParts[] {
  const { setup } = catalogueOf(language);
  const id = customId('setup', 'clear', draftId, field);
  if (field === 'notices') return settings.noticeChannelId ? [{ label: setup.noChannel, id }] : [];
  return isRole(field) && settings[roleSettings[field]] ? [{ label: setup.noRole, id }] : [];
}
