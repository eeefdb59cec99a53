import type { EmbedJson } from './discord-json.ts';
import { colorOf, element, setVariable } from './element.ts';
import { renderLink } from './link.ts';
import { renderMarkdown, renderMarkdownLine } from './markdown-element.ts';
import { sentText } from './moment-text.ts';
import { renderPicture } from './picture.ts';
import type { Scope } from './scope.ts';

/** An embed (docs: Embed Object). */
export function renderEmbed(embed: EmbedJson, scope: Scope): HTMLElement {
  const { title, description, fields = [], image, thumbnail } = embed;
  const card = element(
    'div',
    { class: 'embed' },
    element(
      'div',
      { class: 'embed-text' },
      authorOf(embed),
      title ? titleOf(title, embed.url, scope) : null,
      description ? element('div', { class: 'embed-description' }, renderMarkdown(description, scope.context)) : null,
      fields.length > 0 ? fieldsOf(fields, scope) : null,
    ),
    thumbnail ? renderPicture(thumbnail, scope, { className: 'embed-thumbnail' }) : null,
    image ? renderPicture(image, scope, { className: 'embed-image' }) : null,
    footerOf(embed, scope),
  );
  if (embed.color !== undefined && embed.color !== null) setVariable(card, '--accent', colorOf(embed.color));
  return card;
}

function authorOf({ author }: EmbedJson): HTMLElement | null {
  if (!author) return null;
  const name = author.url ? renderLink(author.url, 'embed-author-name', author.name) : author.name;
  return element('div', { class: 'embed-author' }, name);
}

function titleOf(title: string, url: string | undefined, { context }: Scope): HTMLElement {
  const line = renderMarkdownLine(title, context);
  return element('div', { class: 'embed-title' }, url ? renderLink(url, 'md-link', line) : line);
}

function fieldsOf(fields: NonNullable<EmbedJson['fields']>, { context }: Scope): HTMLElement {
  return element(
    'dl',
    { class: 'embed-fields' },
    ...fields.map(({ name, value, inline }) =>
      element(
        'div',
        { class: inline ? 'embed-field embed-field-inline' : 'embed-field' },
        element('dt', {}, renderMarkdownLine(name, context)),
        element('dd', {}, renderMarkdown(value, context)),
      ),
    ),
  );
}

function footerOf({ footer, timestamp }: EmbedJson, { context }: Scope): HTMLElement | null {
  const moment = timestamp ? Date.parse(timestamp) : Number.NaN;
  const parts = [footer?.text ?? '', Number.isNaN(moment) ? '' : sentText(moment, context)];
  const text = parts.filter((part) => part !== '').join(' · ');
  return text === '' ? null : element('div', { class: 'embed-footer' }, text);
}
