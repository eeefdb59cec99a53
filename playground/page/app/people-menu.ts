import type { PersonEntry } from '../protocol.ts';
import { renderAvatar } from '../render/avatar.ts';
import { addPersonForm } from './add-person.ts';
import { openDialog } from './dialog.ts';
import { element } from './element.ts';
import type { Part, Shell } from './shell.ts';

/** Shows who one is, and lets one be somebody else. */
export function createPeopleMenu(shell: Shell): Part {
  const button = element('button', {
    type: 'button',
    class: 'me',
    'aria-haspopup': 'dialog',
    click: () => openPeople(shell),
  });
  return {
    element: button,
    update() {
      const { me } = shell.overview;
      button.replaceChildren(
        renderAvatar({ name: me.name }),
        element('span', { class: 'me-name' }, me.name),
        element('span', { class: 'visually-hidden' }, ': be somebody else'),
      );
    },
  };
}

function openPeople(shell: Shell): void {
  const { people, me } = shell.overview;
  const become = (id: string) => {
    dialog.close();
    void shell.become(id);
  };
  const list = element(
    'ul',
    { class: 'people' },
    ...people.map((person) => element('li', {}, personButton(shell, person, person.id === me.id, become))),
  );
  const intro = element('p', {}, 'See the same server as somebody else: what they may do, and what only they can see.');
  const dialog = openDialog('Who are you?', intro, list, addPersonForm(become));
}

function personButton(shell: Shell, person: PersonEntry, isMe: boolean, become: (id: string) => void): HTMLElement {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: person.timeZone, timeStyle: 'short' }).format(shell.now());
  const facts = [
    person.isModerator && 'moderator',
    person.note,
    `${time} in ${person.timeZone.split('/').at(-1)?.replaceAll('_', ' ')}`,
    person.locale,
  ].filter(Boolean);
  return element(
    'button',
    { type: 'button', class: 'choice person', 'aria-current': isMe && 'true', click: () => become(person.id) },
    renderAvatar({ name: person.name }),
    element(
      'span',
      { class: 'person-words' },
      element('strong', {}, isMe ? `${person.name} (you)` : person.name),
      element('span', {}, facts.join(' · ')),
    ),
  );
}
