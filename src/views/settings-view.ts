import type { CheckInSetting } from '../domain/check-in-setting.ts';
import { type ChatServer, type Member, progressVisibilities, reminderStrengths } from '../domain/member.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { type Catalogue, catalogueOf, spokenLanguages } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { anotherServerButton, chatServerLine } from './chat-server.ts';
import { timeText } from './group-facts.ts';
import { type ActionRow, accent, type ButtonParts, button, buttonRow, card, section, selectRow } from './kit.ts';
import { languageName } from './language-name.ts';
import type { MessageView } from './message.ts';
import { quoted } from './quoted.ts';

/** The value of the language select for "as in Discord". */
export const AS_IN_DISCORD = 'discord';

/** Data of one server, or of all of them. */
export const ALL_SERVERS = 'all';

/** With whom a member learns, and whether there is another choice. */
export interface GroupSetting {
  readonly own: StudyGroup | undefined;
  /** Groups of the server beside their own. */
  readonly others: number;
}

/** All that a member has set. */
export interface SettingsReading {
  readonly language: string;
  readonly member: Member;
  readonly group: GroupSetting;
  readonly checkIns: CheckInSetting;
  /** What the private chat acts for, where there is a choice. */
  readonly server?: ChatServer | undefined;
}

/** A member's settings, each as it stands and with the way to change it. `note`: what was just done. */
export function settingsView(reading: SettingsReading, note?: string): MessageView {
  const { language, member, group, checkIns, server } = reading;
  const { settings: words, common } = catalogueOf(language);
  return card({
    accent: accent.neutral,
    blocks: [
      ...(note === undefined ? [] : [note]),
      `## ${words.title}`,
      ...(server ? [chatServerLine(language, server)] : []),
      ...sections(words, reading),
    ],
    rows: [
      selectRow(customId('settings', 'language'), words.language, languageOptions(words, language, member)),
      selectRow(
        customId('settings', 'visibility'),
        words.privacy,
        progressVisibilities.map((value) => ({
          label: words.visibilities[value],
          value,
          selected: value === member.progressVisibility,
        })),
      ),
      selectRow(
        customId('settings', 'reminders'),
        words.reminders,
        reminderStrengths.map((value) => ({
          label: words.strengths[value],
          value,
          selected: value === member.reminders,
        })),
      ),
      checkInRow(words, checkIns),
      ...groupRow(words, group),
      buttonRow(
        button({ label: words.storedButton, id: customId('settings', 'stored', ALL_SERVERS), style: 'primary' }),
        button({ label: words.leave, id: customId('settings', 'leave', member.serverId) }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
        ...(server ? [anotherServerButton(language)] : []),
      ),
    ],
  });
}

function sections(words: Catalogue['settings'], { language, member, group, checkIns }: SettingsReading): string[] {
  return [
    section(words.language, languageSentence(words, language, member.language)),
    section(words.group, groupSentence(words, group)),
    section(words.privacy, `**${words.visibilities[member.progressVisibility]}**. ${words.privacyRest}`),
    section(words.reminders, remindersSentence(words, member, checkIns)),
    section(words.streak, checkIns.showsStreak ? words.streakShown : words.streakNotShown),
    section(words.helping, checkIns.helpsOthers ? words.helps : words.helpsNot),
  ];
}

/** After leaving: what stays, the way back, and the way to delete. */
export function leftView(language: string, outcome: 'left' | 'no-member'): MessageView {
  const { settings: words, common } = catalogueOf(language);
  return card({
    accent: accent.neutral,
    blocks: [outcome === 'left' ? words.left : words.notMember],
    rows: [
      buttonRow(
        button({ label: words.comeBack, id: customId('join', 'open'), style: 'primary' }),
        button({ label: words.storedButton, id: customId('settings', 'stored', ALL_SERVERS) }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}

function groupSentence(words: Catalogue['settings'], { own, others }: GroupSetting): string {
  if (own) return words.inGroup(quoted(own.name), own.channelId);
  return others > 0 ? words.inNoGroup : words.noGroupHere;
}

function remindersSentence(words: Catalogue['settings'], { reminders, pace }: Member, { quiet }: CheckInSetting) {
  const hours = quiet ? words.quietNow(timeText(quiet.from), timeText(quiet.to), pace.zone) : words.quietNone;
  return `**${words.strengths[reminders]}**. ${words.remindersNote}\n${hours}`;
}

function checkInRow(words: Catalogue['settings'], { helpsOthers, showsStreak }: CheckInSetting): ActionRow {
  const helping = helpsOthers
    ? { label: words.helpNoMore, id: customId('settings', 'helping', 'no') }
    : { label: words.helpOthers, id: customId('settings', 'helping', 'yes') };
  const streak = showsStreak
    ? { label: words.showNoStreak, id: customId('settings', 'streak', 'no') }
    : { label: words.showStreak, id: customId('settings', 'streak', 'yes') };
  const quiet = { label: words.quietButton, id: customId('settings', 'quiet') };
  return buttonRow(button(quiet), button(streak), button(helping));
}

/** Leaving asks first; so does changing, once it is known to which. */
function groupRow(words: Catalogue['settings'], { own, others }: GroupSetting): ActionRow[] {
  const other = { label: own ? words.changeGroup : words.joinGroup, id: customId('group', 'others') };
  const buttons: ButtonParts[] = [
    ...(others > 0 ? [other] : []),
    ...(own ? [{ label: words.leaveGroup, id: customId('group', 'ask-leave') }] : []),
  ];
  return buttons.length > 0 ? [buttonRow(...buttons.map(button))] : [];
}

function languageOptions(words: Catalogue['settings'], language: string, member: Member) {
  const options = spokenLanguages().map((spoken) => ({
    label: languageName(language, spoken),
    value: spoken,
    selected: member.language === spoken,
  }));
  return [{ label: words.asInDiscord, value: AS_IN_DISCORD, selected: member.language === undefined }, ...options];
}

function languageSentence(words: Catalogue['settings'], reader: string, chosen: string | undefined): string {
  return chosen === undefined ? words.languageOfDiscord : words.languageNow(languageName(reader, chosen));
}
