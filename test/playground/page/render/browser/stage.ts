import type { RenderContext } from '../../../../../playground/page/render/context.ts';
import type { FormJson, MessageJson } from '../../../../../playground/page/render/discord-json.ts';
import { renderForm } from '../../../../../playground/page/render/form.ts';
import type { RenderedForm } from '../../../../../playground/page/render/form-contract.ts';
import { renderMessage } from '../../../../../playground/page/render/message.ts';
import { replaceMessage } from '../../../../../playground/page/render/replace-message.ts';
import { refreshTimes } from '../../../../../playground/page/render/timestamp.ts';

/** The lookups of a context as they travel to the browser. */
interface Lookups extends Pick<RenderContext, 'readerId' | 'timeZone' | 'locale' | 'now'> {
  readonly users: [string, { name: string }][];
  readonly roles: [string, { name: string; color: string | null }][];
  readonly channels: [string, { name: string; type: number }][];
}

/** What the reader did, in order. */
const acts: unknown[] = [];
/** How the next press, choice or form ends; undefined: at once and well. */
let ending: () => Promise<unknown> | undefined = () => undefined;
let context: RenderContext;
let form: RenderedForm;

function note(...act: unknown[]): Promise<unknown> | undefined {
  acts.push(act);
  return ending();
}

const messages = () => document.getElementById('messages') as HTMLElement;

const stage = {
  acts,
  begin(lookups: Lookups) {
    context = {
      ...lookups,
      users: new Map(lookups.users),
      roles: new Map(lookups.roles),
      channels: new Map(lookups.channels),
      mediaAddress: (url) => (url.includes('/attachments/') ? `/picture/${url.split('/').at(-1)}` : undefined),
      act: {
        press: (...given) => note('press', ...given),
        choose: (...given) => note('choose', ...given),
        openChannel: (...given) => void note('openChannel', ...given),
        openThread: (...given) => void note('openThread', ...given),
        useCommand: (...given) => void note('useCommand', ...given),
        dismiss: (...given) => void note('dismiss', ...given),
      },
    };
  },
  end(how: 'well' | 'never' | { readonly error: string }) {
    if (how === 'well') ending = () => undefined;
    else if (how === 'never') ending = () => new Promise(() => undefined);
    else ending = () => Promise.reject(new Error(how.error));
  },
  show(...shown: MessageJson[]) {
    messages().replaceChildren(...shown.map((message) => renderMessage(message, context)));
  },
  replace(message: MessageJson) {
    const old = messages().querySelector<HTMLElement>(`[data-message-id="${message.id}"]`);
    if (old) replaceMessage(old, renderMessage(message, context));
  },
  clock(now: number) {
    refreshTimes(document, { ...context, now });
  },
  openForm(json: FormJson) {
    form = renderForm(json, context, {
      submit: (values) => note('submit', values),
      cancel: () => void note('cancel'),
    });
    form.open();
  },
  readForm: () => form.read(),
};

Object.assign(globalThis, { stage });
