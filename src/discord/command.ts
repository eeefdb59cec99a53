import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import type { z } from 'zod';
import type { Deps } from '../actions/deps.ts';
import type { Member, Standing } from '../domain/member.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { FormView, MessageView } from '../views/message.ts';

export type { Deps };

/** Who asks, where, and when. Everything a handler may know of an interaction. */
export interface Caller {
  readonly userId: string;
  /** Undefined in the bot's private chat. */
  readonly serverId: string | undefined;
  readonly channelId: string | undefined;
  /** The message whose button, select or form was used. */
  readonly messageId: string | undefined;
  /** Holds Manage Server there. */
  readonly managesServer: boolean;
  /** Ids of the roles that they hold there. */
  readonly roleIds: readonly string[];
  /** Until when a moderator silenced them there. */
  readonly timedOutUntil: Temporal.Instant | undefined;
  /** What admission found out, so that no handler asks the database again. */
  readonly standing?: Standing;
  /** The caller's Discord language with its country, such as "en-GB". */
  readonly locale: string;
  /** Its language part, such as "en". */
  readonly language: string;
  /** The same of the server, where there is one: for what everybody will see. */
  readonly serverLanguage: string;
  readonly now: Temporal.Instant;
}

/** A caller who has joined. Their own language, where they chose one, has taken the place of Discord's. */
export interface MemberCaller extends Caller {
  readonly member: Member;
}

/** What a handler wants to happen. Where a view lands is the router's business: see `Landing`. */
export type Answer =
  /** `isPrivate`: for the caller's eyes only, wherever the answer would have landed. */
  | { readonly kind: 'show'; readonly view: MessageView; readonly isPrivate?: boolean }
  | { readonly kind: 'form'; readonly form: FormView }
  /** Only a form's `submit` may refuse: the text comes back, filled in, behind a button. Nothing typed is lost. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** Takes away the message whose button was pressed, for everybody. Only with the landing `remove`. */
  | { readonly kind: 'remove' }
  /** Does what was kept as a draft when its presser had to join first. Without one: the home screen. */
  | { readonly kind: 'resume'; readonly resumeId: string | undefined }
  | { readonly kind: 'nothing' };

export const show = (view: MessageView): Answer => ({ kind: 'show', view });
export const showPrivately = (view: MessageView): Answer => ({ kind: 'show', view, isPrivate: true });
export const openForm = (form: FormView): Answer => ({ kind: 'form', form });
export const refuse = (problem: string): Answer => ({ kind: 'refused', problem });
export const resume = (resumeId?: string): Answer => ({ kind: 'resume', resumeId });
export const removeMessage: Answer = { kind: 'remove' };
export const nothing: Answer = { kind: 'nothing' };

/**
 * Where the answer to a control goes, known before the handler runs, because a deferred answer must say it first.
 * - `in-place`: replaces the message when only the caller sees it; on a public message it is a private answer.
 * - `beside`: always a new private message.
 * - `in-channel`: always a new message that everybody sees.
 * - `form`: the handler may open a form, so it only reads and is never deferred. What it shows lands in place.
 * - `remove`: the handler may take the message away, so it is never deferred. What it shows is private and new.
 */
export type Landing = 'in-place' | 'beside' | 'in-channel' | 'form' | 'remove';

export type Visibility = 'private' | 'public';

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What fits what was typed so far into an option, best first. `options` are the others as far as they are filled in. */
export type Suggest = (
  typed: string,
  caller: Caller,
  deps: Deps,
  options: Readonly<Record<string, string>>,
) => readonly Choice[] | Promise<readonly Choice[]>;

/** One slash command, or one subcommand: from checked options to an answer. */
export interface Handler<Options = unknown> {
  /** Its keys are the options declared to Discord: a test compares the two. */
  readonly options: z.ZodType<Options>;
  readonly visibility: Visibility | ((options: Options) => Visibility);
  /** True when the handler may open a form: it then only reads and is never deferred. */
  readonly mayOpenForm?: boolean;
  /** True when only members may: see `defineMemberHandler`. */
  readonly isForMembers?: boolean;
  run(caller: Caller, options: Options, deps: Deps): Answer | Promise<Answer>;
  /** By option name: what to offer while the caller types. The first 25 are shown. */
  readonly suggest?: Readonly<Record<string, Suggest>>;
}

/** A button, select or form. `args` checks what its custom id carries, which may be forged or outdated. */
interface Control<Args> {
  readonly args: z.ZodType<Args>;
  readonly landing?: Landing;
  /** True when only members may: see `defineMemberButton` and its like. */
  readonly isForMembers?: boolean;
}

export interface Button<Args = unknown> extends Control<Args> {
  press(caller: Caller, args: Args, deps: Deps): Answer | Promise<Answer>;
}

export interface Select<Args = unknown> extends Control<Args> {
  /**
   * `values`: of a list its options' values, of a native select the ids of roles, channels or people: whatever a forged
   * request names. `before`: what was chosen already in the very message used; compare, and apply only the difference.
   */
  choose(
    caller: Caller,
    args: Args,
    values: readonly string[],
    deps: Deps,
    before: readonly string[],
  ): Answer | Promise<Answer>;
}

/** What a field of a form was given, by the field's custom id: text, the chosen values, or a tick. */
export type GivenFields = Readonly<Record<string, string | readonly string[] | boolean | null>>;

/** A form's custom id is `command:form:argument…`, where `form` is its key in `forms`. */
export interface Form<Args = unknown, Fields = unknown> extends Control<Args> {
  /** The shape of what is given. What a person may get wrong is refused by `submit`, in their language. */
  readonly fields: z.ZodType<Fields>;
  /** The form, filled in with what was given before. It only reads: opening a form is never deferred. */
  open(caller: Caller, args: Args, given: GivenFields, deps: Deps): FormView | Promise<FormView>;
  submit(caller: Caller, args: Args, fields: Fields, deps: Deps): Answer | Promise<Answer>;
}

/** The control that reopens a refused form. The router owns it in every command, so no command may use the name. */
export const CORRECT = 'correct';

interface CommandParts {
  readonly data: { readonly name: string; toJSON(): RESTPostAPIChatInputApplicationCommandsJSONBody };
  readonly buttons?: Readonly<Record<string, Button>>;
  readonly selects?: Readonly<Record<string, Select>>;
  readonly forms?: Readonly<Record<string, Form>>;
}

/** A command turns input into an answer. It never sees an interaction, so a test calls it without a fake one. */
export type Command = CommandParts &
  (
    | { readonly handler: Handler; readonly subcommands?: undefined }
    | { readonly subcommands: Readonly<Record<string, Handler>>; readonly handler?: undefined }
  );

/** Marks a file's default export as a command. The registry refuses anything else. */
export function defineCommand(command: Command): Command {
  return command;
}

// The four below give a handler the types of its own schemas and then forget them, so that one map can hold them all.
export function defineHandler<Options>(handler: Handler<Options>): Handler {
  return handler as unknown as Handler;
}

export function defineButton<Args>(button: Button<Args>): Button {
  return button as unknown as Button;
}

export function defineSelect<Args>(select: Select<Args>): Select {
  return select as unknown as Select;
}

export function defineForm<Args, Fields>(form: Form<Args, Fields>): Form {
  return form as unknown as Form;
}

/** The same as `T`, for handlers that are told the member who acts. */
type ForMembers<T> = {
  readonly [Key in keyof T]: T[Key] extends ((caller: Caller, ...rest: infer Rest) => infer Result) | undefined
    ? (caller: MemberCaller, ...rest: Rest) => Result
    : T[Key];
};

// The four below are for members only: whoever has not joined gets the join card first, and then what they pressed.
export function defineMemberHandler<Options>(handler: ForMembers<Handler<Options>>): Handler {
  return { ...handler, isForMembers: true } as unknown as Handler;
}

export function defineMemberButton<Args>(button: ForMembers<Button<Args>>): Button {
  return { ...button, isForMembers: true } as unknown as Button;
}

export function defineMemberSelect<Args>(select: ForMembers<Select<Args>>): Select {
  return { ...select, isForMembers: true } as unknown as Select;
}

export function defineMemberForm<Args, Fields>(form: ForMembers<Form<Args, Fields>>): Form {
  return { ...form, isForMembers: true } as unknown as Form;
}
