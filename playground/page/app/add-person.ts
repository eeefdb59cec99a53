import { post } from './api.ts';
import { element, freshId } from './element.ts';

/** A few that show something: far east and west, half hours, languages that the bot may not speak. */
const languages = ['en-GB', 'en-US', 'de', 'es-ES', 'fr', 'hi', 'ja', 'pt-BR', 'tr', 'uk'];

/** Somebody new, who can then be chosen. */
export function addPersonForm(done: (id: string) => void): HTMLElement {
  const name = element('input', {
    type: 'text',
    id: freshId('field'),
    maxlength: 32,
    required: true,
    autocomplete: 'off',
  });
  const zones = Intl.supportedValuesOf('timeZone');
  const zone = select(
    ['UTC', ...zones.filter((one) => one !== 'UTC')],
    Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
  const language = select(languages, 'en-GB');
  const moderator = element('input', { type: 'checkbox', id: freshId('field') });
  const inServer = element('input', { type: 'checkbox', id: freshId('field'), checked: true });
  const problem = element('p', { class: 'problem', role: 'alert' });
  const add = async (event: Event) => {
    event.preventDefault();
    try {
      const { id } = await post<{ id: string }>('/api/people', {
        name: name.value,
        timeZone: zone.value,
        locale: language.value,
        isModerator: moderator.checked,
        isInServer: inServer.checked,
      });
      done(id);
    } catch (error) {
      problem.textContent = (error as Error).message;
      name.focus();
    }
  };
  const form = element(
    'form',
    { class: 'add-person', submit: (event) => void add(event) },
    labelled('Name', name),
    labelled('Time zone', zone),
    labelled('Language', language),
    ticked('A moderator', moderator),
    ticked('In the server', inServer),
    problem,
    element('button', { type: 'submit', class: 'tool tool-primary' }, 'Add and become them'),
  );
  return element('details', { class: 'more' }, element('summary', {}, 'Add a person'), form);
}

function select(values: readonly string[], chosen: string): HTMLSelectElement {
  const options = values.map((value) => element('option', { value, selected: value === chosen }, value));
  return element('select', { class: 'tool-select', id: freshId('field') }, ...options);
}

function labelled(words: string, field: HTMLElement): HTMLElement {
  return element('p', { class: 'person-field' }, element('label', { for: field.id }, words), field);
}

function ticked(words: string, field: HTMLElement): HTMLElement {
  return element('p', { class: 'tick' }, field, element('label', { for: field.id }, words));
}
