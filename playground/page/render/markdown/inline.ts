import type { Inline, MarkKind } from './nodes.ts';
import { type MarkToken, type Token, tokensOf } from './tokens.ts';

/** Something that was opened and is waiting for its end. */
interface Frame {
  /** What stands there when the end never comes. */
  readonly source: string;
  readonly children: Inline[];
  hasLink: boolean;
}

const markKinds: Readonly<Record<string, MarkKind>> = {
  '*': 'italic',
  '**': 'bold',
  _: 'italic',
  __: 'underline',
  '~~': 'strike',
  '||': 'spoiler',
};

/** The inline Markdown of a text: one pass over its tokens, nested at most as deep as there are kinds of marks. */
export function inlineOf(text: string): Inline[] {
  const pairing = new Pairing();
  for (const token of tokensOf(text)) pairing.take(token);
  return pairing.finish();
}

class Pairing {
  readonly #frames: Frame[] = [{ source: '', children: [], hasLink: false }];
  /** Where the frame of each open mark stands. At most one of a kind is open. */
  readonly #marks = new Map<string, number>();
  readonly #brackets: number[] = [];

  take(token: Token): void {
    if (token.kind === 'mark') this.#takeMarks(token);
    else if (token.kind === 'open') this.#brackets.push(this.#open('['));
    else if (token.kind === 'node') this.#add(token.node);
    else {
      const opened = this.#brackets.pop();
      if (token.kind === 'bracket') this.#add({ kind: 'plain', text: ']' });
      else this.#closeLink(opened, token.url, token.source);
    }
  }

  finish(): Inline[] {
    this.#flattenAbove(0);
    return this.#top.children;
  }

  get #top(): Frame {
    return this.#frames.at(-1) as Frame;
  }

  #add(node: Inline): void {
    const { children } = this.#top;
    const last = children.at(-1);
    if (node.kind === 'plain' && last?.kind === 'plain')
      children[children.length - 1] = { kind: 'plain', text: last.text + node.text };
    else children.push(node);
    if (node.kind === 'link') this.#top.hasLink = true;
  }

  #open(source: string): number {
    return this.#frames.push({ source, children: [], hasLink: false }) - 1;
  }

  /** A run is cut into pairs and singles: first what it can end, innermost first, then what it can begin. */
  #takeMarks({ character, length, mayOpen, mayClose }: MarkToken): void {
    let left = length;
    const singles = character === '*' || character === '_';
    for (let mark = this.#closable(character, left, singles && mayClose); mark; ) {
      this.#closeMark(mark);
      left -= mark.length;
      mark = this.#closable(character, left, singles && mayClose);
    }
    if (left >= 2 && !this.#marks.has(character.repeat(2))) left -= this.#openMark(character.repeat(2));
    if (left === 1 && singles && mayOpen) left -= this.#openMark(character);
    if (left > 0) this.#add({ kind: 'plain', text: character.repeat(left) });
  }

  /** The open mark that a run of this length ends. Two stars inside italic text begin bold text. */
  #closable(character: string, length: number, mayCloseSingle: boolean): string | undefined {
    const double = length >= 2 ? this.#marks.get(character.repeat(2)) : undefined;
    const single = length !== 2 && length > 0 && mayCloseSingle ? this.#marks.get(character) : undefined;
    if (double === undefined && single === undefined) return undefined;
    return (double ?? -1) > (single ?? -1) ? character.repeat(2) : character;
  }

  #openMark(mark: string): number {
    this.#marks.set(mark, this.#open(mark));
    return mark.length;
  }

  #closeMark(mark: string): void {
    const { children, hasLink } = this.#close(this.#marks.get(mark) as number);
    if (children.length === 0) this.#add({ kind: 'plain', text: mark + mark });
    else this.#add({ kind: markKinds[mark] as MarkKind, children });
    this.#top.hasLink ||= hasLink;
  }

  #closeLink(opened: number | undefined, url: string | null, source: string): void {
    if (opened === undefined || url === null || this.#hasLinkFrom(opened)) {
      this.#add({ kind: 'plain', text: source });
      return;
    }
    const { children } = this.#close(opened);
    if (children.length === 0) this.#add({ kind: 'plain', text: `[${source}` });
    else this.#add({ kind: 'link', url, children });
  }

  #hasLinkFrom(index: number): boolean {
    return this.#frames.slice(index).some(({ hasLink }) => hasLink);
  }

  /** Takes the frame at `index` off; what was opened after it has found no end and becomes text. */
  #close(index: number): Frame {
    this.#flattenAbove(index);
    const frame = this.#frames.pop() as Frame;
    this.#forgetFrom(index);
    return frame;
  }

  #flattenAbove(index: number): void {
    const lost = this.#frames.splice(index + 1);
    this.#forgetFrom(index + 1);
    for (const { source, children, hasLink } of lost) {
      this.#add({ kind: 'plain', text: source });
      for (const child of children) this.#add(child);
      this.#top.hasLink ||= hasLink;
    }
  }

  #forgetFrom(index: number): void {
    for (const [mark, at] of this.#marks) if (at >= index) this.#marks.delete(mark);
    while ((this.#brackets.at(-1) ?? -1) >= index) this.#brackets.pop();
  }
}
