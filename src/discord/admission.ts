import type { Deps } from '../actions/deps.ts';
import type { Member, Standing } from '../domain/member.ts';
import { isBackAfterAway } from '../domain/plan-return.ts';
import { customId } from '../lib/custom-id.ts';
import type { MessageView } from '../views/message.ts';
import { type Answer, type Caller, type MemberCaller, showPrivately } from './command.ts';
import type { Drafts } from './drafts.ts';
import { type Pressed, pressedSchema } from './pressed.ts';
import { keepRefused } from './refused-draft.ts';
import type { Registry } from './registry.ts';
import { type Target, targetOf } from './target.ts';

/** Who acts is asked, and shown the way in where they have not joined. Wired in main.ts. */
export interface Admission {
  standing(caller: Caller): Promise<Standing>;
  /**
   * The join card, or the question which server is meant. `resumeId` leads back to what was pressed, which may belong
   * to one of several groups.
   */
  welcome(
    caller: Caller,
    standing: Exclude<Standing, { kind: 'member' }>,
    resumeId: string,
    pressed: Pressed,
  ): Promise<MessageView>;
  /** What a member sees first who comes back after weeks. `resumeId` leads on to what they pressed. */
  welcomeBack(caller: MemberCaller, resumeId: string): Promise<MessageView>;
  /** What a member has to be told before anything else, once. Undefined: nothing. */
  findNews(caller: MemberCaller): Promise<((resumeId: string) => MessageView) | undefined>;
}

export interface AdmissionParts {
  readonly registry: Registry;
  readonly deps: Deps;
  readonly drafts: Drafts;
  readonly admission: Admission;
}

const PRESSED = 'pressed';

/** What is shown where nothing is left to do: it was done already, or waited for too long. */
const HOME: Pressed = { kind: 'button', customId: customId('help', 'open', 'home') };

/**
 * Runs a target for the caller. Whoever wants what is for members and has not joined gets the way in first, and a
 * member who was away for weeks a welcome; what they pressed is kept and done afterwards.
 */
export async function admit(parts: AdmissionParts, caller: Caller, target: Target, pressed: Pressed): Promise<Answer> {
  const standing = await parts.admission.standing(caller);
  if (standing.kind !== 'member') {
    const stranger = { ...caller, standing };
    if (!target.isForMembers) return resumed(parts, stranger, await target.run(stranger, parts.deps));
    const resumeId = await parts.drafts.save(caller, PRESSED, pressed);
    return showPrivately(await parts.admission.welcome(caller, standing, resumeId, pressed));
  }
  const member = asMember(caller, standing.member);
  if (isBackAfterAway(standing.member.seenAt, caller.now)) {
    const resumeId = await parts.drafts.save(caller, PRESSED, pressed);
    return showPrivately(await parts.admission.welcomeBack(member, resumeId));
  }
  const news = await parts.admission.findNews(member);
  if (news) return showPrivately(news(await parts.drafts.save(caller, PRESSED, pressed)));
  return resumed(parts, member, await target.run(member, parts.deps));
}

/** The caller as a member: the language that they chose counts more than Discord's. */
export function asMember(caller: Caller, member: Member): MemberCaller {
  const standing = { kind: 'member', member } as const;
  return { ...caller, language: member.language ?? caller.language, member, standing };
}

/**
 * Does what was pressed before joining, when a handler asks for it: once, however often it is asked for. A form does
 * nothing until it is sent, so whoever closes it can open it again.
 */
async function resumed(parts: AdmissionParts, caller: Caller, answer: Answer): Promise<Answer> {
  if (answer.kind !== 'resume') return answer;
  const { resumeId } = answer;
  const kept = resumeId === undefined ? undefined : await parts.drafts.claim(caller, PRESSED, resumeId);
  const claimed = pressedSchema.safeParse(kept);
  const pressed = claimed.success ? claimed.data : HOME;
  const target = targetOf(parts.registry, pressed);
  const result = await admit(parts, caller, target, pressed);
  if (result.kind === 'refused' && target.form && pressed.kind === 'form') {
    return keepRefused(parts.drafts, caller, target.form.id, pressed.fields, result.problem);
  }
  if (result.kind === 'form' && resumeId !== undefined) await parts.drafts.putBack(caller, PRESSED, resumeId, pressed);
  return result;
}
