import { z } from 'zod';
import { changeCheckInSetting, readCheckInSetting } from '../../src/actions/change-check-in-setting.ts';
import { changeReminders } from '../../src/actions/change-reminders.ts';
import { endReminders } from '../../src/actions/end-reminders.ts';
import { findReader } from '../../src/actions/find-reader.ts';
import { snoozeReminder } from '../../src/actions/snooze-reminder.ts';
import {
  type Answer,
  type Caller,
  type Deps,
  defineButton,
  defineMemberButton,
  defineMemberForm,
  defineMemberSelect,
  type MemberCaller,
  openForm,
  refuse,
  show,
} from '../../src/discord/command.ts';
import { readQuietHours } from '../../src/domain/check-in-setting.ts';
import { type ReminderStrength, reminderStrengths } from '../../src/domain/member.ts';
import { periodIdOfMark } from '../../src/domain/reminder-plan.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { quietForm, quietTexts } from '../../src/views/quiet-form.ts';
import { remindersChangedView, snoozedView } from '../../src/views/reminder-views.ts';
import { showSettings } from './show.ts';

const none = z.tuple([]);
const markArgs = z.tuple([z.string()]);
const strength = z.enum(reminderStrengths);
const yesOrNo = z.tuple([z.enum(['yes', 'no'])]);

async function setStrength(caller: MemberCaller, deps: Deps, reminders: ReminderStrength | undefined): Promise<Answer> {
  const { saved, unchanged } = catalogueOf(caller.language).settings;
  if (!reminders) return showSettings(caller, deps, caller, unchanged);
  const { kind, member } = await changeReminders(deps, { ...caller, reminders });
  return showSettings(caller, deps, { ...caller, member }, kind === 'changed' ? saved : unchanged);
}

/** On a reminder, in the private chat: it is about one server, whichever others its reader is in. */
async function snooze(caller: Caller, deps: Deps, mark: string): Promise<Answer> {
  const { language } = await findReader(deps, caller);
  return show(snoozedView(language, await snoozeReminder(deps, { ...caller, periodId: periodIdOfMark(mark) })));
}

async function end(caller: Caller, deps: Deps, mark: string): Promise<Answer> {
  const { language } = await findReader(deps, caller);
  const before = await endReminders(deps, { ...caller, periodId: periodIdOfMark(mark) });
  return show(before ? remindersChangedView(language, 'off', before) : snoozedView(language, { kind: 'unknown' }));
}

async function set(
  caller: MemberCaller,
  deps: Deps,
  what: 'helpsOthers' | 'showsStreak',
  value: boolean,
): Promise<Answer> {
  const { saved, unchanged } = catalogueOf(caller.language).settings;
  const before = await readCheckInSetting(deps, caller.member.id);
  await changeCheckInSetting(deps, { ...caller, change: { [what]: value } });
  return showSettings(caller, deps, caller, before[what] === value ? unchanged : saved);
}

export const reminderButtons = {
  // On the offer after the first check-in, and behind every button that turned them off.
  remind: defineMemberButton({
    args: z.tuple([strength]),
    async press(caller, [reminders], deps) {
      await changeReminders(deps, { ...caller, reminders });
      return show(remindersChangedView(caller.language, reminders));
    },
  }),
  snooze: defineButton({ args: markArgs, press: (caller, [mark], deps) => snooze(caller, deps, mark) }),
  'no-reminders': defineButton({ args: markArgs, press: (caller, [mark], deps) => end(caller, deps, mark) }),
  quiet: defineMemberButton({
    args: none,
    landing: 'form',
    async press(caller, _args, deps) {
      const { quiet } = await readCheckInSetting(deps, caller.member.id);
      return openForm(quietForm(caller.language, quietTexts(quiet)));
    },
  }),
  helping: defineMemberButton({
    args: yesOrNo,
    press: (caller, [answer], deps) => set(caller, deps, 'helpsOthers', answer === 'yes'),
  }),
  streak: defineMemberButton({
    args: yesOrNo,
    press: (caller, [answer], deps) => set(caller, deps, 'showsStreak', answer === 'yes'),
  }),
};

export const reminderSelects = {
  reminders: defineMemberSelect({
    args: none,
    choose: (caller, _args, [chosen], deps) =>
      setStrength(
        caller,
        deps,
        reminderStrengths.find((value) => value === chosen),
      ),
  }),
};

export const reminderForms = {
  'quiet-hours': defineMemberForm({
    args: none,
    fields: z.object({ from: z.string(), to: z.string() }),
    open: ({ language }, _args, { from, to }) =>
      quietForm(language, { from: String(from ?? ''), to: String(to ?? '') }),
    async submit(caller, _args, typed, deps) {
      const { settings: words } = catalogueOf(caller.language);
      const reading = readQuietHours(typed);
      if (reading.kind === 'no-time') return refuse(words.quietWrong);
      await changeCheckInSetting(deps, { ...caller, change: { quiet: reading.quiet } });
      return showSettings(caller, deps, caller, words.saved);
    },
  }),
};
