import {
  type APIButtonComponentWithCustomId,
  type APIChannelSelectComponent,
  type APIComponentInContainer,
  type APIRoleSelectComponent,
  type APIStringSelectComponent,
  type APIUserSelectComponent,
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js';
import type { GroupChannelKind } from '../domain/study-group.ts';
import { shorten } from '../lib/graphemes.ts';
import { splitBlocks } from '../lib/split-blocks.ts';
import type { MessageView, PictureView } from './message.ts';

/** How much text one screen shows, in characters: about two heights of a phone. Longer pages are split by buttons. */
export const SCREEN_CHARACTERS = 1500;

/** Accent colours that are distinct on a light and on a dark background. Nothing is said by them alone. */
export const accent = {
  neutral: 0x5865f2,
  warning: 0xc27c0e,
  foundation: 0x2f9e6e,
  core: 0x2f6fbb,
  advanced: 0x8a4fbf,
  professional: 0xc2622d,
} as const;

/** One row of controls. */
export type ActionRow = Extract<APIComponentInContainer, { type: ComponentType.ActionRow }>;

export interface ButtonParts {
  readonly label: string;
  readonly id: string;
  /** The one thing to do next is `primary`; at most one on a screen. */
  readonly style?: 'primary' | 'plain' | 'danger';
  readonly disabled?: boolean;
}

const styles = { primary: ButtonStyle.Primary, plain: ButtonStyle.Secondary, danger: ButtonStyle.Danger } as const;

export function button({ label, id, style = 'plain', disabled = false }: ButtonParts): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: styles[style],
    label: shorten(label, 80),
    custom_id: id,
    ...(disabled ? { disabled } : {}),
  };
}

/** Up to five buttons beside each other. */
export function buttonRow(...buttons: readonly APIButtonComponentWithCustomId[]): ActionRow {
  return { type: ComponentType.ActionRow, components: [...buttons] };
}

export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly selected?: boolean;
}

/** A list from which one thing is chosen, or any number of them, also none. At most 25 options. */
export function selectRow(
  id: string,
  placeholder: string,
  options: readonly SelectOption[],
  howMany: 'one' | 'any' = 'one',
): ActionRow {
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: shorten(placeholder, 150),
    options: options.slice(0, 25).map((option) => ({
      label: shorten(option.label, 100),
      value: option.value,
      ...(option.description === undefined ? {} : { description: shorten(option.description, 100) }),
      ...(option.selected ? { default: true } : {}),
    })),
    ...(howMany === 'any' ? { min_values: 0, max_values: Math.min(options.length, 25) } : {}),
  };
  return { type: ComponentType.ActionRow, components: [select] };
}

/** A list of all roles of the server; one is chosen, or none. `chosen`: the one that stands there. */
export function roleSelectRow(id: string, placeholder: string, chosen?: string): ActionRow {
  const select: APIRoleSelectComponent = {
    type: ComponentType.RoleSelect,
    ...oneOrNone(id, placeholder),
    ...(chosen === undefined ? {} : { default_values: [{ id: chosen, type: SelectMenuDefaultValueType.Role }] }),
  };
  return { type: ComponentType.ActionRow, components: [select] };
}

/** A list of the server's channels of these kinds; one is chosen, or none. */
export function channelSelectRow(
  id: string,
  placeholder: string,
  kinds: readonly GroupChannelKind[],
  chosen?: string,
): ActionRow {
  const select: APIChannelSelectComponent = {
    type: ComponentType.ChannelSelect,
    ...oneOrNone(id, placeholder),
    channel_types: kinds.map((kind) => channelTypes[kind]),
    ...(chosen === undefined ? {} : { default_values: [{ id: chosen, type: SelectMenuDefaultValueType.Channel }] }),
  };
  return { type: ComponentType.ActionRow, components: [select] };
}

/** A list of all people of the server, from which one is chosen. */
export function userSelectRow(id: string, placeholder: string): ActionRow {
  const select: APIUserSelectComponent = {
    type: ComponentType.UserSelect,
    custom_id: id,
    placeholder: shorten(placeholder, 150),
  };
  return { type: ComponentType.ActionRow, components: [select] };
}

const channelTypes = {
  text: ChannelType.GuildText,
  announcement: ChannelType.GuildAnnouncement,
  forum: ChannelType.GuildForum,
} as const;

function oneOrNone(id: string, placeholder: string) {
  return { custom_id: id, placeholder: shorten(placeholder, 150), min_values: 0, max_values: 1 };
}

export interface CardParts {
  readonly accent: number;
  /** Blocks of Markdown, top to bottom. */
  readonly blocks: readonly string[];
  /** Stands below the first block. */
  readonly picture?: PictureView;
  readonly rows?: readonly ActionRow[];
}

/** One card: blocks of text under each other, then a line, then the controls. */
export function card({ accent: color, blocks, picture, rows = [] }: CardParts): MessageView {
  const texts: APIComponentInContainer[] = blocks.map((content) => ({ type: ComponentType.TextDisplay, content }));
  const shown: APIComponentInContainer[] = picture ? [gallery(picture)] : [];
  const line: APIComponentInContainer[] = rows.length > 0 ? [{ type: ComponentType.Separator }] : [];
  return {
    components: [
      {
        type: ComponentType.Container,
        accent_color: color,
        components: [...texts.slice(0, 1), ...shown, ...texts.slice(1), ...line, ...rows],
      },
    ],
    ...(picture ? { pictures: [picture] } : {}),
  };
}

function gallery({ name, alt }: PictureView): APIComponentInContainer {
  return {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${name}` }, description: alt }],
  };
}

export interface ScreenPage {
  readonly blocks: readonly string[];
  /** Counted from 0, moved into the range there is. */
  readonly page: number;
  readonly pages: number;
}

/** One screenful of a long page. A number beyond the end (the text became shorter) shows the last one. */
export function screenPage(blocks: readonly string[], wanted: number): ScreenPage {
  const pages = splitBlocks(blocks, SCREEN_CHARACTERS);
  const page = Math.min(Math.max(wanted, 0), Math.max(pages.length - 1, 0));
  return { blocks: pages[page] ?? [], page, pages: pages.length };
}

/** A heading with its text below it. */
export function section(heading: string, text: string): string {
  return `**${heading}**\n${text}`;
}

export function bulletList(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
