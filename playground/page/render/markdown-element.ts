import type { RenderContext } from './context.ts';
import { element, setVariable } from './element.ts';
import { renderLink } from './link.ts';
import { parseMarkdown } from './markdown/blocks.ts';
import { inlineOf } from './markdown/inline.ts';
import type { Block, Inline, ListBlock, MarkKind } from './markdown/nodes.ts';
import {
  renderChannelMention,
  renderCommandMention,
  renderEveryone,
  renderRoleMention,
  renderUserMention,
} from './mention.ts';
import { renderPlaceLink } from './place-link.ts';
import { renderSpoiler } from './spoiler.ts';
import { renderTime } from './timestamp.ts';

const markTags: Readonly<Record<Exclude<MarkKind, 'spoiler'>, 'strong' | 'em' | 'u' | 's'>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
};

/** Discord's headings, below the page's own two levels. */
const headingTags = { 1: 'h3', 2: 'h4', 3: 'h5' } as const;

/** Discord's Markdown as elements. */
export function renderMarkdown(text: string, context: RenderContext): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...blockElements(parseMarkdown(text.trim()), context));
  return fragment;
}

/** A single line, such as an embed's title: no headings, lists or quotes. */
export function renderMarkdownLine(text: string, context: RenderContext): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...inlineNodes(inlineOf(text), context));
  return fragment;
}

function blockElements(blocks: readonly Block[], context: RenderContext): HTMLElement[] {
  return blocks.map((block, index) => blockElement(block, index === blocks.length - 1, context));
}

function blockElement(block: Block, last: boolean, context: RenderContext): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return element(
        headingTags[block.level],
        { class: `md-heading md-heading-${block.level}`, dir: 'auto' },
        ...inlineNodes(block.children, context),
      );
    case 'subtext':
      return element('div', { class: 'md-subtext', dir: 'auto' }, ...inlineNodes(block.children, context));
    case 'quote':
      return element('blockquote', { class: 'md-quote' }, ...blockElements(block.children, context));
    case 'list':
      return listElement(block, context);
    default:
      // A break at the very end of a block shows nothing: with one more, an empty line before the next block stays.
      return element(
        'div',
        { class: 'md-text', dir: 'auto' },
        ...inlineNodes(block.children, context),
        last ? undefined : '\n',
      );
  }
}

function listElement({ start, items }: ListBlock, context: RenderContext): HTMLElement {
  const rows = items.map(({ children, lists }) =>
    element(
      'li',
      { dir: 'auto' },
      ...inlineNodes(children, context),
      ...lists.map((list) => listElement(list, context)),
    ),
  );
  if (start === null) return element('ul', { class: 'md-list' }, ...rows);
  const list = element('ol', { class: 'md-list', start }, ...rows);
  setVariable(list, '--digits', String(String(start + items.length - 1).length));
  return list;
}

function inlineNodes(nodes: readonly Inline[], context: RenderContext): Node[] {
  return nodes.map((node) => inlineNode(node, context));
}

function inlineNode(node: Inline, context: RenderContext): Node {
  switch (node.kind) {
    case 'plain':
      return document.createTextNode(node.text);
    case 'spoiler':
      return renderSpoiler('span', ...inlineNodes(node.children, context));
    case 'code':
      return element('code', { class: 'md-code' }, node.text);
    case 'codeBlock':
      return codeBlock(node.text, node.language);
    case 'link':
      return linkElement(node.url, inlineNodes(node.children, context), context);
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
      return element(markTags[node.kind], {}, ...inlineNodes(node.children, context));
    default:
      return mentionNode(node, context);
  }
}

function linkElement(url: string, children: readonly Node[], context: RenderContext): HTMLElement {
  return renderPlaceLink(url, context, 'md-link', ...children) ?? renderLink(url, 'md-link', ...children);
}

type Mention = Extract<
  Inline,
  { readonly kind: 'user' | 'role' | 'channel' | 'everyone' | 'command' | 'emoji' | 'time' }
>;

function mentionNode(node: Mention, context: RenderContext): Node {
  switch (node.kind) {
    case 'user':
      return renderUserMention(node.id, context);
    case 'role':
      return renderRoleMention(node.id, context);
    case 'channel':
      return renderChannelMention(node.id, context);
    case 'everyone':
      return renderEveryone(node.text);
    case 'command':
      return renderCommandMention(node.name, context);
    case 'emoji':
      return element('span', { class: 'md-emoji' }, `:${node.name}:`);
    default:
      return renderTime(node.unix, node.style, context) ?? document.createTextNode(node.source);
  }
}

function codeBlock(text: string, language: string): HTMLElement {
  const label = language ? element('span', { class: 'md-code-language' }, language) : undefined;
  return element('pre', { class: 'md-code-block', dir: 'ltr' }, label, element('code', {}, text));
}
