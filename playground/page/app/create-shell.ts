import type { ActResult, Overview } from '../protocol.ts';
import type { Actions, RenderContext } from '../render/context.ts';
import { get, post } from './api.ts';
import { surroundings } from './context.ts';
import { openForm } from './forms.ts';
import { findChannel, firstChannel } from './places.ts';
import type { Shell } from './shell.ts';
import { keepWhereabouts } from './whereabouts.ts';

/** What the shell tells the rest of the page. */
export interface Stage {
  /** Somebody else looks, or at another place. */
  moved(): Promise<void>;
  /** Something around the messages changed. */
  changed(): void;
  now(): number;
  useCommand(words: string): void;
  removeMessage(id: string): void;
  goToMessage(id: string): void;
}

/** Holds who one is and where, and does what one asks for. */
export function createShell(first: Overview, wantedChannel: string | undefined, stage: () => Stage): Shell {
  let overview = first;
  let channel = findChannel(first, wantedChannel) ?? firstChannel(first);
  let known = surroundings(first);
  const take = (fresh: Overview, channelId: string | undefined) => {
    const isElsewhere = fresh.me.id !== overview.me.id || channelId !== channel.id;
    overview = fresh;
    known = surroundings(fresh);
    channel = findChannel(fresh, channelId) ?? firstChannel(fresh);
    keepWhereabouts(fresh.me.id, channel.id);
    return isElsewhere || channel.id !== channelId;
  };
  const asking = createAsking(first.me.id);
  const look = async (person?: string) => {
    const fresh = await asking(person);
    if (!fresh) return;
    const isSomebodyElse = fresh.me.id !== overview.me.id;
    const isElsewhere = take(fresh, isSomebodyElse && channel.kind === 'private' ? undefined : channel.id);
    stage().changed();
    if (isElsewhere) await stage().moved();
  };
  const shell: Shell = {
    get overview() {
      return overview;
    },
    get channel() {
      return channel;
    },
    get context(): RenderContext {
      return { ...known, now: stage().now(), act: actions };
    },
    now: () => stage().now(),
    become: look,
    refresh: () => look(),
    async openChannel(channelId) {
      if (take(overview, channelId)) await stage().moved();
    },
    async act(path, body) {
      const wasNew = overview.isNew;
      const result = await post<ActResult>(path, { person: overview.me.id, ...body });
      if (result.form) openForm(shell, result.form);
      if (wasNew) await shell.refresh();
      return result;
    },
    useCommand: (words) => stage().useCommand(words),
  };
  const actions = actionsOf(shell, stage);
  keepWhereabouts(overview.me.id, channel.id);
  return shell;
}

/** Asks how things are, for another person or for the last one asked for. Undefined when it was asked again meanwhile. */
function createAsking(firstPerson: string): (person?: string) => Promise<Overview | undefined> {
  let wanted = firstPerson;
  let turn = 0;
  return async (person = wanted) => {
    wanted = person;
    turn += 1;
    const mine = turn;
    const fresh = await get<Overview>('/api/overview', { person });
    if (mine !== turn) return undefined;
    wanted = fresh.me.id;
    return fresh;
  };
}

/** What can be done on a message. */
function actionsOf(shell: Shell, stage: () => Stage): Actions {
  return {
    press: (customId, message) => shell.act('/api/press', { customId, message }),
    choose: (customId, values, message) => shell.act('/api/choose', { customId, values, message }),
    openChannel: (id, message) => void shell.openChannel(id).then(() => message && stage().goToMessage(message)),
    openThread: (id) => void shell.openChannel(id),
    useCommand: (words) => shell.useCommand(words),
    dismiss(message) {
      stage().removeMessage(message);
      void shell.act('/api/dismiss', { message });
    },
  };
}
