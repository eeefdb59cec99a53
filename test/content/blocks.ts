/** A fenced block of code inside a text. */
export interface Block {
  /** What stands behind the opening fence, such as `sql`. Empty where nothing does. */
  readonly info: string;
  readonly code: string;
  readonly lines: readonly string[];
}

const FENCED = /^[ \t]*```([^\n`]*)\n([\s\S]*?)^[ \t]*```[ \t]*$/gm;
const INLINE = /(`+)(?!`)([^\n]*?)(?<!`)\1(?!`)/g;

export function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(FENCED)].map(([, info = '', body = '']) => {
    const lines = body.replace(/\n$/, '').split('\n');
    return { info: info.trim(), code: lines.join('\n'), lines };
  });
}

/** The text that Discord reads as Markdown: without fenced blocks and code between backticks. */
export function proseOf(text: string): string {
  return text.replace(FENCED, '').replace(INLINE, '');
}

/** Every piece of code in a text, fenced or between backticks. */
export function codeOf(text: string): readonly string[] {
  const inline = [...text.replace(FENCED, '').matchAll(INLINE)].map(([, , code = '']) => code);
  return [...blocksOf(text).map((block) => block.code), ...inline];
}

/** What is left open, or stands where Discord would not see a fence. Undefined where all is well. */
export function unbalanced(text: string): string | undefined {
  const rest = text.replace(FENCED, '');
  if (rest.includes('```')) return 'a fence ``` is not closed, or does not stand on a line of its own';
  if (rest.replace(INLINE, '').includes('`')) return 'a backtick has no partner on its line';
  return undefined;
}
