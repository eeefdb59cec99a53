import { z } from 'zod';
import { changeSettings, type SettingsChange } from '../src/actions/change-settings.ts';
import { deletePersonalData } from '../src/actions/delete-personal-data.ts';
import { exportPersonalData } from '../src/actions/export-personal-data.ts';
import { findReader } from '../src/actions/find-reader.ts';
import { leave } from '../src/actions/leave.ts';
import { readPersonalData } from '../src/actions/read-personal-data.ts';
import { memberCommand } from '../src/discord/builders.ts';
import {
  type Answer,
  type Caller,
  type Deps,
  defineButton,
  defineCommand,
  defineHandler,
  defineMemberButton,
  defineMemberSelect,
  defineSelect,
  type MemberCaller,
  show,
} from '../src/discord/command.ts';
import { progressVisibilities } from '../src/domain/member.ts';
import type { PersonalScope } from '../src/domain/personal-data.ts';
import { catalogueOf, spokenLanguages } from '../src/language/languages.ts';
import { askDeleteView, deletedView, type StoredParts, storedView } from '../src/views/settings-data-view.ts';
import { exportView } from '../src/views/settings-export-view.ts';
import { ALL_SERVERS, AS_IN_DISCORD, leftView } from '../src/views/settings-view.ts';
import { reminderButtons, reminderForms, reminderSelects } from './settings/reminders.ts';
import { showSettings } from './settings/show.ts';

const scopeArgs = z.tuple([z.string()]);
const none = z.tuple([]);

/** A scope from a custom id, always of the caller's own data, whatever is forged. */
function scopeOf({ userId }: Caller, written: string): PersonalScope {
  return written === ALL_SERVERS ? { userId } : { userId, serverId: written };
}

async function storedParts(caller: Caller, deps: Deps, written: string): Promise<StoredParts> {
  const summary = await readPersonalData(deps, scopeOf(caller, written));
  const { language } = await findReader(deps, caller);
  const { retention, discord } = deps;
  return { language, summary, retention, serverName: discord.serverName };
}

async function showStored(caller: Caller, deps: Deps, written: string): Promise<Answer> {
  return show(storedView(await storedParts(caller, deps, written)));
}

/** Changes one setting and shows all of them, in the language that holds afterwards. */
async function change(caller: MemberCaller, deps: Deps, wanted: SettingsChange | undefined): Promise<Answer> {
  const words = catalogueOf(caller.language).settings;
  if (!wanted) return showSettings(caller, deps, caller, words.unchanged);
  const { kind, member } = await changeSettings(deps, caller.member, wanted);
  const language = member.language ?? caller.locale.split('-')[0] ?? caller.language;
  const { saved, unchanged } = catalogueOf(language).settings;
  return showSettings(caller, deps, { language, member }, kind === 'changed' ? saved : unchanged);
}

/** Undefined for what no select of ours offers. */
function oneOf<Value extends string>(values: readonly Value[], chosen: string | undefined): Value | undefined {
  return values.find((value) => value === chosen);
}

export default defineCommand({
  data: memberCommand('settings'),

  // Not for members only: whoever left, here or elsewhere, must reach what is stored about them without joining.
  handler: defineHandler({
    options: z.object({}),
    visibility: 'private',
    async run(caller, _options, deps) {
      const { member, language } = await findReader(deps, caller);
      return member ? showSettings(caller, deps, { language, member }) : showStored(caller, deps, ALL_SERVERS);
    },
  }),

  buttons: {
    ...reminderButtons,
    open: defineMemberButton({
      args: none,
      press: (caller, _args, deps) => showSettings(caller, deps, caller),
    }),
    stored: defineButton({ args: scopeArgs, press: (caller, [scope], deps) => showStored(caller, deps, scope) }),
    export: defineButton({
      args: scopeArgs,
      landing: 'beside',
      async press(caller, [scope], deps) {
        const tables = await exportPersonalData(deps, scopeOf(caller, scope));
        const { language } = await findReader(deps, caller);
        return show(exportView(language, tables, caller.now));
      },
    }),
    leave: defineButton({
      args: scopeArgs,
      async press(caller, [serverId], deps) {
        const { language } = await findReader(deps, caller);
        const { kind } = await leave(deps, { userId: caller.userId, serverId, now: caller.now });
        return show(leftView(language, kind));
      },
    }),
    'ask-delete': defineButton({
      args: scopeArgs,
      press: async (caller, [scope], deps) => show(askDeleteView(await storedParts(caller, deps, scope))),
    }),
    delete: defineButton({
      args: scopeArgs,
      async press(caller, [scope], deps) {
        const { language } = await findReader(deps, caller); // Before it is gone.
        const outcome = await deletePersonalData(deps, scopeOf(caller, scope), caller.now);
        return show(deletedView(language, outcome));
      },
    }),
  },

  selects: {
    language: defineMemberSelect({
      args: none,
      choose(caller, _args, [chosen], deps) {
        if (chosen === AS_IN_DISCORD) return change(caller, deps, { language: undefined });
        const language = oneOf(spokenLanguages(), chosen);
        return change(caller, deps, language === undefined ? undefined : { language });
      },
    }),
    visibility: defineMemberSelect({
      args: none,
      choose(caller, _args, [chosen], deps) {
        const progressVisibility = oneOf(progressVisibilities, chosen);
        return change(caller, deps, progressVisibility && { progressVisibility });
      },
    }),
    ...reminderSelects,
    scope: defineSelect({
      args: none,
      choose: (caller, _args, [scope = ALL_SERVERS], deps) => showStored(caller, deps, scope),
    }),
  },

  forms: reminderForms,
});
