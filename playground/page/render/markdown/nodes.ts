/** Discord's Markdown as plain data. `markdown-element.ts` draws it. */
export type Block = TextBlock | HeadingBlock | SubtextBlock | QuoteBlock | ListBlock;

/** Lines of text with the line breaks between them. */
export interface TextBlock {
  readonly kind: 'text';
  readonly children: readonly Inline[];
}

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly children: readonly Inline[];
}

export interface SubtextBlock {
  readonly kind: 'subtext';
  readonly children: readonly Inline[];
}

export interface QuoteBlock {
  readonly kind: 'quote';
  readonly children: readonly Block[];
}

export interface ListBlock {
  readonly kind: 'list';
  /** The first number, or null for a list with dots. */
  readonly start: number | null;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly children: readonly Inline[];
  readonly lists: readonly ListBlock[];
}

export type MarkKind = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

export type Inline =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: MarkKind; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'codeBlock'; readonly text: string; readonly language: string }
  /** `url` starts with http:// or https://. */
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly kind: 'everyone'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'emoji'; readonly name: string }
  /** `source` stands there when `unix` (seconds) is no moment that can be written. */
  | { readonly kind: 'time'; readonly unix: number; readonly style: string; readonly source: string };
