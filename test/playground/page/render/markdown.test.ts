import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../../playground/page/render/markdown/blocks.ts';
import type { Block, Inline, ListBlock } from '../../../../playground/page/render/markdown/nodes.ts';
import { textOf } from '../../../../playground/page/render/markdown/text-of.ts';
import { runs } from '../../../support/sample.ts';

/** A tree in one line: `bold(…)`, `h1(…)`, with plain text as it is. */
function written(blocks: readonly Block[]): string {
  return blocks.map(writtenBlock).join(' / ');
}

function writtenBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `h${block.level}(${inline(block.children)})`;
    case 'subtext':
      return `sub(${inline(block.children)})`;
    case 'quote':
      return `quote(${written(block.children)})`;
    case 'list':
      return writtenList(block);
    default:
      return inline(block.children);
  }
}

function writtenList({ start, items }: ListBlock): string {
  const rows = items.map(({ children, lists }) => [inline(children), ...lists.map(writtenList)].join(' '));
  return `${start === null ? 'ul' : `ol${start}`}(${rows.join('; ')})`;
}

function inline(nodes: readonly Inline[]): string {
  return nodes.map(writtenNode).join('').replaceAll('\n', '⏎');
}

function writtenNode(node: Inline): string {
  switch (node.kind) {
    case 'plain':
      return node.text;
    case 'code':
      return `code(${node.text})`;
    case 'codeBlock':
      return `block:${node.language}(${node.text})`;
    case 'link':
      return `link(${inline(node.children)} → ${node.url})`;
    case 'everyone':
      return `ping(${node.text})`;
    case 'command':
    case 'emoji':
      return `${node.kind}(${node.name})`;
    case 'time':
      return `time(${node.unix} ${node.style})`;
    case 'user':
    case 'role':
    case 'channel':
      return `${node.kind}(${node.id})`;
    default:
      return `${node.kind}(${inline(node.children)})`;
  }
}

type Case = readonly [text: string, tree: string];

const marks: Case[] = [
  ['**a** *b* _c_ __d__ ~~e~~ ||f||', 'bold(a) italic(b) italic(c) underline(d) strike(e) spoiler(f)'],
  ['***both***', 'bold(italic(both))'],
  ['*it **bold** it*', 'italic(it bold(bold) it)'],
  ['**bold *it***', 'bold(bold italic(it))'],
  ['__**x**__ ||**y** ~~z~~||', 'underline(bold(x)) spoiler(bold(y) strike(z))'],
  ['**two\nlines**', 'bold(two⏎lines)'],
  ['**an empty line\n\nbetween**', 'bold(an empty line⏎⏎between)'],
  ['** spaces **', 'bold( spaces )'],
  ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
  ['**never closed', '**never closed'],
  ['a *b **c* d', 'a italic(b **c) d'],
  ['**** |||| ~~~~ __', '**** |||| ~~~~ __'],
  ['one | two ~ three', 'one | two ~ three'],
  ['größe_ünder_x', 'größe_ünder_x'],
];

const escapes: Case[] = [
  ['\\*not italic\\*', '*not italic*'],
  ['\\\\ \\` \\[', '\\ ` ['],
  ['\\n C:\\dir', '\\n C:\\dir'],
  ['\\<@1> \\@everyone', '<@1> @everyone'],
  ['\\# no heading', '# no heading'],
  ['¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯'],
  ['ends with \\', 'ends with \\'],
];

const code: Case[] = [
  ['`a **b** <@1>`', 'code(a **b** <@1>)'],
  ['`` ` `` and ``a`b``', 'code(`) and code(a`b)'],
  ['`never', '`never'],
  ['```js\nconst a = 1;\n\n# no heading\n```after', 'block:js(const a = 1;⏎⏎# no heading)after'],
  ['```one line```', 'block:(one line)'],
  ['```js```', 'block:(js)'],
  ['before\n```\n- no list\n```\n- list', 'before⏎block:(- no list) / ul(list)'],
  ['```\nnever closed\n- list', '```⏎never closed / ul(list)'],
  ['``````', '``````'],
  ['||```\nhidden\n```||', 'spoiler(block:(hidden))'],
];

const blocks: Case[] = [
  ['# One\n## Two\n### Three\n#### four', 'h1(One) / h2(Two) / h3(Three) / #### four'],
  ['#no space\n-#no space\n-no space', '#no space⏎-#no space⏎-no space'],
  ['-# small **print**', 'sub(small bold(print))'],
  ['- a\n  - b\n    - c\n- d', 'ul(a ul(b ul(c)); d)'],
  ['* a\n- b', 'ul(a; b)'],
  ['3. three\n4. four\n   - dot', 'ol3(three; four ul(dot))'],
  ['- first line\n  second line', 'ul(first line⏎second line)'],
  ['- ```js\n  1\n  ```\n- next', 'ul(block:js(  1); next)'],
  ['before\n- a\nafter', 'before / ul(a) / after'],
  ['> a\n> **b**\nafter', 'quote(a⏎bold(b)) / after'],
  ['> # H\n> - l', 'quote(h1(H) / ul(l))'],
  ['> ```\n> code\n> ```', 'quote(block:(code))'],
  ['>>> all\n\n# of it\n> here', 'quote(all⏎ / h1(of it) / > here)'],
  ['a\n>>> b\nc', 'a / quote(b⏎c)'],
  ['>no space', '>no space'],
  ['a\r\n# B\r\n', 'a / h1(B) / '],
];

const links: Case[] = [
  ['[words](https://a.example/b)', 'link(words → https://a.example/b)'],
  ['[**b** `c`](http://a.example "title")', 'link(bold(b) code(c) → http://a.example)'],
  ['[a](<https://a.example/(x)>)', 'link(a → https://a.example/(x))'],
  ['[[1] a](https://a.example/x_(y))', 'link([1] a → https://a.example/x_(y))'],
  ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
  ['[x](data:text/html,hi) [y](/here) [z](mailto:a@b.c)', '[x](data:text/html,hi) [y](/here) [z](mailto:a@b.c)'],
  ['[](https://a.example)', '[](https://a.example)'],
  ['[a] (b) ](c)', '[a] (b) ](c)'],
  ['[https://a.example](https://b.example)', '[link(https://a.example → https://a.example)](https://b.example)'],
  ['see (https://a.example/b).', 'see (link(https://a.example/b → https://a.example/b)).'],
  ['https://a.example/x_(y), so', 'link(https://a.example/x_(y) → https://a.example/x_(y)), so'],
  ['**https://a.example**', 'bold(link(https://a.example → https://a.example))'],
  ['||https://a.example/b||', 'spoiler(link(https://a.example/b → https://a.example/b))'],
  ['<https://a.example/_b_>', 'link(https://a.example/_b_ → https://a.example/_b_)'],
  ['javascript:alert(1) ftp://a xhttps://a.example', 'javascript:alert(1) ftp://a xhttps://a.example'],
  ['http:// https://', 'http:// https://'],
];

const mentions: Case[] = [
  ['<@1> <@!2> <@&3> <#4>', 'user(1) user(2) role(3) channel(4)'],
  ['</step:5> </plan show:6>', 'command(step) command(plan show)'],
  ['@everyone @here @ada', 'ping(@everyone) ping(@here) @ada'],
  ['<:cairn:7> <a:walk:8> :smile:', 'emoji(cairn) emoji(walk) :smile:'],
  ['<t:1:R> <t:-2> <t:3:Q> <t:x>', 'time(1 R) time(-2 f) <t:3:Q> <t:x>'],
  ['<@x> <script>alert(1)</script> <b>', '<@x> <script>alert(1)</script> <b>'],
  ['**<@1>**', 'bold(user(1))'],
];

describe.each([
  ['marks', marks],
  ['escapes', escapes],
  ['code', code],
  ['blocks', blocks],
  ['links', links],
  ['mentions', mentions],
])('Discord’s Markdown: %s', (_, cases) => {
  test.each(cases)('%j', (text, tree) => {
    expect(written(parseMarkdown(text))).toBe(tree);
  });
});

const signs = [
  '*',
  '**',
  '_',
  '__',
  '~~',
  '|',
  '||',
  '`',
  '```',
  '[',
  ']',
  '](',
  '(',
  ')',
  '<',
  '>',
  '> ',
  '>>> ',
  '#',
  '# ',
];
const moreSigns = [
  '-# ',
  '- ',
  '1. ',
  '  ',
  '\n',
  '\\',
  '@',
  ':',
  '<t:',
  '<@',
  'https://',
  'é',
  '🪨',
  'שלום',
  '\u0301',
];
const word = fc.stringMatching(/^[a-z]{1,4}$/);
const markdown = fc
  .array(fc.oneof(fc.constantFrom(...signs, ...moreSigns), word), { maxLength: 60 })
  .map((pieces) => pieces.join(''));

/** What no mark is made of. The digits of a list are counted anew by whoever draws it. */
const letters = (text: string) => (text.match(/\p{L}/gu) ?? []).join('');

test('no letter is lost or moved, whatever the signs between them', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      expect(letters(textOf(parseMarkdown(text)))).toBe(letters(text));
    }),
    { numRuns: runs(400) },
  );
});

test('any text at all gives a tree', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(Array.isArray(parseMarkdown(text))).toBe(true);
    }),
    { numRuns: runs(200) },
  );
});

const piled = [
  '*',
  '_a* ',
  '**a',
  '[',
  '[](',
  '](',
  '[a](',
  '`',
  '``` ',
  '||',
  '<t:',
  'https://(',
  '- \n ',
  '  - a\n',
  '>',
  '\\',
];

test.each(piled)('a hundred thousand signs of %j end in a shallow tree', (sign) => {
  const text = sign.repeat(100_000 / sign.length);
  expect(depthOf(parseMarkdown(text))).toBeLessThan(20);
});

/** How many objects stand inside each other. */
function depthOf(nodes: readonly (Block | Inline | object)[]): number {
  let level: readonly object[] = nodes;
  let depth = 0;
  for (; level.length > 0; depth += 1)
    level = level.flatMap((node) => [
      ...('children' in node ? (node.children as object[]) : []),
      ...('items' in node ? (node.items as object[]) : []),
      ...('lists' in node ? (node.lists as object[]) : []),
    ]);
  return depth;
}
