import { element } from './element.ts';
import { enterButton } from './enter-button.ts';
import type { MessageBox } from './message-box.ts';
import type { Part, Shell } from './shell.ts';

/** Commands that somebody may begin with, the best first. */
const beginnings = ['join', 'setup new', 'help'];

/** What somebody who has never used the bot sees above the message box; and that the bot is not there yet. */
export function createHint(shell: Shell, box: MessageBox): Part {
  const hint = element('div', { class: 'hint', hidden: true });
  let drawn = 0;
  const update = async () => {
    drawn += 1;
    const turn = drawn;
    const { bot, isNew, me } = shell.overview;
    if (!bot.isConnected) return show(element('p', { role: 'status' }, `${bot.name} is on its way…`));
    if (!me.isInServer) return show(element('p', {}, `${me.name} is in no server yet.`), enterButton(shell));
    if (!isNew || !shell.channel.mayWrite) return show();
    const offered = (await box.commands().catch(() => [])).map(({ words }) => words);
    const useful = beginnings.filter((words) => offered.includes(words));
    if (turn !== drawn) return;
    if (useful.length === 0) return show();
    const buttons = useful.map((words, index) => {
      const kind = index === 0 ? 'tool tool-primary' : 'tool';
      return element('button', { type: 'button', class: kind, click: () => void box.use(words, true) }, `/${words}`);
    });
    show(
      element('p', {}, element('strong', {}, `Welcome, ${me.name}.`), ' Type / to see what there is, or press this:'),
      ...buttons,
    );
  };
  const show = (...content: readonly Node[]) => {
    hint.replaceChildren(...content);
    hint.hidden = content.length === 0;
  };
  return { element: hint, update: () => void update() };
}
